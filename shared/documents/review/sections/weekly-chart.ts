import { parseDay, weekKey } from '../../../kernel/days';
import type { ChartBlock } from '../../model';
import type { Composition } from '../composition';
import type { ReviewSection } from '../data';
import { chartSeries, cutOffDay } from '../slides';

/** Fewer weeks than this are no line. */
const leastWeeks = 4;
const daysInYear = 364;

/**
 * Tracked revenue by week, beside the same weeks a year (52 weeks) earlier. Only weeks that lie whole in the period and
 * before the cut-off are shown. Null where fewer than four of them are known.
 */
export function weeklyChart(
  { data, w }: Composition,
  section: ReviewSection,
  currency: string,
): ChartBlock | null {
  const revenue = new Map(
    section.weeks
      .filter((line) => line.currency === currency)
      .map((line) => [line.week, line.revenue]),
  );
  const mondays = wholeWeeks(data.period.from, earlierDay(data.period.to, cutOffDay(data)));
  const now = mondays.map((day) => revenue.get(weekKey(day)) ?? null);
  const before = mondays.map((day) => revenue.get(weekKey(day - daysInYear)) ?? null);
  if (known(now) < leastWeeks) return null;
  const money = (amount: number): string => w.shortMoney(amount, currency);
  const heading = w.t.summary.byWeek(currency);
  const earlier =
    known(before) < leastWeeks
      ? []
      : [chartSeries(w.period(section.lastYear.period), 'quiet', before, money)];
  return {
    kind: 'chart',
    heading,
    chart: {
      type: 'lines',
      stacked: false,
      categories: mondays.map((day) => String(Number(weekKey(day).slice(-2)))),
      series: [chartSeries(w.period(data.period), 'accent', now, money), ...earlier],
      currency,
      unfinished: [],
      description: heading,
    },
  };
}

function known(values: readonly (number | null)[]): number {
  return values.filter((value) => value !== null).length;
}

function earlierDay(a: string, b: string): string {
  return a < b ? a : b;
}

/** The first days of the ISO weeks that lie between two days, both included. */
function wholeWeeks(from: string, to: string): number[] {
  const [first, last] = [parseDay(from) ?? 0, parseDay(to) ?? 0];
  const mondays: number[] = [];
  for (let day = first; day + 6 <= last; day += 1)
    if (weekKey(day) === weekKey(day + 6)) mondays.push(day);
  return mondays;
}
