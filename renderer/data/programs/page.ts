import type {
  CoverageMonth,
  ProgramPage,
  ProgramQuestion,
  ProgramTrend,
} from '../../../shared/domain/program-page';
import type { CoverageLine, Metric } from '../../../shared/domain/query';
import { addMonths, monthKey, parseDay, startOfMonth, type Day } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import { countsFor, type ProgramEntry } from '../directory';
import { bucketsOf } from '../explorer/buckets';
import { askerOf, askFacts, daysCounted, isWhole, type Asker, type Days } from './ask';
import { gatherChanges } from './changes';
import { gatherFigures } from './figures';
import { gatherGoals } from './goals';
import { gatherParts } from './partners';
import { successionOf } from './succession';

/** So many months of coverage are told. */
const coverageMonths = 12;

/** Everything that a program's screen shows of the facts. Throws NOT_FOUND for a program without a connection. */
export async function programPage(question: ProgramQuestion): Promise<ProgramPage> {
  const asker = await askerOf((entry) => countsFor(entry, question.program));
  const program = asker.programs.find(({ programId }) => programId === question.program);
  if (program === undefined) {
    throw new DeskError('NOT_FOUND', 'This program has no connection to a network.');
  }
  const [days, earlier] = [daysIn(question.current), daysIn(question.previous)];
  const today = dayIn(question.today);
  const { currency, others } = await currencyOf(asker, days);
  const spans = { days, earlier };
  const { lockingDays, model } = program;
  const figures = await gatherFigures(asker, model, currency, { ...spans, today, lockingDays });
  const { all, ...parts } = await gatherParts(asker, model, currency, spans);
  return {
    name: program.program,
    client: program.client,
    model,
    connection: program.source,
    currency,
    others,
    ...figures,
    succession: await successionOf(program),
    trend: await trendOf(asker, program, currency, spans),
    ...parts,
    goals: await gatherGoals(program, currency, days, today),
    changes: await gatherChanges(asker, {
      currency,
      days,
      today,
      partners: all,
      figures: figures.figures,
    }),
    coverageMonths: await monthsRead(asker, today),
  };
}

/** The program's own currency, or the one with most revenue; what is in others is told beside. */
async function currencyOf(
  asker: Asker,
  days: Days,
): Promise<Pick<ProgramPage, 'currency' | 'others'>> {
  const { rows } = await askFacts(asker, { metrics: ['revenue'], days });
  const found = rows
    .flatMap(({ currency, values }) =>
      currency === null ? [] : [{ currency, amountMinor: values[0] ?? 0 }],
    )
    .sort((a, b) => b.amountMinor - a.amountMinor);
  const own =
    asker.programs.find(({ currency: said }) => said !== null)?.currency ??
    found[0]?.currency ??
    null;
  const others = found.filter(({ currency, amountMinor }) => currency !== own && amountMinor !== 0);
  return { currency: own, others };
}

async function trendOf(
  asker: Asker,
  { succession }: ProgramEntry,
  currency: string | null,
  { days, earlier }: { readonly days: Days; readonly earlier: Days },
): Promise<ProgramTrend> {
  const length = days.to - days.from + 1;
  const by = length <= 45 ? 'day' : length <= 200 ? 'week' : 'month';
  const table = await askFacts(asker, { metrics: ['revenue'], by: [by], days, earlier });
  const own = new Map(
    table.rows
      .filter((row) => row.currency === currency)
      .map((row) => [row.names[0], row] as const),
  );
  const words = bucketsOf(by, days) ?? [];
  const nothing = isWhole(table.coverage, 'revenue') ? 0 : null;
  const nothingBefore = isWhole(table.previousCoverage, 'revenue') ? 0 : null;
  const { from: first, to: last } = succession?.counted ?? { from: -Infinity, to: Infinity };
  const isCounted = placesCounted(asker, by, days);
  const wasCounted = placesCounted(asker, by, earlier);
  return {
    by,
    words,
    cut: { current: cutPlaces(by, days), previous: cutPlaces(by, earlier) },
    handOver: first > days.from && first <= days.to ? placeOf(by, days, first) : null,
    ends: last >= days.from && last < days.to ? placeOf(by, days, last) : null,
    current: words.map((word, at) => {
      const row = own.get(word);
      if (!isCounted(at)) return null;
      return row === undefined ? nothing : (row.values[0] ?? null);
    }),
    previous: words.map((word, at) => {
      const row = own.get(word);
      if (!wasCounted(at)) return null;
      return row === undefined ? nothingBefore : (row.previous[0] ?? null);
    }),
  };
}

/** The first and the last stretch, where the days begin or end within them. */
function cutPlaces(by: ProgramTrend['by'], days: Days): number[] {
  const { from, to } = days;
  const isOne = (day: Day): boolean => placeOf(by, { from: day - 1, to: day }, day) === 0;
  return [...(isOne(from) ? [0] : []), ...(isOne(to + 1) ? [placeOf(by, days, to)] : [])];
}

/** In which of the stretches between two days does a day lie? */
function placeOf(by: ProgramTrend['by'], { from }: Days, day: Day): number {
  return (bucketsOf(by, { from, to: day }) ?? []).length - 1;
}

/** Does anything count in a stretch, by its place between two days? Where another program does, nothing is not 0. */
function placesCounted(asker: Asker, by: ProgramTrend['by'], days: Days): (at: number) => boolean {
  const counted = daysCounted(asker, days);
  if (counted === null) return () => false;
  const [first, last] = [placeOf(by, days, counted.from), placeOf(by, days, counted.to)];
  return (at) => at >= first && at <= last;
}

/** How far the last months have been read, as far as the program counts in them. */
async function monthsRead(asker: Asker, today: Day): Promise<CoverageMonth[]> {
  const months: CoverageMonth[] = [];
  for (let back = coverageMonths - 1; back >= 0; back -= 1) {
    const from = addMonths(startOfMonth(today), -back);
    const days = { from, to: Math.min(addMonths(from, 1) - 1, today) };
    if (daysCounted(asker, days) === null) continue;
    const { coverage } = await askFacts(asker, {
      metrics: ['orders', 'commission', 'clicks'],
      days,
    });
    const stateOf = (metric: Metric): CoverageLine['state'] =>
      worstOf(coverage.filter((line) => line.metric === metric));
    months.push({
      month: monthKey(from),
      orders: stateOf('orders'),
      commission: stateOf('commission'),
      clicks: stateOf('clicks'),
      notes: [...new Set(coverage.flatMap(({ note }) => note ?? []))],
    });
  }
  return months;
}

/** Of several sources the one of which least is known. */
function worstOf(lines: readonly CoverageLine[]): CoverageLine['state'] {
  const worst = lines.find(({ state }) => state !== 'complete' && state !== 'assumed');
  return (worst ?? lines.find(({ state }) => state !== 'complete') ?? lines[0])?.state ?? 'partial';
}

function daysIn({ from, to }: { readonly from: string; readonly to: string }): Days {
  return { from: dayIn(from), to: dayIn(to) };
}

function dayIn(text: string): Day {
  const day = parseDay(text);
  if (day === null) throw new DeskError('BAD_QUERY', `'${text}' is not a date.`);
  return day;
}
