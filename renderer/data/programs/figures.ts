import type { ExploreRow } from '../../../shared/domain/explore';
import type { ProgramFigure } from '../../../shared/domain/program-page';
import { metricDefinitions } from '../../../shared/domain/metrics';
import type { CoverageLine, Metric } from '../../../shared/domain/query';
import type { ProgramModel, Status } from '../../../shared/domain/vocabulary';
import { addMonths, monthKey, startOfMonth, type Day } from '../../../shared/kernel/days';
import { askFacts, daysCounted, isWhole, type Asker, type Days, type Table } from './ask';

/** So many months are drawn small beside each figure. */
const seriesMonths = 13;

const ofModel: Readonly<Record<ProgramModel, readonly Metric[]>> = {
  retail: [
    'revenue',
    'orders',
    'clicks',
    'conversionRate',
    'averageOrderValue',
    'commission',
    'effectiveCommissionRate',
    'epc',
    'roas',
    'newCustomers',
  ],
  b2b: [
    'revenue',
    'orders',
    'newCustomers',
    'renewals',
    'leads',
    'averageOrderValue',
    'commission',
    'effectiveCommissionRate',
    'roas',
  ],
};

export interface Figures {
  readonly figures: readonly ProgramFigure[];
  readonly months: readonly string[];
  readonly coverage: readonly CoverageLine[];
}

interface Spans {
  readonly days: Days;
  readonly earlier: Days;
  readonly today: Day;
  /** Transactions younger than so many days can still be declined. */
  readonly lockingDays: number;
}

/** The page's figures in one currency, each with the period before and its course over the last year. */
export async function gatherFigures(
  asker: Asker,
  model: ProgramModel,
  currency: string | null,
  spans: Spans,
): Promise<Figures> {
  const { days, earlier, today, lockingDays } = spans;
  const first = addMonths(startOfMonth(days.to), 1 - seriesMonths);
  const year = { from: first, to: days.to };
  const months = Array.from({ length: seriesMonths }, (_, at) => monthKey(addMonths(first, at)));
  const counted = daysCounted(asker, year);
  const isCounted = months.map(
    (_, at) =>
      counted !== null &&
      addMonths(first, at) <= counted.to &&
      addMonths(first, at + 1) > counted.from,
  );
  const courseOf = (monthly: Table, at: number, metric: Metric): (number | null)[] => {
    const known = new Map(
      monthly.rows
        .filter((row) => isOf(row, currency))
        .map((row) => [row.names[0], row.values[at] ?? null]),
    );
    const nothing = adds(metric) && isWhole(monthly.coverage, metric) ? 0 : null;
    return months.map((month, place) => {
      const value = known.get(month);
      if (isCounted[place] !== true) return null;
      return value === undefined ? nothing : value;
    });
  };
  const metrics = ofModel[model];
  // Counts of all currencies are one figure; amounts have one per currency.
  const parts = [
    metrics.filter((metric) => metricDefinitions[metric].perCurrency),
    metrics.filter((metric) => !metricDefinitions[metric].perCurrency),
  ];
  const found = new Map<Metric, ProgramFigure>();
  const coverage: CoverageLine[] = [];
  for (const asked of parts) {
    const now = await askFacts(asker, { metrics: asked, days, earlier });
    const monthly = await askFacts(asker, { metrics: asked, by: ['month'], days: year });
    coverage.push(...now.coverage);
    for (const [at, metric] of asked.entries()) {
      found.set(metric, {
        metric,
        basis: 'tracked',
        ...valuesIn(now, currency, at, metric),
        series: courseOf(monthly, at, metric),
      });
    }
  }
  const approved: Status[] = ['approved'];
  const validated = await askFacts(asker, {
    metrics: ['revenue'],
    days,
    earlier,
    statuses: approved,
  });
  const validatedMonthly = await askFacts(asker, {
    metrics: ['revenue'],
    by: ['month'],
    days: year,
    statuses: approved,
  });
  const figures = metrics.flatMap((metric) => found.get(metric) ?? []);
  figures.splice(1, 0, {
    metric: 'revenue',
    basis: 'validated',
    ...valuesIn(validated, currency, 0, 'revenue'),
    series: courseOf(validatedMonthly, 0, 'revenue'),
  });
  const settled = today - lockingDays;
  const reversals = await askFacts(asker, {
    metrics: ['reversalRate'],
    days: { from: Math.min(days.from, settled), to: Math.min(days.to, settled) },
    earlier: { from: earlier.from, to: Math.min(earlier.to, settled) },
  });
  const isMature = days.from <= settled;
  const rate = valuesIn(reversals, currency, 0, 'reversalRate');
  figures.push({
    metric: 'reversalRate',
    basis: 'mature',
    value: isMature ? rate.value : null,
    previous: earlier.from <= settled ? rate.previous : null,
    series: [],
  });
  // Where none of the days is old enough, other days were asked about.
  if (isMature) coverage.push(...reversals.coverage);
  return { figures, months, coverage };
}

type Values = Pick<ProgramFigure, 'value' | 'previous'>;

function valuesIn(
  { rows, coverage, previousCoverage }: Table,
  currency: string | null,
  at: number,
  metric: Metric,
): Values {
  const row = rows.find((one) => isOf(one, currency));
  if (row !== undefined)
    return { value: row.values[at] ?? null, previous: row.previous[at] ?? null };
  return {
    value: adds(metric) && isWhole(coverage, metric) ? 0 : null,
    previous: adds(metric) && isWhole(previousCoverage, metric) ? 0 : null,
  };
}

function isOf(row: ExploreRow, currency: string | null): boolean {
  return row.currency === null || row.currency === currency;
}

/** Is it 0 where there is nothing? A ratio is not. */
function adds(metric: Metric): boolean {
  return (
    metricDefinitions[metric].unit === 'count' || metric === 'revenue' || metric === 'commission'
  );
}
