import {
  fellByAQuarter,
  leftTopTen,
  reversalsDoubled,
  stoppedPartners,
  unusualDays,
  type DayValue,
} from '../../../shared/domain/anomalies';
import type { ExploreRow } from '../../../shared/domain/explore';
import type { ProgramChange, ProgramFigure } from '../../../shared/domain/program-page';
import type { CoverageLine, Metric } from '../../../shared/domain/query';
import { formatDay, type Day } from '../../../shared/kernel/days';
import { askFacts, daysCounted, isWhole, type Asker, type Days } from './ask';

/** So many of the last days are judged, against the eight weeks before each. */
const judgedDays = 14;
const most = 6;

interface Known {
  readonly currency: string | null;
  readonly days: Days;
  readonly today: Day;
  /** By partner in the page's currency, both periods. */
  readonly partners: readonly ExploreRow[];
  readonly figures: readonly ProgramFigure[];
}

/** What is worth a look: unusual days, a week that fell, partners who stopped, reversals; the most at risk first. */
export async function gatherChanges(asker: Asker, known: Known): Promise<ProgramChange[]> {
  const { currency, days, today } = known;
  const counted = daysCounted(asker, days);
  if (counted === null) return [];
  // Today is not over, so it is never unusual.
  const last = Math.min(counted.to, today - 1);
  const { rows, coverage } = await askFacts(asker, {
    metrics: ['revenue', 'clicks'],
    by: ['day'],
    days: { from: last - judgedDays - 57, to: last },
  });
  const own = rows.filter((row) => row.currency === currency);
  const series = (metric: Metric, at: number): DayValue[] =>
    seriesOf(own, coverage, metric, at, { from: last - judgedDays - 57, to: last });
  const revenue = series('revenue', 0);
  const clicks = series('clicks', 1);
  const changes = [
    ...unusual('revenue', revenue),
    ...unusual('clicks', clicks),
    ...fallenWeek(revenue, last),
    ...silentClicks(clicks, revenue, last),
    // Whoever moved with the program did not stop.
    ...(counted.to < days.to ? [] : partnerMoves(known)),
    ...reversals(known),
  ];
  return changes.sort((a, b) => b.atRisk - a.atRisk).slice(0, most);
}

function seriesOf(
  rows: readonly ExploreRow[],
  coverage: readonly CoverageLine[],
  metric: Metric,
  at: number,
  { from, to }: Days,
): DayValue[] {
  const byDay = new Map(rows.map((row) => [row.names[0], row.values[at] ?? null]));
  const nothing = isWhole(coverage, metric) ? 0 : null;
  return Array.from({ length: to - from + 1 }, (_, index) => {
    const found = byDay.get(formatDay(from + index));
    return { day: from + index, value: found === undefined ? nothing : found };
  });
}

function unusual(metric: 'revenue' | 'clicks', series: readonly DayValue[]): ProgramChange[] {
  const found = unusualDays(series, judgedDays).sort(
    (a, b) => Math.abs(b.distance) - Math.abs(a.distance),
  );
  return found.slice(0, 2).map(({ day, value, usual }) => ({
    kind: 'unusual-day',
    metric,
    day: formatDay(day),
    value,
    usual,
    // Clicks are no amount: they are told after everything that has one.
    atRisk: metric === 'revenue' ? Math.abs(usual - value) : 0,
  }));
}

function fallenWeek(revenue: readonly DayValue[], last: Day): ProgramChange[] {
  const [now, before] = [sumOf(revenue.slice(-7)), sumOf(revenue.slice(-14, -7))];
  if (fellByAQuarter(before, now) !== true || now === null || before === null) return [];
  const change = { value: now, previous: before, atRisk: before - now };
  return [{ kind: 'revenue-fell', from: formatDay(last - 6), to: formatDay(last), ...change }];
}

function silentClicks(
  clicks: readonly DayValue[],
  revenue: readonly DayValue[],
  last: Day,
): ProgramChange[] {
  const [now, before] = [sumOf(clicks.slice(-7)), sumOf(clicks.slice(-14, -7))];
  if (now !== 0 || before === null || before === 0) return [];
  const atRisk = sumOf(revenue.slice(-14, -7)) ?? 0;
  return [{ kind: 'no-clicks', from: formatDay(last - 6), to: formatDay(last), atRisk }];
}

function partnerMoves({ partners }: Known): ProgramChange[] {
  const moves = partners.flatMap((row) => {
    const [now, before] = [row.values[0] ?? null, row.previous[0] ?? null];
    if (now === null || before === null) return [];
    return [{ partner: row.names[0] ?? 'No partner named', id: row.ids[0] ?? '', now, before }];
  });
  const told = (
    kind: 'partner-stopped' | 'partner-left-top',
    list: typeof moves,
  ): ProgramChange[] =>
    list.slice(0, 3).map(({ partner, id, now, before }) => ({
      kind,
      partner,
      id,
      value: now,
      previous: before,
      atRisk: before - now,
    }));
  return [
    ...told('partner-stopped', stoppedPartners(moves)),
    ...told('partner-left-top', leftTopTen(moves)),
  ];
}

function reversals({ figures }: Known): ProgramChange[] {
  const rate = figures.find(({ metric }) => metric === 'reversalRate');
  const revenue = figures.find(({ metric }) => metric === 'revenue');
  const [value, previous] = [rate?.value ?? null, rate?.previous ?? null];
  if (reversalsDoubled(previous, value) !== true || value === null || previous === null) return [];
  const atRisk = (revenue?.value ?? 0) * (value - previous);
  return [{ kind: 'reversals-doubled', value, previous, atRisk }];
}

/** The sum of some days; unknown when one of them is. */
function sumOf(days: readonly DayValue[]): number | null {
  return days.reduce<number | null>(
    (sum, { value }) => (sum === null || value === null ? null : sum + value),
    0,
  );
}
