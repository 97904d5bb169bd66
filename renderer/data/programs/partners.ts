import { b2bDrivers, retailDrivers, type B2bSums } from '../../../shared/domain/drivers';
import type { ExploreRow } from '../../../shared/domain/explore';
import type { ProgramPage, ProgramPart } from '../../../shared/domain/program-page';
import { partnerTypeSchema, type ProgramModel } from '../../../shared/domain/vocabulary';
import { lapsedCustomers, type LapsedCustomers } from '../facts';
import { askFacts, isWhole, type Asker, type Days } from './ask';

interface Spans {
  readonly days: Days;
  readonly earlier: Days;
}

type Parts = Pick<ProgramPage, 'drivers' | 'churn' | 'types' | 'partners' | 'partnerCount'>;

/** In fewer days not even who pays by the month has to pay. */
const shortestForChurn = 28;

/** Who brought the revenue, by type and by partner, and what moved it. */
export async function gatherParts(
  asker: Asker,
  model: ProgramModel,
  currency: string | null,
  spans: Spans,
): Promise<Parts & { readonly all: readonly ExploreRow[] }> {
  const inCurrency = (row: ExploreRow): boolean => row.currency === currency;
  const types = await askFacts(asker, {
    metrics:
      model === 'retail'
        ? ['revenue', 'orders', 'clicks']
        : ['revenue', 'orders', 'newCustomers', 'newCustomerRevenue', 'renewalRevenue'],
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
  const { churn, lapsed } = await churnOf(asker, model, spans, isKnown);
  const lost = lapsed === null ? null : (lapsed.laterRevenue.get(currency ?? '') ?? 0);
  return {
    drivers: isKnown || hasBoth(ofTypes) ? driversOf(model, ofTypes, lost) : null,
    churn,
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

/** Who stopped paying, where that can be said. */
async function churnOf(
  { programs }: Asker,
  model: ProgramModel,
  { days, earlier }: Spans,
  isKnown: boolean,
): Promise<Pick<ProgramPage, 'churn'> & { readonly lapsed: LapsedCustomers | null }> {
  // The program itself comes last of those that it follows.
  const program =
    programs.find(({ succession }) => (succession?.followedBy ?? null) === null) ?? programs[0];
  if (model === 'retail' || program === undefined) return { churn: null, lapsed: null };
  const unknown = (why: 'short-days' | 'days-not-read' | 'two-programs') =>
    ({ churn: { isKnown: false, why }, lapsed: null }) as const;
  if (
    programs.length > 1 &&
    programs.some(({ succession }) => isWithin(succession?.counted.from, earlier.from, days.to))
  )
    return unknown('two-programs');
  const isShort = [days, earlier].some(({ from, to }) => to - from + 1 < shortestForChurn);
  if (isShort) return unknown('short-days');
  if (!isKnown) return unknown('days-not-read');
  const lapsed = await lapsedCustomers(program, earlier, days);
  const { paidBefore, lapsed: gone, unnamed } = lapsed;
  return { churn: { isKnown: true, paidBefore, lapsed: gone, unnamed }, lapsed };
}

function isWithin(day: number | undefined, from: number, to: number): boolean {
  return day !== undefined && day > from && day <= to;
}

function driversOf(
  model: ProgramModel,
  rows: readonly ExploreRow[],
  lapsed: number | null,
): ProgramPage['drivers'] {
  if (model === 'retail') {
    const half = (values: readonly (number | null)[]) => ({
      revenue: values[0] ?? 0,
      orders: values[1] ?? 0,
      clicks: values[2] ?? null,
    });
    return retailDrivers(
      rows.map(({ values, previous }) => ({ now: half(values), before: half(previous) })),
    );
  }
  const sum = (pick: (row: ExploreRow) => readonly (number | null)[]): B2bSums => {
    const total = (at: number): number => rows.reduce((all, row) => all + (pick(row)[at] ?? 0), 0);
    return {
      revenue: total(0),
      newCustomers: total(2),
      firstRevenue: total(3),
      laterRevenue: total(4),
    };
  };
  return b2bDrivers(
    sum(({ previous }) => previous),
    sum(({ values }) => values),
    lapsed,
  );
}
