import {
  IconAffiliate,
  IconBriefcase,
  IconCalendarEvent,
  IconChartDots,
  IconChecklist,
  IconHeartHandshake,
  IconListDetails,
  IconPresentationAnalytics,
  IconRefresh,
  IconSchool,
  IconSearch,
  IconSettings,
  IconShieldCheck,
  IconSunrise,
  IconTools,
  IconUserPlus,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  PortfolioScreen,
  ReviewEditorScreen,
  ReviewScreen,
  ReviewsScreen,
  WeeklyNotesScreen,
} from '../features/clients';
import { DuplicatesScreen, PartnerScreen, PartnersScreen } from '../features/partners';
import { ExplorerScreen } from '../features/performance';
import { ProgramScreen } from '../features/strategy';
import { MyDayScreen } from '../features/team';
import {
  ConnectScreen,
  HistoryScreen,
  ImportsScreen,
  PersonalDataScreen,
  SettingsScreen,
  SetUpScreen,
  SyncScreen,
  TrashScreen,
} from '../features/technology';
import { AttachmentScreen } from './attachments/page';
import type { Route } from './routes';

/** A place of one kind. */
export type Place<Kind extends Route['area']> = Extract<Route, { readonly area: Kind }>;

/** A screen and what it is called in the breadcrumb, until it names itself with `usePlaceName`. */
interface Screen<Kind extends Route['area']> {
  readonly title: string;
  readonly draw: (place: Place<Kind>) => ReactNode;
}

/** One of the at most six places that stand side by side in an area. */
export interface AreaEntry {
  readonly label: string;
  readonly to: Route;
}

export interface Area {
  readonly label: string;
  readonly icon: Icon;
  /** Its places; the entry in the navigation leads to the first. */
  readonly entries: readonly [AreaEntry, ...AreaEntry[]];
  /** G and then this letter goes there. */
  readonly letter: string;
  /** The foot holds what is about the desk itself; to search the top bar leads. */
  readonly stands: 'top' | 'foot' | 'bar';
  /** Screens of this area by the kind of place; lists of records are the same everywhere. */
  readonly screens: { readonly [Kind in Route['area']]?: Screen<Kind> };
}

/** The list of a kind of record. Kinds are named here so that a start reads no definition; a test holds them together. */
function list(kind: string, label: string): AreaEntry {
  return { label, to: { area: 'records', kind } };
}

/**
 * The areas that have a working screen, in the order of a working day. A new screen is one line here; its feature's door
 * gives it `onDemand`, so that a start reads only the portfolio's code.
 */
export const areas: readonly Area[] = [
  {
    label: 'Search',
    icon: IconSearch,
    entries: [{ label: 'Search', to: { area: 'search' } }],
    letter: 'f',
    stands: 'bar',
    screens: {},
  },
  {
    label: 'My day',
    icon: IconSunrise,
    entries: [{ label: 'My day', to: { area: 'my-day' } }],
    letter: 'd',
    stands: 'top',
    screens: { 'my-day': { title: 'My day', draw: () => <MyDayScreen /> } },
  },
  {
    label: 'Portfolio',
    icon: IconBriefcase,
    entries: [{ label: 'Portfolio', to: { area: 'portfolio' } }, list('client', 'Clients')],
    letter: 'p',
    stands: 'top',
    screens: { portfolio: { title: 'Portfolio', draw: () => <PortfolioScreen /> } },
  },
  {
    label: 'Programs',
    icon: IconListDetails,
    entries: [
      list('program', 'Programs'),
      list('strategy', 'Strategies'),
      list('commission-structure', 'Commissions'),
      list('terms-version', 'Terms'),
      list('goal', 'Goals'),
      list('competitor', 'Competitors'),
    ],
    letter: 'o',
    stands: 'top',
    screens: { program: { title: 'Program', draw: ({ id }) => <ProgramScreen id={id} /> } },
  },
  {
    label: 'Partners',
    icon: IconAffiliate,
    entries: [
      { label: 'Partners', to: { area: 'partners' } },
      list('company', 'Companies'),
      list('contact', 'Contacts'),
      list('development-plan', 'Development plans'),
      list('introduction', 'Introductions'),
      { label: 'Possible duplicates', to: { area: 'duplicates' } },
    ],
    letter: 'a',
    stands: 'top',
    screens: {
      partners: { title: 'Partners', draw: () => <PartnersScreen /> },
      duplicates: { title: 'Possible duplicates', draw: () => <DuplicatesScreen /> },
      partner: { title: 'Partner', draw: ({ id }) => <PartnerScreen key={id} id={id} /> },
    },
  },
  {
    label: 'Recruitment',
    icon: IconUserPlus,
    entries: [
      list('prospect', 'Prospects'),
      list('outreach-campaign', 'Outreach'),
      list('sequence', 'Sequences'),
      list('message-template', 'Templates'),
      list('application', 'Applications'),
      list('suppression', 'Do not contact'),
    ],
    letter: 'u',
    stands: 'top',
    screens: {},
  },
  {
    label: 'Relationships',
    icon: IconHeartHandshake,
    entries: [
      list('interaction', 'Interactions'),
      list('commitment', 'Commitments'),
      list('onboarding-plan', 'Onboarding'),
      list('newsletter', 'Newsletters'),
      list('note', 'Notes'),
    ],
    letter: 'l',
    stands: 'top',
    screens: {
      attachment: {
        title: 'Attachment',
        draw: ({ id }) => <AttachmentScreen key={id} id={id} />,
      },
    },
  },
  {
    label: 'Campaigns',
    icon: IconCalendarEvent,
    entries: [
      list('campaign', 'Campaigns'),
      list('placement', 'Placements'),
      list('asset', 'Assets'),
      list('promo-code', 'Promo codes'),
      list('brand-guide', 'Brand guides'),
    ],
    letter: 'c',
    stands: 'top',
    screens: {},
  },
  {
    label: 'Performance',
    icon: IconChartDots,
    entries: [
      { label: 'Explorer', to: { area: 'explorer' } },
      list('insight', 'Insights'),
      list('experiment', 'Experiments'),
      list('alert-rule', 'Alert rules'),
      list('report-schedule', 'Reports'),
    ],
    letter: 'x',
    stands: 'top',
    screens: { explorer: { title: 'Explorer', draw: () => <ExplorerScreen /> } },
  },
  {
    label: 'Reviews & reports',
    icon: IconPresentationAnalytics,
    entries: [
      { label: 'Reviews', to: { area: 'reviews' } },
      { label: 'Weekly notes', to: { area: 'weekly-notes' } },
      list('strategy-session', 'Sessions'),
      list('decision', 'Decisions'),
      list('opportunity', 'Opportunities'),
    ],
    letter: 'r',
    stands: 'top',
    screens: {
      reviews: { title: 'Reviews', draw: () => <ReviewsScreen /> },
      review: { title: 'Review', draw: ({ id }) => <ReviewScreen id={id} /> },
      'review-draft': {
        title: 'Review draft',
        draw: ({ id }) => <ReviewEditorScreen key={id} id={id} />,
      },
      'weekly-notes': { title: 'Weekly notes', draw: () => <WeeklyNotesScreen /> },
    },
  },
  {
    label: 'Compliance',
    icon: IconShieldCheck,
    entries: [
      list('violation', 'Violations'),
      list('compliance-review', 'Reviews'),
      list('regulation', 'Regulations'),
    ],
    letter: 'm',
    stands: 'top',
    screens: {},
  },
  {
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
  },
  {
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
  },
  {
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
  },
  {
    label: 'Sync',
    icon: IconRefresh,
    entries: [
      { label: 'Sync', to: { area: 'sync' } },
      { label: 'Import & export', to: { area: 'imports' } },
      { label: 'History', to: { area: 'history' } },
      { label: 'Trash', to: { area: 'trash' } },
    ],
    letter: 's',
    stands: 'foot',
    screens: {
      sync: { title: 'Sync', draw: () => <SyncScreen /> },
      imports: { title: 'Import & export', draw: () => <ImportsScreen /> },
      history: { title: 'History', draw: () => <HistoryScreen /> },
      trash: { title: 'Trash', draw: () => <TrashScreen /> },
      'set-up': { title: 'Set-up', draw: ({ step }) => <SetUpScreen step={step} /> },
      connect: {
        title: 'Connect a network',
        draw: ({ connection }) => <ConnectScreen key={connection} connection={connection} />,
      },
    },
  },
  {
    label: 'Settings',
    icon: IconSettings,
    entries: [
      { label: 'Settings', to: { area: 'settings' } },
      list('custom-field', 'Fields of our own'),
      list('pipeline-stage', 'Pipeline stages'),
      list('partner-subtype', 'Partner types'),
      list('commission-type', 'Commission types'),
      list('violation-type', 'Violation types'),
    ],
    letter: ',',
    stands: 'foot',
    screens: {
      settings: { title: 'Settings', draw: () => <SettingsScreen /> },
      'personal-data': { title: 'Personal data', draw: () => <PersonalDataScreen /> },
    },
  },
];

/** Is there a list of these records? */
export function hasList(kind: string): boolean {
  return areas.some(({ entries }) =>
    entries.some(({ to }) => to.area === 'records' && to.kind === kind),
  );
}
