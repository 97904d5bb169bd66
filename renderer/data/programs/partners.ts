import { b2bDrivers, retailDrivers } from '../../../shared/domain/drivers';
import type { ExploreRow } from '../../../shared/domain/explore';
import type { ProgramPage, ProgramPart } from '../../../shared/domain/program-page';
import { partnerTypeSchema, type ProgramModel } from '../../../shared/domain/vocabulary';
import { askFacts, isWhole, type Asker, type Days } from './ask';

interface Spans {
  readonly days: Days;
  readonly earlier: Days;
}

type Parts = Pick<ProgramPage, 'drivers' | 'types' | 'partners' | 'partnerCount'>;

/** Who brought the revenue, by type and by partner, and what moved it. */
export async function gatherParts(
  asker: Asker,
  model: ProgramModel,
  currency: string | null,
  spans: Spans,
): Promise<Parts & { readonly all: readonly ExploreRow[] }> {
  const inCurrency = (row: ExploreRow): boolean => row.currency === currency;
  const types = await askFacts(asker, {
    metrics: ['revenue', 'orders', 'clicks', 'newCustomers'],
    by: ['partnerType'],
    ...spans,
  });
  const partners = await askFacts(asker, {
    metrics: ['revenue', 'orders'],
    by: ['partner'],
    ...spans,
  });
  const ofTypes = types.rows.filter(inCurrency);
  const all = partners.rows.filter(inCurrency);
  const isKnown = isWhole(types.coverage, 'revenue') && isWhole(types.previousCoverage, 'revenue');
  return {
    drivers: isKnown || hasBoth(ofTypes) ? driversOf(model, ofTypes) : null,
    types: ofTypes
      .filter(isSeen)
      .map((row) => ({
        type: partnerTypeSchema.safeParse(row.names[0]).data ?? null,
        ...partOf(row),
      }))
      .sort(byValue),
    partners: all
      .filter(isSeen)
      .map((row) => ({ id: row.ids[0] ?? '', name: row.names[0] ?? null, ...partOf(row) }))
      .sort(byValue)
      .slice(0, 10),
    partnerCount: all.filter((row) => (row.values[0] ?? 0) > 0).length,
    all,
  };
}

function hasBoth(rows: readonly ExploreRow[]): boolean {
  return rows.length > 0 && rows.every(({ values, previous }) => known(values) && known(previous));
}

function known(values: readonly (number | null)[]): boolean {
  return (values[0] ?? null) !== null && (values[1] ?? null) !== null;
}

function isSeen({ values, previous }: ExploreRow): boolean {
  return (values[0] ?? 0) !== 0 || (previous[0] ?? 0) !== 0;
}

function partOf({ values, previous }: ExploreRow): ProgramPart {
  return { value: values[0] ?? null, previous: previous[0] ?? null, orders: values[1] ?? null };
}

function byValue(a: ProgramPart, b: ProgramPart): number {
  return (b.value ?? 0) - (a.value ?? 0) || (b.previous ?? 0) - (a.previous ?? 0);
}

function driversOf(model: ProgramModel, rows: readonly ExploreRow[]): ProgramPage['drivers'] {
  const half = (values: readonly (number | null)[]) => ({
    revenue: values[0] ?? 0,
    orders: values[1] ?? 0,
    clicks: values[2] ?? null,
    newCustomers: values[3] ?? 0,
  });
  if (model === 'retail') {
    return retailDrivers(
      rows.map(({ values, previous }) => ({ now: half(values), before: half(previous) })),
    );
  }
  const sum = (pick: (row: ExploreRow) => readonly (number | null)[]) =>
    rows
      .map((row) => half(pick(row)))
      .reduce(
        (all, { revenue, orders, newCustomers }) => ({
          revenue: all.revenue + revenue,
          payments: all.payments + orders,
          newCustomers: all.newCustomers + newCustomers,
        }),
        { revenue: 0, payments: 0, newCustomers: 0 },
      );
  return b2bDrivers(
    sum(({ previous }) => previous),
    sum(({ values }) => values),
  );
}
