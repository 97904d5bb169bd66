import type { KindDefinition } from '../definition';
import { choice, day, longText, money, reference, text } from '../fields';

/** One time that an alert rule was met. */
export const alert: KindDefinition = {
  kind: 'alert',
  label: 'Alert',
  plural: 'Alerts',
  owner: 'person',
  area: 'performance',
  serves: ['P2', 'C3'],
  home: { inside: 'alert-rule', by: 'rule' },
  purpose: 'When the rule was met, what was at stake and what it was.',
  example: 'Revenue 31 % below last week; the cause was a broken link',
  version: 1,
  nameField: 'headline',
  fields: {
    headline: text('Alert', { required: true, searched: true }),
    rule: reference('Rule', 'alert-rule', { required: true }),
    firedOn: day('Fired on', { required: true, initial: 'today' }),
    program: reference('Program', 'program'),
    partner: reference('Partner', 'partner'),
    state: choice('State', ['new', 'looked-at', 'snoozed', 'explained', 'closed'], {
      initial: { value: 'new' },
    }),
    atRisk: money('At risk'),
    snoozedUntil: day('Snoozed until'),
    responsible: reference('Responsible', 'team-member', { internal: true }),
    reason: longText('Reason', { searched: true }),
  },
  columns: ['headline', 'firedOn', 'program', 'state', 'atRisk', 'snoozedUntil', 'responsible'],
  sort: { field: 'firedOn', direction: 'descending' },
  groups: [
    {
      label: 'Alert',
      fields: [
        'headline',
        'rule',
        'firedOn',
        'program',
        'partner',
        'state',
        'atRisk',
        'snoozedUntil',
        'responsible',
        'reason',
      ],
    },
  ],
  state: { field: 'state', closed: ['explained', 'closed'] },
  due: 'snoozedUntil',
  responsible: 'responsible',
};
