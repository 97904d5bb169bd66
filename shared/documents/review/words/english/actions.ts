/** Some languages have other words for one than for many, so they are told the number. */
type OfMany = (words: string, count: number, more: string) => string;

const joined: OfMany = (partners, _count, share) =>
  `${partners} joined; ${share} sold within 30 days`;
const newcomers: OfMany = (partners, _count, amount) =>
  `${partners} sold for the first time, bringing ${amount}`;
const open: (commitments: string, count: number) => string = (commitments) =>
  `${commitments} open, with owner and date`;
const delivered = (count: number, due: string, unjudged: number, all: number): string => {
  if (unjudged === all) return `${due}, not judged yet`;
  const kept =
    count > 0
      ? `${String(count)} of ${due} ${count === 1 ? 'was' : 'were'} delivered`
      : all === 1
        ? 'The commitment due was not delivered'
        : `None of ${due} was delivered`;
  return `${kept}${unjudged > 0 ? `; ${String(unjudged)} not judged yet` : ''}`;
};

/** What is validated, promised and planned: titles, columns, notes. */
export const actions = {
  validation: {
    approved: 'Approved (validated)',
    tracked: 'Tracked',
    chart: 'Share of value by status',
    reversals: 'Reversal rate by quarter',
    nothing: (currency: string): string => `Nothing was tracked in ${currency}`,
    title: (share: string, currency: string, reversed: string | null): string =>
      `${share} of tracked ${currency} revenue is validated${reversed === null ? '' : `, ${reversed} of decided value reversed`}`,
    basis: {
      retail:
        'By transaction date · validated = approved · reversal rate = declined ÷ (approved + declined) value; young orders are still undecided',
      b2b: 'By transaction date · validated = approved · reversal rate = declined ÷ (approved + declined) value; young payments are still undecided',
    },
    basisWithoutDeclined:
      'By transaction date · validated = approved · the network knows no declined payments',
  },
  liability: {
    title: (amount: string): string => `About ${amount} of commission is still to be paid`,
    pending: (amount: string): string => `${amount} of commission is still pending`,
    pendingCard: 'Pending commission',
    approvalCard: 'Expected approval',
    approvalNote: 'Of the value decided in older quarters',
    neverDeclined: 'The network declines no payments',
    unpaidCard: 'Approved, not paid',
    paidUnknown: 'The network does not say what is paid',
    owedCard: 'Expected liability',
    byAge: 'Pending by age',
    age: 'Age',
    ages: {
      '0-30': '0–30 days',
      '31-60': '31–60 days',
      '61-90': '61–90 days',
      '91+': 'More than 90 days',
    },
    allPending: 'All pending',
    basis: (day: string): string =>
      `Transactions up to the end of the period, age on ${day} · liability = pending × expected approval + approved and unpaid`,
  },
  reversals: {
    title: (reason: string, share: string, currency: string): string =>
      `‘${reason}’ is behind ${share} of declined value in ${currency}`,
    chart: (currency: string): string => `Declined value by reason, ${currency}`,
    reason: 'Reason given by the network',
    none: 'No reason given',
    all: 'All declined',
    basis:
      'By transaction date · declined orders of the period, reasons in the network’s own words',
  },
  recruits: {
    title: joined,
    joined: 'Joined',
    within30: 'Sold within 30 days',
    within60: 'Sold within 60 days',
    ofJoined: (joined: string): string => `of ${joined} that joined`,
    notOver: 'The days of the youngest are not over',
    byMonth: 'By month of joining',
    month: 'Month',
    basis: 'Joined as the network reports it · first sale that is pending or approved',
    star: (day: string): string => `* days not over on ${day}`,
    newcomers,
    firstSale: 'First sale',
    firstBasis: (since: string, period: string): string =>
      `First sale that is known since ${since} lies in ${period} · tracked = pending + approved`,
  },
  commitments: {
    agency: 'Agency',
    source: 'Source: commitments recorded by the agency',
    basis: 'Due in the period, or promised in it and still running',
    running: (commitments: string): string => `${commitments} running, none due yet`,
    title: delivered,
    measure: (name: string, from: string | null, to: string | null): string =>
      [name, [from === null ? '' : `from ${from}`, to === null ? '' : `to ${to}`].join(' ').trim()]
        .filter((part) => part !== '')
        .join(', '),
    columns: {
      who: 'Who',
      promise: 'Promise',
      due: 'Due',
      measure: 'Measure',
      verdict: 'Verdict',
      evidence: 'Evidence',
    },
    verdicts: {
      delivered: 'Delivered',
      partly: 'Partly',
      not: 'Not delivered',
      'not-verifiable': 'Not verifiable',
    },
    notJudged: 'Not judged',
    stillRunning: 'Running',
    noMeasure: 'none agreed',
  },
  plan: {
    priorities: 'Priorities',
    title: (period: string): string => `What we plan for ${period}`,
    goals: (goals: string, period: string): string => `${goals} agreed for ${period}`,
    commitments: open,
    both: (goals: string, commitments: string, period: string): string =>
      `${goals} and ${commitments} for ${period}`,
    source: 'Source: goals and commitments recorded by the agency',
    basis: (period: string): string => `Next period: ${period}`,
  },
  decisions: {
    title: 'Decisions we need from you',
    open: (commitments: string, client: string): string => `${commitments} of ${client} still open`,
    basis: 'Not decided, or promised and not judged, when this was written',
  },
  written: { source: 'Written by the agency' },
  coverage: {
    complete: (assumed: boolean): string =>
      `Every source was read for all days of the period${assumed ? '; some figures rest on an assumption' : ''}`,
    open: (programs: string, count: number): string =>
      `${programs} ${count === 1 ? 'has' : 'have'} gaps in what the sources gave`,
    columns: {
      program: 'Program',
      source: 'Source',
      figures: 'Figures',
      days: 'Days',
      state: 'State',
      note: 'Note',
    },
    states: {
      complete: 'Complete',
      partial: 'Partial',
      'not-offered': 'Not offered',
      failed: 'Failed',
      assumed: 'Assumed',
    },
    others: (count: string): string => `all others (${count} figures)`,
    source: 'Source: what each network answered in the syncs',
    basis: (day: string): string => `Read on ${day}`,
  },
};
