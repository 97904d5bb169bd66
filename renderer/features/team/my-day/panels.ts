import type { RecordFilter } from '../../../../shared/domain/record-list';
import type { TeamRole } from '../../../../shared/domain/vocabulary';

/** A short list on a home screen: records of one kind that pass some filters, the first by their own order. */
export interface HomePanel {
  readonly title: string;
  readonly kind: string;
  /** The field that names the person whose they are; without it everybody's are shown. */
  readonly mine?: string;
  readonly filters: readonly RecordFilter[];
  /** Said when nothing passes. */
  readonly none: string;
}

const requests: HomePanel = {
  title: 'Requests to me',
  kind: 'request',
  mine: 'responsible',
  filters: [],
  none: 'Nobody asks anything of you.',
};
const approvals: HomePanel = {
  title: 'Waiting for approval',
  kind: 'approval',
  filters: [],
  none: 'No approval is open.',
};
const violations: HomePanel = {
  title: 'Open violations',
  kind: 'violation',
  filters: [],
  none: 'No violation is open.',
};
const applications: HomePanel = {
  title: 'Applications to decide',
  kind: 'application',
  filters: [],
  none: 'Every application has been decided.',
};
const campaigns: HomePanel = {
  title: 'Campaigns',
  kind: 'campaign',
  filters: [],
  none: 'No campaign is planned or live.',
};
const opportunities: HomePanel = {
  title: 'Opportunities',
  kind: 'opportunity',
  filters: [],
  none: 'No opportunity is open.',
};
const drafts: HomePanel = {
  title: 'Reviews in the making',
  kind: 'review-draft',
  filters: [],
  none: 'No review is being written.',
};
const onboarding: HomePanel = {
  title: 'Onboarding',
  kind: 'onboarding-plan',
  filters: [],
  none: 'Nobody is being onboarded.',
};
const assets: HomePanel = {
  title: 'Assets',
  kind: 'asset',
  filters: [],
  none: 'No asset is in the making.',
};
const experiments: HomePanel = {
  title: 'Experiments',
  kind: 'experiment',
  filters: [],
  none: 'No experiment is planned or running.',
};
const insights: HomePanel = {
  title: 'Insights',
  kind: 'insight',
  filters: [],
  none: 'No insight is open.',
};
const reconciliation: HomePanel = {
  title: 'Reconciliation',
  kind: 'reconciliation-case',
  filters: [],
  none: 'No case is open.',
};
const prospects: HomePanel = {
  title: 'My prospects',
  kind: 'prospect',
  mine: 'responsible',
  filters: [],
  none: 'No prospect of yours is open.',
};
const outreach: HomePanel = {
  title: 'Outreach',
  kind: 'outreach-campaign',
  filters: [],
  none: 'No outreach campaign is running.',
};
const incidents: HomePanel = {
  title: 'Incidents',
  kind: 'incident',
  filters: [],
  none: 'No incident is open.',
};
const meetings: HomePanel = {
  title: 'Meetings to come',
  kind: 'meeting',
  filters: [{ op: 'within', column: 'heldOn', days: 7 }],
  none: 'No meeting in the next seven days.',
};

const decisions: HomePanel = {
  title: 'Decisions to take',
  kind: 'decision',
  filters: [],
  none: 'No decision is waited for.',
};
const notes: HomePanel = {
  title: 'My last notes',
  kind: 'note',
  mine: 'author',
  filters: [],
  none: 'You have written no note yet.',
};
const replies: HomePanel = {
  title: 'Replies to answer',
  kind: 'prospect',
  mine: 'responsible',
  filters: [{ op: 'is', column: 'reply', words: ['interested', 'later', 'referred'] }],
  none: 'No reply waits for an answer.',
};
const readyAssets: HomePanel = {
  title: 'Assets to send out',
  kind: 'asset',
  filters: [{ op: 'is', column: 'state', words: ['approved'] }],
  none: 'No approved asset waits to be sent.',
};
const expiringAssets: HomePanel = {
  title: 'Assets that run out within 30 days',
  kind: 'asset',
  filters: [{ op: 'within', column: 'validTo', days: 30 }],
  none: 'No asset runs out soon.',
};
const assetApprovals: HomePanel = {
  title: 'Assets waiting for approval',
  kind: 'approval',
  filters: [{ op: 'known', column: 'asset' }],
  none: 'No asset waits for a client’s word.',
};
const complianceReviews: HomePanel = {
  title: 'Compliance reviews',
  kind: 'compliance-review',
  filters: [],
  none: 'No review of a partner is open.',
};
const alertRules: HomePanel = {
  title: 'Alert rules',
  kind: 'alert-rule',
  filters: [],
  none: 'Nothing is watched yet.',
};

/** A part of a home screen that is drawn by hand. */
export type HomePart = 'clients' | 'team' | 'pipeline' | 'data';

/** What a home screen holds beside what is due: parts before and after it, and short lists. */
export interface Home {
  readonly before: readonly HomePart[];
  readonly after: readonly HomePart[];
  readonly panels: readonly HomePanel[];
}

/** What each role's day turns around, beside what is due: the same parts, other ones for each. */
export const homes: Readonly<Record<TeamRole, Home>> = {
  director: {
    before: ['clients', 'team'],
    after: [],
    panels: [approvals, drafts, violations, decisions, opportunities, incidents],
  },
  'senior-account-manager': {
    before: [],
    after: ['clients'],
    panels: [meetings, drafts, decisions, opportunities, campaigns, requests],
  },
  'account-manager': {
    before: [],
    after: ['clients'],
    panels: [meetings, campaigns, applications, violations, onboarding, notes, requests],
  },
  'associate-account-manager': {
    before: [],
    after: ['data'],
    panels: [requests, applications, onboarding, readyAssets, complianceReviews, meetings],
  },
  'recruitment-specialist': {
    before: ['pipeline'],
    after: [],
    panels: [replies, prospects, outreach, applications, requests],
  },
  'data-analyst': {
    before: ['data'],
    after: [],
    panels: [insights, experiments, reconciliation, incidents, alertRules, requests],
  },
  creative: {
    before: [],
    after: [],
    panels: [requests, assets, assetApprovals, expiringAssets, campaigns, experiments],
  },
};

/** For a desk that nobody has put a name to. */
export const anybodysHome: Home = {
  before: [],
  after: ['clients'],
  panels: [drafts, campaigns, applications, violations],
};
