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

/** What each role's day turns around, besides what is due: the same parts, other ones for each. */
export const homePanels: Readonly<Record<TeamRole, readonly HomePanel[]>> = {
  director: [drafts, approvals, violations, opportunities, incidents, requests],
  'senior-account-manager': [drafts, opportunities, campaigns, violations, meetings, requests],
  'account-manager': [meetings, campaigns, applications, violations, onboarding, requests],
  'associate-account-manager': [requests, applications, onboarding, assets, meetings],
  'recruitment-specialist': [prospects, outreach, applications, requests],
  'data-analyst': [insights, experiments, reconciliation, incidents, requests],
  creative: [requests, assets, campaigns, approvals],
};

/** For a desk that nobody has put a name to. */
export const anybodysPanels: readonly HomePanel[] = [drafts, campaigns, applications, violations];
