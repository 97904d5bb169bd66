/** Every list of records as a person finds it: the area, the tab in it, and the list's own title. */
export const areas: readonly {
  readonly area: string;
  readonly lists: readonly { readonly tab: string; readonly title: string }[];
}[] = [
  {
    area: 'Portfolio',
    lists: [{ tab: 'Clients', title: 'Clients' }],
  },
  {
    area: 'Programs',
    lists: [
      { tab: 'Programs', title: 'Programs' },
      { tab: 'Strategies', title: 'Strategies' },
      { tab: 'Commissions', title: 'Commission structures' },
      { tab: 'Terms', title: 'Terms' },
      { tab: 'Goals', title: 'Goals' },
      { tab: 'Competitors', title: 'Competitors' },
    ],
  },
  {
    area: 'Partners',
    lists: [
      { tab: 'Companies', title: 'Companies' },
      { tab: 'Contacts', title: 'Contacts' },
      { tab: 'Development plans', title: 'Development plans' },
      { tab: 'Introductions', title: 'Introductions' },
    ],
  },
  {
    area: 'Recruitment',
    lists: [
      { tab: 'Prospects', title: 'Prospects' },
      { tab: 'Outreach', title: 'Outreach campaigns' },
      { tab: 'Sequences', title: 'Sequences' },
      { tab: 'Templates', title: 'Message templates' },
      { tab: 'Applications', title: 'Applications' },
      { tab: 'Do not contact', title: 'Do not contact' },
    ],
  },
  {
    area: 'Relationships',
    lists: [
      { tab: 'Interactions', title: 'Interactions' },
      { tab: 'Commitments', title: 'Commitments' },
      { tab: 'Onboarding', title: 'Onboarding plans' },
      { tab: 'Newsletters', title: 'Newsletters' },
      { tab: 'Notes', title: 'Notes' },
    ],
  },
  {
    area: 'Campaigns',
    lists: [
      { tab: 'Campaigns', title: 'Campaigns' },
      { tab: 'Placements', title: 'Placements' },
      { tab: 'Assets', title: 'Assets' },
      { tab: 'Promo codes', title: 'Promo codes' },
      { tab: 'Brand guides', title: 'Brand guides' },
    ],
  },
  {
    area: 'Performance',
    lists: [
      { tab: 'Insights', title: 'Insights' },
      { tab: 'Experiments', title: 'Experiments' },
      { tab: 'Alert rules', title: 'Alert rules' },
      { tab: 'Reports', title: 'Scheduled reports' },
    ],
  },
  {
    area: 'Reviews & reports',
    lists: [
      { tab: 'Sessions', title: 'Strategy sessions' },
      { tab: 'Decisions', title: 'Decisions' },
      { tab: 'Opportunities', title: 'Opportunities' },
    ],
  },
  {
    area: 'Compliance',
    lists: [
      { tab: 'Violations', title: 'Violations' },
      { tab: 'Reviews', title: 'Compliance reviews' },
      { tab: 'Regulations', title: 'Regulations' },
    ],
  },
  {
    area: 'Education',
    lists: [
      { tab: 'Events', title: 'Events' },
      { tab: 'Training', title: 'Trainings' },
      { tab: 'Certifications', title: 'Certifications' },
      { tab: 'Library', title: 'Library' },
    ],
  },
  {
    area: 'Technology',
    lists: [
      { tab: 'Health checks', title: 'Health checks' },
      { tab: 'Reconciliation', title: 'Reconciliation' },
      { tab: 'Incidents', title: 'Incidents' },
      { tab: 'Tools', title: 'Tools' },
      { tab: 'Checklists', title: 'Checklists' },
    ],
  },
  {
    area: 'Team',
    lists: [
      { tab: 'Tasks', title: 'Tasks' },
      { tab: 'Requests', title: 'Requests' },
      { tab: 'Meetings', title: 'Meetings' },
      { tab: 'Approvals', title: 'Approvals' },
      { tab: 'Engagements', title: 'Engagements' },
      { tab: 'People', title: 'Team members' },
    ],
  },
  {
    area: 'Settings',
    lists: [
      { tab: 'Fields of our own', title: 'Fields of our own' },
      { tab: 'Pipeline stages', title: 'Pipeline stages' },
      { tab: 'Partner types', title: 'Partner types' },
      { tab: 'Commission types', title: 'Commission types' },
      { tab: 'Violation types', title: 'Violation types' },
    ],
  },
];
