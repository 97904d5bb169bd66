import type { CustomerLine, ReviewSection } from './data';

/** What moved the revenue from one period to the next, by one factor; minor units. */
export interface Driver {
  readonly factor:
    | 'clicks'
    | 'conversionRate'
    | 'orders'
    | 'averageOrderValue'
    | 'mix'
    | 'newCustomers'
    | 'firstPayment'
    | 'renewals'
    | 'renewalPayment'
    | 'other';
  readonly effect: number;
  /** The factor itself, where it is one number. */
  readonly before: number | null;
  readonly now: number | null;
}

export interface DriverTree {
  readonly from: number;
  readonly to: number;
  readonly drivers: readonly Driver[];
}

interface Part {
  readonly clicks: number | null;
  readonly orders: number;
  readonly revenue: number;
}

/**
 * Splits the change of a retail section's revenue into traffic × conversion × order value and the mix of partner types
 * (orders × order value and mix where clicks are not known), by the logarithmic-mean Divisia method: exact, without a
 * remainder, and the same in both directions. A type that sold in one period only is part of the mix. Null where a total
 * is not known or zero.
 */
export function retailDrivers(section: ReviewSection, currency: string): DriverTree | null {
  const now = section.quarters.at(-1)?.figures[currency];
  const before = section.quarters.at(-2)?.figures[currency];
  const [to, from] = [now?.revenue ?? null, before?.revenue ?? null];
  const [orders1, orders0] = [now?.orders ?? null, before?.orders ?? null];
  if (to === null || from === null || orders1 === null || orders0 === null) return null;
  if (to <= 0 || from <= 0 || orders1 <= 0 || orders0 <= 0) return null;
  const parts = section.types
    .filter((line) => line.currency === currency)
    .map((line) => ({ now: partOf(line.now), before: partOf(line.before) }));
  const [clicks1, clicks0] = [now?.clicks ?? null, before?.clicks ?? null];
  const hasClicks =
    clicks1 !== null &&
    clicks0 !== null &&
    clicks1 > 0 &&
    clicks0 > 0 &&
    now?.conversionRate === orders1 / clicks1 &&
    before?.conversionRate === orders0 / clicks0;
  const volume1 = hasClicks ? clicks1 : orders1;
  const volume0 = hasClicks ? clicks0 : orders0;
  let [traffic, conversion, value] = [0, 0, 0];
  for (const part of parts) {
    const effects = effectsOf(part, volume1 / volume0, hasClicks);
    traffic += effects.traffic;
    conversion += effects.conversion;
    value += effects.value;
  }
  const conversions: Driver[] = hasClicks
    ? [
        driver('clicks', traffic, clicks0, clicks1),
        driver('conversionRate', conversion, orders0 / clicks0, orders1 / clicks1),
      ]
    : [driver('orders', traffic, orders0, orders1)];
  const drivers = [
    ...conversions,
    driver('averageOrderValue', value, from / orders0, to / orders1),
  ];
  return completed(from, to, drivers, 'mix');
}

function partOf(
  figures: { clicks: number | null; orders: number | null; revenue: number | null } | null,
): Part {
  return {
    clicks: figures?.clicks ?? null,
    orders: figures?.orders ?? 0,
    revenue: figures?.revenue ?? 0,
  };
}

/** What a type's own conversion and order value did, and what the whole traffic did to it; the rest is mix. */
function effectsOf(
  { now, before }: { readonly now: Part; readonly before: Part },
  traffic: number,
  hasClicks: boolean,
): { traffic: number; conversion: number; value: number } {
  const none = { traffic: 0, conversion: 0, value: 0 };
  if (now.revenue <= 0 || before.revenue <= 0 || now.orders <= 0 || before.orders <= 0) return none;
  const weight = logarithmicMean(now.revenue, before.revenue);
  const value = weight * Math.log(now.revenue / now.orders / (before.revenue / before.orders));
  const clicks1 = now.clicks ?? 0;
  const clicks0 = before.clicks ?? 0;
  const conversion =
    hasClicks && clicks1 > 0 && clicks0 > 0
      ? weight * Math.log(now.orders / clicks1 / (before.orders / clicks0))
      : 0;
  return { traffic: weight * Math.log(traffic), conversion, value };
}

function logarithmicMean(a: number, b: number): number {
  return a === b ? a : (a - b) / Math.log(a / b);
}

/**
 * Splits the change of a B2B section's revenue into new customers × first payment and renewals × their payment, by the
 * same method; payments of which nobody knows the place in a customer's life are a part of their own.
 */
export function b2bDrivers(section: ReviewSection, currency: string): DriverTree | null {
  const to = section.quarters.at(-1)?.figures[currency]?.revenue ?? null;
  const from = section.quarters.at(-2)?.figures[currency]?.revenue ?? null;
  if (to === null || from === null || to <= 0 || from <= 0) return null;
  const lineOf = (customer: CustomerLine['customer']): CustomerLine | undefined =>
    section.customers.find((line) => line.currency === currency && line.customer === customer);
  const first = lineOf('new');
  const later = lineOf('returning');
  if (!first?.before || !later?.before) return null;
  const drivers = [
    ...countTimesValue(first, 'newCustomers', 'firstPayment'),
    ...countTimesValue(later, 'renewals', 'renewalPayment'),
  ];
  return completed(from, to, drivers, 'other');
}

function countTimesValue(
  { now, before }: CustomerLine,
  count: Driver['factor'],
  value: Driver['factor'],
): Driver[] {
  const earlier = before ?? { orders: 0, revenue: 0 };
  const mean = (sum: { orders: number; revenue: number }): number | null =>
    sum.orders === 0 ? null : sum.revenue / sum.orders;
  const split =
    now.orders > 0 && earlier.orders > 0 && now.revenue > 0 && earlier.revenue > 0
      ? logarithmicMean(now.revenue, earlier.revenue) * Math.log(now.orders / earlier.orders)
      : now.revenue - earlier.revenue;
  return [
    driver(count, split, earlier.orders, now.orders),
    driver(value, now.revenue - earlier.revenue - split, mean(earlier), mean(now)),
  ];
}

function driver(
  factor: Driver['factor'],
  effect: number,
  before: number | null,
  now: number | null,
): Driver {
  return { factor, effect: Math.round(effect), before, now };
}

/** Gives the rest to the last factor, so that the steps add up to the minor unit. */
function completed(
  from: number,
  to: number,
  drivers: readonly Driver[],
  rest: 'mix' | 'other',
): DriverTree {
  const effect = to - from - drivers.reduce((sum, one) => sum + one.effect, 0);
  const isNothing = Math.abs(effect) < drivers.length;
  return {
    from,
    to,
    drivers:
      rest === 'other' && isNothing
        ? balanced(drivers, effect)
        : [...drivers, driver(rest, effect, null, null)],
  };
}

/** A few minor units of rounding go to the largest step. */
function balanced(drivers: readonly Driver[], rest: number): Driver[] {
  const sizes = drivers.map(({ effect }) => Math.abs(effect));
  const largest = sizes.indexOf(Math.max(...sizes));
  return drivers.map((one, at) => (at === largest ? { ...one, effect: one.effect + rest } : one));
}
