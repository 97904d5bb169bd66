import { IconChecklist, IconSchool, IconTools } from '@tabler/icons-react';
import { list, type Area } from './area';

/* The agency itself: what it learns, what it works with, who does what. */

export const education: Area = {
  label: 'Education',
  icon: IconSchool,
  entries: [
    list('event', 'Events'),
    list('training', 'Training'),
    list('certification', 'Certifications'),
    list('article', 'Library'),
  ],
  letter: 'e',
  stands: 'top',
  screens: {},
};

export const technology: Area = {
  label: 'Technology',
  icon: IconTools,
  entries: [
    list('health-check', 'Health checks'),
    list('reconciliation-case', 'Reconciliation'),
    list('incident', 'Incidents'),
    list('tool-evaluation', 'Tools'),
    list('checklist', 'Checklists'),
  ],
  letter: 't',
  stands: 'top',
  screens: {},
};

export const team: Area = {
  label: 'Team',
  icon: IconChecklist,
  entries: [
    list('task', 'Tasks'),
    list('request', 'Requests'),
    list('meeting', 'Meetings'),
    list('approval', 'Approvals'),
    list('engagement', 'Engagements'),
    list('team-member', 'People'),
  ],
  letter: 'w',
  stands: 'top',
  screens: {},
};
