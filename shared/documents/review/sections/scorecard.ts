import type { Block, MetricCard, Slide, TableRow } from '../../model';
import { signedPercent } from '../compare';
import type { Composition } from '../composition';
import type { GoalLine, ReviewData, ReviewPeriod, ReviewSection } from '../data';
import { shareOfNewCustomers, shareOfSales, type ShareOfSales } from '../share-of-sales';
import {
  cell,
  contentSlide,
  gridRow,
  labelColumn,
  networkSource,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
} from '../slides';
import { measureWords } from '../metric-words';
import { capital, decimal, percent, shortDate, shortMoney } from '../wording';

const goalsOnSlide = 5;

/** The affiliate share of the client's sales beside the goals of the period. */
export function scorecard({ data }: Composition): Slide[] {
  const section = data.sections[0];
  if (!section) return [];
  const pages = paged(data.goals, goalsOnSlide);
  const tables: Block[] =
    pages.length > 0 ? pages.map((goals) => goalTable(data, goals)) : [noGoals(data)];
  return tables.map((table, index) =>
    contentSlide({
      id: `scorecard-${String(index + 1)}`,
      part: partName(data),
      title: title(data, section) + pageOf(index, tables.length),
      rows: [
        gridRow([[12, { kind: 'metrics', cards: shareCards(data) }]], 'natural'),
        gridRow([[12, table]]),
      ],
      source: `${networkSource(data, section)}; client totals and goals as recorded by the agency`,
      basis:
        'Share = tracked revenue of the reviewed programs ÷ the client’s own total sales, same days and currency',
    }),
  );
}

function title(data: ReviewData, section: ReviewSection): string {
  const currency = section.currencies[0];
  const subject = data.allPrograms ? 'Affiliate sales' : 'Sales of the reviewed programs';
  if (currency === undefined) return `${subject}: nothing was sold in ${data.period.name}`;
  const share = shareOfSales(data, section, currency);
  if (share.ratio === null) return `${subject}, share of the client’s total: n/a, ${share.reason}`;
  return `${subject} were ${percent(share.ratio)} of the client’s total in ${currency}`;
}

/**
 * One card per currency of the sales of a client, and one for the new customers of its B2B programs. The client's total
 * is not split by model, so where both are there the retail programs are set against it.
 */
function shareCards(data: ReviewData): MetricCard[] {
  const selling =
    data.sections.length > 1
      ? data.sections.filter((one) => one.model === 'retail')
      : data.sections;
  const sales = selling.flatMap((section) =>
    section.currencies.slice(0, 4).map((currency) =>
      shareCard(
        `Share of the client’s sales, ${currency}`,
        section,
        (period) => shareOfSales(data, section, currency, period),
        (total) => shortMoney(total, currency),
      ),
    ),
  );
  const customers = data.sections
    .filter((section) => section.model === 'b2b')
    .map((section) =>
      shareCard(
        'Share of the client’s new customers',
        section,
        (period) => shareOfNewCustomers(data, section, period),
        (total) => decimal(total, 0),
      ),
    );
  const cards = [...sales, ...customers].slice(0, 6);
  if (cards.length > 0) return cards;
  return [
    {
      label: 'Share of the client’s sales',
      words: 'n/a',
      value: null,
      changes: [],
      note: 'No tracked revenue in the period',
    },
  ];
}

function shareCard(
  label: string,
  section: ReviewSection,
  shareIn: (period: ReviewPeriod | undefined) => ShareOfSales,
  totalWords: (total: number) => string,
): MetricCard {
  const share = shareIn(undefined);
  if (share.ratio === null) {
    return { label, words: 'n/a', value: null, changes: [], note: capital(share.reason) };
  }
  const earlier = section.quarters.map((quarter) => shareIn(quarter.period).ratio);
  const before = earlier.at(-2) ?? null;
  const name = section.quarters.at(-2)?.period.name ?? '';
  return {
    label,
    words: percent(share.ratio),
    value: share.ratio,
    changes: before === null ? [] : [pointsChange(share.ratio - before, `vs ${name}`)],
    note: `of ${totalWords(share.total)} ${share.basis}`,
    history: earlier,
  };
}

function pointsChange(difference: number, against: string): MetricCard['changes'][number] {
  const level = Math.abs(difference) < 0.0005;
  const words = `${decimal(Math.abs(difference) * 100, 1)}\u00A0pp`;
  if (level) return { words: `→ ${words}`, against, tone: 'plain' };
  return difference > 0
    ? { words: `▲ +${words}`, against, tone: 'good' }
    : { words: `▼ −${words}`, against, tone: 'bad' };
}

function noGoals(data: ReviewData): Block {
  return {
    kind: 'text',
    style: 'body',
    heading: 'Goals',
    paragraphs: [[{ words: `No goal is recorded for ${data.period.name}.` }]],
  };
}

function goalTable(data: ReviewData, goals: readonly GoalLine[]): Block {
  return {
    kind: 'table',
    heading: 'Goals of the period',
    density: 'normal',
    columns: [
      labelColumn('Goal', 4.2, 2),
      labelColumn('Days', 2.9),
      numberColumn('Target', 1.5),
      numberColumn('Actual', 1.5),
      numberColumn('Against target', 1.5),
      labelColumn('Result', 3),
    ],
    rows: goals.map((goal) => goalRow(data, goal)),
  };
}

function goalRow(data: ReviewData, goal: GoalLine): TableRow {
  const days = `${shortDate(goal.from)} – ${shortDate(goal.to)}`;
  const target = goal.target === null ? 'n/a' : goalWords(goal, goal.target);
  if (goal.actual === null || goal.target === null || goal.target <= 0) {
    const reason = goal.actual === null ? goal.reason : 'no target is recorded';
    const actual = goal.actual === null ? 'n/a' : goalWords(goal, goal.actual);
    return tableRow([
      cell(goal.name),
      cell(days),
      cell(target, goal.target),
      cell(actual, goal.actual),
      cell('n/a'),
      cell(`n/a: ${reason}`, null, 'quiet'),
    ]);
  }
  const ratio = goal.actual / goal.target;
  const over = new Date(data.cutOff).toISOString().slice(0, 10) > goal.to;
  const result = goalResult(goal, ratio, over);
  return tableRow([
    cell(goal.name),
    cell(days),
    cell(target, goal.target),
    cell(goalWords(goal, goal.actual), goal.actual),
    cell(signedPercent(ratio - 1), ratio - 1),
    cell(result.words, undefined, result.tone),
  ]);
}

/** A ceiling, such as a reversal rate, is met from below. */
function goalResult(
  goal: GoalLine,
  ratio: number,
  over: boolean,
): { words: string; tone: 'good' | 'bad' | 'warning' | 'quiet' } {
  const ceiling = [
    'reversalRate',
    'pendingShare',
    'effectiveCommissionRate',
    'commission',
    'networkFee',
  ].includes(goal.metric);
  const met = ceiling ? ratio <= 1 : ratio >= 1;
  if (!over)
    return {
      words: met && !ceiling ? '✓ Reached already' : 'Still running',
      tone: met && !ceiling ? 'good' : 'quiet',
    };
  if (met) return { words: '✓ Met', tone: 'good' };
  const close = ceiling ? ratio <= 1.1 : ratio >= 0.9;
  return close
    ? { words: '≈ Missed by less than a tenth', tone: 'warning' }
    : { words: '✗ Missed', tone: 'bad' };
}

function goalWords(goal: GoalLine, value: number): string {
  return measureWords(goal.metric, value, goal.currency);
}
