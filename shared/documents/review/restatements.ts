import type { ComposedDocument } from './build-review';
import { growth } from './compare';
import type { LiveFigure, Restatement } from './draft';
import type { KeyedFigure } from './live-figures';
import { metricMeaning, reviewMetrics, type ReviewMetric } from './metrics';
import { unknown, wordingOf, type Wording } from './wording';

/** Rows of one model, currency and period that the network decided after the review's sources were read. */
export interface DecidedSince {
  readonly model: string;
  readonly currency: string;
  /** The label of the period. */
  readonly period: string;
  readonly approved: DecidedRows;
  readonly declined: DecidedRows;
}

export interface DecidedRows {
  readonly orders: number;
  readonly revenue: number;
  readonly commission: number;
}

export interface Compared {
  /** What was printed, by key. */
  readonly printed: readonly KeyedFigure[];
  /** Today's figures in the language of the document, and the same with names for the screen. */
  readonly today: ComposedDocument['figures'];
  readonly named: ComposedDocument['figures'];
  readonly decided: readonly DecidedSince[];
  readonly w: Wording;
}

/** Figures that read otherwise today, in the order of the document; words are those of the document's language. */
export function restatements({ printed, today, named, decided, w }: Compared): Restatement[] {
  const now = new Map(today.map((figure) => [figure.key, figure]));
  const names = new Map(named.map((figure) => [figure.key, figure.name]));
  const then = new Map(printed.map((figure) => [figure.figure, figure]));
  return [...then.values()].flatMap((figure): Restatement[] => {
    const value = typeof figure.value === 'number' ? figure.value : null;
    const current = now.get(figure.figure);
    if ((current?.value ?? null) === value) return [];
    const key = keyOf(figure.figure);
    const since = decided.find(
      ({ model, currency, period }) =>
        model === key.model && currency === key.currency && period === key.period,
    );
    return [
      {
        figure: figure.figure,
        name: names.get(figure.figure) ?? nameOf(key),
        then: figure.words,
        now: current?.words ?? unknown,
        ...movement(w, key, current, value),
        reason: reasonOf(key, (current?.value ?? 0) - (value ?? 0), since, current !== undefined),
      },
    ];
  });
}

interface FigureKey {
  readonly metric: string;
  readonly model: string;
  readonly currency: string;
  readonly period: string;
}

function keyOf(figure: string): FigureKey {
  const [metric = '', model = '', currency = '', period = ''] = figure.split(':');
  return { metric, model, currency, period };
}

/** `Largest share, EUR, 2026-Q3` of a figure that nobody names today. */
function nameOf({ metric, currency, period }: FigureKey): string {
  const english = wordingOf('en-US');
  const [base = ''] = metric.split('.');
  return [english.t.tokens[base] ?? base, currency, period].join(', ');
}

/** By how much, in its own unit, and relatively; empty where one of both is not known. */
function movement(
  w: Wording,
  key: FigureKey,
  now: LiveFigure | undefined,
  then: number | null,
): Pick<Restatement, 'difference' | 'change'> {
  if (now?.value === null || now === undefined || then === null)
    return { difference: '', change: '' };
  const change = growth(now.value, then);
  return {
    difference: differenceWords(w, key, now.value - then),
    // A small change of a large figure is one too, so it keeps as many digits as it needs.
    change: change === null ? '' : w.signedPercent(change, Math.abs(change) < 0.0005 ? 3 : 1),
  };
}

function differenceWords(w: Wording, { metric, currency }: FigureKey, by: number): string {
  const plus = by > 0 ? '+' : '';
  switch (unitOf(metric)) {
    case 'money':
    case 'price':
      return plus + w.money(by, currency);
    case 'ratio':
      return w.signedPoints(by);
    case 'times':
      return `${plus}${w.decimal(by, 2)}×`;
    case 'count':
      return plus + w.decimal(by, 0);
  }
}

/** Of figures that sentences name beside the plain metrics. */
const moneyTokens = ['validated-revenue', 'revenue-change', 'newcomer-revenue', 'pending-over-90'];

function unitOf(metric: string): (typeof metricMeaning)[ReviewMetric]['unit'] {
  const known = reviewMetrics.find((one) => one === metric);
  if (known !== undefined) return metricMeaning[known].unit;
  return moneyTokens.some((name) => metric.startsWith(name)) ? 'money' : 'ratio';
}

/** What the rows tell of why a figure reads otherwise: approved, reversed, or reported late. */
function reasonOf(
  { metric, currency }: FigureKey,
  by: number,
  since: DecidedSince | undefined,
  isKnown: boolean,
): string {
  const w = wordingOf('en-US');
  if (!isKnown) return 'Today’s rows no longer give this figure.';
  const approved = decidedWords(w, 'Approved or paid', since?.approved, currency);
  const reversed = decidedWords(w, 'Reversed', since?.declined, currency);
  if (metric === 'revenue' || metric === 'commission' || metric === 'orders') {
    // Approval leaves what is tracked as it is, reversal takes it away; the rest came late or was changed.
    const late = by + (since?.declined[metric] ?? 0);
    const amount = differenceWords(w, { metric, currency, model: '', period: '' }, late);
    return sentences([reversed, late === 0 ? '' : `Reported late or changed: ${amount}.`]);
  }
  if (metric === 'clicks' || metric === 'leads') return 'The network reports these days anew.';
  const decided = sentences([approved, reversed]);
  if (decided !== '') return decided;
  return 'Rows of these days, or what it is set against, were reported late or changed.';
}

function decidedWords(
  w: Wording,
  what: string,
  rows: DecidedRows | undefined,
  currency: string,
): string {
  if (rows === undefined || rows.orders === 0) return '';
  const orders = w.counted(rows.orders, ['order', 'orders']);
  return `${what} since: ${orders}, ${w.money(rows.revenue, currency)}.`;
}

function sentences(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join(' ');
}
