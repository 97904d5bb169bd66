import type { PlacementVerdict, Severity, TestVerdict } from '../../work';

/** ` and 2 of 3 judged …`: nothing while nobody has judged one. */
const judgedPart = (some: number, all: number, words: string): string =>
  all === 0 ? '' : `; ${String(some)} of ${String(all)} judged ${words}`;

const campaignsRan: (campaigns: string, count: number) => string = (campaigns) =>
  `${campaigns} ran in the period`;
const placementsBooked: (
  placements: string,
  count: number,
  paid: number,
  judged: number,
) => string = (placements, _count, paid, judged) =>
  `${placements} booked${judgedPart(paid, judged, 'paid back')}`;
const planned: (campaigns: string, count: number, period: string) => string = (
  campaigns,
  _count,
  period,
) => `${campaigns} planned for ${period}`;
const testsRun: (tests: string, count: number, decided: number) => string = (
  tests,
  count,
  decided,
) =>
  decided === count
    ? `${tests}, ${count === 1 ? 'decided' : 'all decided'}`
    : `${tests}; ${decided === 0 ? 'none' : String(decided)} decided so far`;
const violationsFound: (
  violations: string,
  found: number,
  closed: number,
  open: number,
) => string = (violations, _found, closed, stillOpen) =>
  `${violations} found in the period, ${String(closed)} closed, ${String(stillOpen)} open at its end`;
const offersSeen: (competitors: string, count: number, changed: number) => string = (
  competitors,
  _count,
  changed,
) =>
  `${competitors} looked at; ${changed === 0 ? 'no' : String(changed)} changed ${changed === 1 ? 'offer' : 'offers'}`;

const decisionsNeeded: (decisions: string, count: number, client: string) => string = (
  decisions,
  _count,
  client,
) => `${decisions} needed from ${client}`;

/** What the agency's own records say: campaigns, tests, compliance, competitors, decisions. */
export const work = {
  source: 'Source: records of the agency',
  open: 'Open',
  yes: 'Yes',
  no: 'No',
  campaigns: {
    both: (campaigns: string, placements: string): string => `${campaigns}, ${placements}`,
    title: campaignsRan,
    placements: placementsBooked,
    basis: (period: string): string =>
      `What ran on a day of ${period}; sales as recorded with the campaign or placement`,
    columns: {
      campaign: 'Campaign',
      placement: 'Placement',
      days: 'Days',
      budget: 'Budget',
      offer: 'Offer',
      spent: 'Spent',
      sales: 'Sales',
      result: 'Result',
      fee: 'Fee',
      orders: 'Orders',
      salesPerFee: 'Sales ÷ fee',
      verdict: 'Verdict',
    },
    verdicts: {
      'paid-back': 'Paid back',
      'not-paid-back': 'Not paid back',
      unclear: 'Unclear',
    } as Readonly<Record<PlacementVerdict, string>>,
  },
  plan: { campaigns: planned },
  tests: {
    title: testsRun,
    basis:
      'Grade of evidence: A random split, B alternate weeks, C matched partners, D before and after',
    hypothesis: 'Hypothesis',
    result: 'Result',
    conclusion: 'Conclusion',
    grade: (grade: string): string => `Grade ${grade}`,
    verdicts: {
      better: 'Better',
      worse: 'Worse',
      'no-difference': 'No difference',
      'not-conclusive': 'Not conclusive',
    } as Readonly<Record<TestVerdict, string>>,
  },
  compliance: {
    title: violationsFound,
    clean: 'No violation was found in the period',
    cleanOf: (partners: string): string => `No violation at ${partners} that were looked at`,
    basis: 'Found and closed in the period, open at its end; days from finding to closing, median',
    checked: 'Partners looked at',
    type: 'Violation',
    found: 'Found',
    closed: 'Closed',
    open: 'Open',
    days: 'Days to close',
    severities: { s1: 'Grave', s2: 'Serious', s3: 'Minor' } as Readonly<Record<Severity, string>>,
  },
  market: {
    title: offersSeen,
    basis: 'The last look of the period at each competitor, beside the look before',
    first: 'First look',
    unchanged: (day: string): string => `As on ${day}`,
    was: (offer: string, day: string): string => `${offer} (${day})`,
    columns: {
      competitor: 'Competitor',
      network: 'Network',
      offer: 'Offer to partners',
      seenOn: 'Seen on',
      before: 'Before',
    },
  },
  decisions: {
    both: (decisions: string, commitments: string, client: string): string =>
      `${decisions} and ${commitments} wait for ${client}`,
    title: decisionsNeeded,
    columns: { decision: 'Decision', options: 'Options', neededBy: 'Needed by' },
  },
};
