import type { CoverageCause } from '../../domain/query';
import { formatDay, parseDay } from '../../kernel/days';
import type { Gap, ReviewSection, UnknownReason } from './data';
import type { ReviewMetric } from './metrics';
import type { Wording } from './wording';

/** Why a figure is not complete, in the document's language. */
export function causeWords(w: Wording, cause: CoverageCause): string {
  const { causes, resources } = w.t;
  const resource = 'resource' in cause ? (resources[cause.resource] ?? cause.resource) : '';
  switch (cause.code) {
    case 'assumed-currency':
      return causes.assumedCurrency(cause.currency);
    case 'days-of-utc':
      return causes.daysOfUtc(cause.network, cause.zone);
    case 'follows':
      return causes.follows(cause.program, w.shortDate(dayBefore(cause.from)));
    case 'fee-not-said':
      return causes.feeNotSaid;
    case 'not-subscribed':
      return causes.notSubscribed;
    case 'refused':
    case 'unreadable': {
      const days = span(w, cause);
      const said = cause.code === 'refused' ? causes.refused : causes.unreadable;
      return said(resource, days) + (cause.reason === '' ? '' : `: ${cause.reason}`);
    }
    case 'empty-report':
      return causes.emptyReport(span(w, cause));
    case 'not-read':
      return causes.notRead(resource, span(w, cause));
    case 'two-sources':
      return causes.twoSources(resource, span(w, cause));
    case 'never-read':
      return causes.neverRead(resource);
    case 'unread-rows':
      return causes.unreadRows(w.counted(cause.rows, w.t.nouns.rows), resource);
  }
}

function dayBefore(day: string): string {
  return formatDay((parseDay(day) ?? 0) - 1);
}

function span(w: Wording, { from, to }: { readonly from: string; readonly to: string }): string {
  return from === to ? w.shortDate(from) : `${w.shortDate(from)} – ${w.shortDate(to)}`;
}

export function causesWords(w: Wording, causes: readonly CoverageCause[]): string {
  return [...new Set(causes.map((cause) => causeWords(w, cause)))].join('; ');
}

/** What is missing in a period's figures, with the programs that it is missing of. */
export function gapWords(w: Wording, gaps: readonly Gap[]): string {
  const programs = new Map<string, Set<string>>();
  for (const { program, causes } of gaps) {
    const words = causes.length === 0 ? w.t.unknown['not-read'] : causesWords(w, causes);
    programs.set(words, (programs.get(words) ?? new Set()).add(program));
  }
  return [...programs].map(([words, names]) => `${words} (${w.listed([...names])})`).join('; ');
}

/** Why a figure of a section is not known, from its coverage. */
export function unknownReason(section: ReviewSection, metric: ReviewMetric): UnknownReason {
  const lines = section.coverage.filter((line) => line.metric === metric);
  if (isOfUnlikeCurrencies(section, metric)) return { code: 'unlike-currencies' };
  const told = lines.find((line) => line.state !== 'complete' && (line.causes ?? []).length > 0);
  if (told?.causes) return { code: 'covered', causes: told.causes };
  if (lines.some((line) => line.state === 'not-offered')) return { code: 'not-offered' };
  if (lines.some((line) => line.state === 'failed')) return { code: 'no-answer' };
  if (lines.some((line) => line.state === 'partial')) return { code: 'not-read' };
  return { code: 'no-data' };
}

/**
 * Rewards without a currency of their own are read as dollars, so a rate of rewards to the revenue of another currency
 * would set unlike things against each other.
 */
export function isOfUnlikeCurrencies(section: ReviewSection, metric: ReviewMetric): boolean {
  if (metric !== 'effectiveCommissionRate' && metric !== 'roas') return false;
  const assumed = section.coverage.flatMap(({ causes }) =>
    (causes ?? []).flatMap((cause) => (cause.code === 'assumed-currency' ? [cause.currency] : [])),
  );
  return assumed.some((currency) => section.currencies.some((one) => one !== currency));
}

/** A reason in words. */
export function reasonWords(w: Wording, reason: UnknownReason): string {
  switch (reason.code) {
    case 'period-running':
      return w.t.reasons.periodRunning(w.period(reason.period));
    case 'total-missing':
      return w.t.reasons.totalMissing(w.listed(reason.months.map(w.monthName)), reason.currency);
    case 'customers-missing':
      return w.t.reasons.customersMissing(w.listed(reason.months.map(w.monthName)));
    case 'no-revenue':
      return w.t.reasons.noRevenue(reason.currency);
    case 'covered':
      return causesWords(w, reason.causes);
    default:
      return w.t.unknown[reason.code];
  }
}
