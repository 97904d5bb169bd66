import type { Block, MetricCard, Slide, TableRow } from '../../model';
import { isOver } from '../compare';
import type { Composition } from '../composition';
import { reasonWords } from '../coverage-words';
import type { GoalLine, ReviewPeriod, ReviewSection } from '../data';
import { measureName, measureWords } from '../metrics';
import { shareOfNewCustomers, shareOfSales, type ShareOfSales } from '../share-of-sales';
import {
  cell,
  contentSlide,
  cutOffDay,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
} from '../slides';
import { capital } from '../wording';

const goalsOnSlide = 5;

/** The affiliate share of the client's sales beside the goals of the period. */
export function scorecard(review: Composition): Slide[] {
  const { data, w } = review;
  const section = data.sections[0];
  if (!section) return [];
  const pages = paged(data.goals, goalsOnSlide);
  const tables: Block[] =
    pages.length > 0 ? pages.map((goals) => goalTable(review, goals)) : [noGoals(review)];
  return tables.map((table, index) =>
    contentSlide({
      id: `scorecard-${String(index + 1)}`,
      part: partName(review),
      title: title(review, section) + pageOf(review, index, tables.length),
      rows: [
        gridRow([[12, { kind: 'metrics', cards: shareCards(review) }]], 'natural'),
        gridRow([[12, table]]),
      ],
      source: `${networkSource(review, section)}; ${w.t.scorecard.source}`,
      basis: w.t.scorecard.basis,
    }),
  );
}

function title({ data, w }: Composition, section: ReviewSection): string {
  const currency = section.currencies[0];
  if (currency === undefined)
    return w.t.scorecard.nothingSold(data.allPrograms, w.period(data.period));
  const share = shareOfSales(data, section, currency);
  if (share.ratio === null) {
    const judged = data.goals.filter((goal) => isJudged({ data }, goal));
    const met = judged.filter((goal) => goalOutcome(goal, true) === 'met').length;
    if (judged.length > 0) return w.t.scorecard.met(met, judged.length);
    if (data.goals.length > 0)
      return w.t.scorecard.goalsRunning(w.counted(data.goals.length, w.t.nouns.goals));
    return w.t.scorecard.unknown(data.allPrograms, reasonWords(w, share.reason));
  }
  return w.t.scorecard.share(data.allPrograms, w.percent(share.ratio), currency);
}

/**
 * One card per currency of the sales of a client, and one for the new customers of its B2B programs. The client's total
 * is not split by model, so where both are there the retail programs are set against it.
 */
function shareCards(review: Composition): MetricCard[] {
  const { data, w } = review;
  const words = w.t.scorecard;
  const selling =
    data.sections.length > 1
      ? data.sections.filter((one) => one.model === 'retail')
      : data.sections;
  const sales = selling.flatMap((section) =>
    section.currencies.slice(0, 4).map((currency) =>
      shareCard(
        review,
        words.shareCard(currency),
        section,
        (period) => shareOfSales(data, section, currency, period),
        (total, basis) => words.ofTotal(w.shortMoney(total, currency), basis),
      ),
    ),
  );
  const customers = data.sections
    .filter((section) => section.model === 'b2b')
    .map((section) =>
      shareCard(
        review,
        words.customersCard,
        section,
        (period) => shareOfNewCustomers(data, section, period),
        (total) => words.ofCustomers(w.decimal(total, 0)),
      ),
    );
  const cards = [...sales, ...customers].slice(0, 6);
  if (cards.length > 0) return cards;
  const note = w.t.reasons.noRevenue('');
  return [{ label: words.shareCard(''), words: w.t.notAvailable, value: null, changes: [], note }];
}

function shareCard(
  { w }: Composition,
  label: string,
  section: ReviewSection,
  shareIn: (period: ReviewPeriod | undefined) => ShareOfSales,
  totalWords: (total: number, basis: 'net' | 'gross' | null) => string,
): MetricCard {
  const share = shareIn(undefined);
  if (share.ratio === null) {
    const note = capital(reasonWords(w, share.reason));
    return { label, words: w.t.notAvailable, value: null, changes: [], note };
  }
  const earlier = section.quarters.map((quarter) => shareIn(quarter.period).ratio);
  const before = earlier.at(-2) ?? null;
  const quarter = section.quarters.at(-2);
  const against = w.t.versus(quarter === undefined ? w.t.periodBefore : w.period(quarter.period));
  return {
    label,
    words: w.percent(share.ratio),
    value: share.ratio,
    changes: before === null ? [] : [pointsChange(w, share.ratio - before, against)],
    note: totalWords(share.total, share.basis),
    history: earlier,
  };
}

function pointsChange(
  w: Composition['w'],
  difference: number,
  against: string,
): MetricCard['changes'][number] {
  const words = w.signedPoints(difference);
  if (Math.abs(difference) < 0.0005) return { words: `→ ${words}`, against, tone: 'plain' };
  return difference > 0
    ? { words: `▲ ${words}`, against, tone: 'good' }
    : { words: `▼ ${words}`, against, tone: 'bad' };
}

function noGoals({ data, w }: Composition): Block {
  return {
    kind: 'text',
    style: 'body',
    heading: w.t.scorecard.goals,
    paragraphs: [[{ words: w.t.scorecard.noGoal(w.period(data.period)) }]],
  };
}

function goalTable(review: Composition, goals: readonly GoalLine[]): Block {
  const { heading, columns } = review.w.t.scorecard;
  return {
    kind: 'table',
    heading,
    density: 'normal',
    columns: [
      labelColumn(columns.goal, 4.2, 2),
      labelColumn(columns.days, 2.9),
      numberColumn(columns.target, 1.5),
      numberColumn(columns.actual, 1.5),
      numberColumn(columns.against, 1.5),
      labelColumn(columns.result, 3, 2),
    ],
    rows: goals.map((goal) => goalRow(review, goal)),
  };
}

/** A goal's own name, or its measure with its currency; and the program that it is of. */
export function goalName({ w }: Pick<Composition, 'w'>, goal: GoalLine): string {
  const measure = measureName(w, goal.metric, goal.model);
  const name =
    goal.name === '' ? measure + (goal.currency === null ? '' : `, ${goal.currency}`) : goal.name;
  return goal.program === '' || name.includes(goal.program) ? name : `${name} (${goal.program})`;
}

function goalRow({ data, w }: Composition, goal: GoalLine): TableRow {
  const words = (value: number | null): string =>
    value === null ? w.t.notAvailable : measureWords(w, goal.metric, value, goal.currency);
  const start = [
    cell(goalName({ w }, goal)),
    cell(`${w.shortDate(goal.from)} – ${w.shortDate(goal.to)}`),
    cell(words(goal.target), goal.target),
    cell(words(goal.actual), goal.actual),
  ];
  if (goal.actual === null || goal.target === null || goal.target <= 0) {
    const reason =
      goal.actual === null && goal.reason !== null
        ? reasonWords(w, goal.reason)
        : w.t.scorecard.noTarget;
    const told = `${w.t.notAvailable}: ${reason}`;
    return tableRow([...start, cell(w.t.notAvailable), cell(told, null, 'quiet')]);
  }
  const ratio = goal.actual / goal.target;
  const outcome = goalOutcome(goal, cutOffDay(data) > goal.to);
  const { words: result, tone } = outcomes[outcome];
  return tableRow([
    ...start,
    cell(w.signedPercent(ratio - 1), ratio - 1),
    cell(`${result} ${w.t.scorecard.outcomes[outcome]}`.trim(), undefined, tone),
  ]);
}

const outcomes = {
  met: { words: '✓', tone: 'good' },
  reached: { words: '✓', tone: 'good' },
  close: { words: '≈', tone: 'warning' },
  missed: { words: '✗', tone: 'bad' },
  running: { words: '', tone: 'quiet' },
} as const;

const ceilings: readonly string[] = [
  'reversalRate',
  'pendingShare',
  'effectiveCommissionRate',
  'commission',
  'networkFee',
];

/** What became of a goal; a ceiling, such as a reversal rate, is met from below. Null where it can't be said. */
export function goalOutcome(goal: GoalLine, over: boolean): keyof typeof outcomes {
  const ratio = (goal.actual ?? 0) / (goal.target ?? 1);
  const ceiling = ceilings.includes(goal.metric);
  const met = ceiling ? ratio <= 1 : ratio >= 1;
  if (!over) return met && !ceiling ? 'reached' : 'running';
  if (met) return 'met';
  return (ceiling ? ratio <= 1.1 : ratio >= 0.9) ? 'close' : 'missed';
}

/** Was the goal's period over at the cut-off, and is everything known that judges it? */
export function isJudged({ data }: Pick<Composition, 'data'>, goal: GoalLine): boolean {
  const known = goal.actual !== null && goal.target !== null && goal.target > 0;
  return known && isOver(data, goal);
}
