import type { Money } from '../../kernel/money';

/**
 * What the agency's own records say of a period: their words and amounts as people wrote them, without internal fields.
 * Days are `YYYY-MM-DD`; null is not written down.
 */
export interface RecordedWork {
  /** Campaigns of the period that were run, those that began first come first. */
  readonly campaigns: readonly CampaignLine[];
  readonly placements: readonly PlacementLine[];
  readonly tests: readonly TestLine[];
  /** Looks at partners that were finished in the period. */
  readonly checks: readonly CheckLine[];
  /** Violations that were found or closed in the period, or were open at its end. */
  readonly violations: readonly ViolationLine[];
  /** The newest offer of every competitor that was looked at in the period. */
  readonly offers: readonly OfferLine[];
  /** What the client has to decide. */
  readonly decisions: readonly DecisionLine[];
  /** Campaigns that are planned for the period after. */
  readonly ahead: readonly CampaignLine[];
}

export interface CampaignLine {
  readonly name: string;
  readonly offer: string;
  readonly from: string;
  readonly to: string;
  readonly budget: Money | null;
  readonly spent: Money | null;
  readonly sales: Money | null;
  readonly result: string;
}

export const placementVerdicts = ['paid-back', 'not-paid-back', 'unclear'] as const;
export type PlacementVerdict = (typeof placementVerdicts)[number];

export interface PlacementLine {
  readonly name: string;
  readonly partner: string;
  readonly from: string;
  readonly to: string;
  readonly fee: Money | null;
  readonly orders: number | null;
  readonly sales: Money | null;
  readonly verdict: PlacementVerdict | null;
}

export const testVerdicts = ['better', 'worse', 'no-difference', 'not-conclusive'] as const;
export type TestVerdict = (typeof testVerdicts)[number];

export interface TestLine {
  readonly name: string;
  readonly hypothesis: string;
  readonly from: string;
  readonly to: string;
  readonly verdict: TestVerdict | null;
  /** How well it is proved, from A (a random split) to D. */
  readonly grade: string;
  readonly conclusion: string;
}

export interface CheckLine {
  readonly doneOn: string;
  /** Partners that were looked at. */
  readonly checked: number | null;
}

export const severities = ['s1', 's2', 's3'] as const;
export type Severity = (typeof severities)[number];

export interface ViolationLine {
  readonly type: string;
  readonly severity: Severity | null;
  readonly foundOn: string;
  readonly closedOn: string | null;
}

export interface OfferLine {
  readonly competitor: string;
  readonly seenOn: string;
  readonly network: string;
  readonly offer: string;
  /** What it was when they were looked at before; null for the first time. */
  readonly before: { readonly seenOn: string; readonly offer: string } | null;
}

export interface DecisionLine {
  readonly subject: string;
  readonly options: string;
  readonly neededBy: string | null;
}

/** A value of a field that the agency added to a kind of record and lets stand in documents. */
export interface OwnFieldLine {
  /** Stable from review to review: which field of which record. */
  readonly key: string;
  /** The field's name. */
  readonly name: string;
  /** What the record is called. */
  readonly of: string;
  readonly value: OwnFieldValue;
}

export type OwnFieldValue =
  | { readonly type: 'words'; readonly words: string }
  | { readonly type: 'day'; readonly day: string }
  | { readonly type: 'flag'; readonly isSet: boolean }
  | { readonly type: 'number'; readonly number: number; readonly unit: string }
  | { readonly type: 'money'; readonly money: Money };

/** What in it people wrote and a document may print, with what they know the record by. */
export function workTexts(work: RecordedWork): readonly WorkText[] {
  const campaigns = [...work.campaigns, ...work.ahead];
  return [
    ...campaigns.flatMap(({ name, offer, result }) => textsOf('campaigns', name, offer, result)),
    ...work.placements.flatMap(({ name }) => textsOf('campaigns', name)),
    ...work.tests.flatMap(({ name, hypothesis, conclusion }) =>
      textsOf('tests', name, hypothesis, conclusion),
    ),
    ...work.violations.flatMap(({ type }) => textsOf('compliance', type)),
    ...work.offers.flatMap(({ competitor, network, offer, before }) =>
      textsOf('market', competitor, network, offer, before?.offer ?? ''),
    ),
    ...work.decisions.flatMap(({ subject, options }) => textsOf('decisions', subject, options)),
  ];
}

export interface WorkText {
  readonly section: 'campaigns' | 'tests' | 'compliance' | 'market' | 'decisions';
  readonly of: string;
  readonly words: string;
}

function textsOf(section: WorkText['section'], of: string, ...more: readonly string[]): WorkText[] {
  return [of, ...more].filter((words) => words !== '').map((words) => ({ section, of, words }));
}
