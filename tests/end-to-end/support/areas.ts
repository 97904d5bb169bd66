/** By area the lists of records as a person finds them: the tab, and the list's own title where it is another. */
const lists: Readonly<Record<string, readonly (string | readonly [tab: string, title: string])[]>> =
  {
    Portfolio: ['Clients'],
    Programs: [
      'Programs',
      'Strategies',
      ['Commissions', 'Commission structures'],
      'Terms',
      'Goals',
      'Competitors',
    ],
    Partners: ['Companies', 'Contacts', 'Development plans', 'Introductions'],
    Recruitment: [
      'Prospects',
      ['Outreach', 'Outreach campaigns'],
      'Sequences',
      ['Templates', 'Message templates'],
      'Applications',
      'Do not contact',
    ],
    Relationships: [
      'Interactions',
      'Commitments',
      ['Onboarding', 'Onboarding plans'],
      'Newsletters',
      'Notes',
    ],
    Campaigns: ['Campaigns', 'Placements', 'Assets', 'Promo codes', 'Brand guides'],
    Performance: ['Insights', 'Experiments', 'Alert rules', ['Reports', 'Scheduled reports']],
    'Reviews & reports': [['Sessions', 'Strategy sessions'], 'Decisions', 'Opportunities'],
    Compliance: ['Violations', ['Reviews', 'Compliance reviews'], 'Regulations'],
    Education: ['Events', ['Training', 'Trainings'], 'Certifications', 'Library'],
    Technology: ['Health checks', 'Reconciliation', 'Incidents', 'Tools', 'Checklists'],
    Team: ['Tasks', 'Requests', 'Meetings', 'Approvals', 'Engagements', ['People', 'Team members']],
    Settings: [
      'Fields of our own',
      'Pipeline stages',
      'Partner types',
      'Commission types',
      'Violation types',
    ],
  };

/** Every list of records: the area, the tab in it, and the list's own title. */
export const areas = Object.entries(lists).map(([area, names]) => ({
  area,
  lists: names.map((name) =>
    typeof name === 'string' ? { tab: name, title: name } : { tab: name[0], title: name[1] },
  ),
}));
