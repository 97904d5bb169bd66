/** What moved an amount: each driver's part of the change. */
export type RetailDriver = 'traffic' | 'conversion' | 'orderValue' | 'mix';
export type B2bDriver =
  | 'newCustomers'
  | 'firstPayment'
  | 'renewals'
  | 'churn'
  /** Both of the two before, where it is not known who stopped paying. */
  | 'renewalsLessChurn'
  /** Amounts of which nobody knows the customer. */
  | 'unassigned';

export interface DriverPart<Driver> {
  readonly driver: Driver;
  /** In the unit of the amount; all parts add up to the change. */
  readonly amount: number;
}

/** One group of a retail program's sales (a partner type, say) in one period; revenue in minor units of one currency. */
export interface RetailSums {
  /** Null where the source doesn't count clicks. */
  readonly clicks: number | null;
  readonly orders: number;
  readonly revenue: number;
}

export interface RetailGroup {
  readonly before: RetailSums;
  readonly now: RetailSums;
}

/**
 * The change of revenue as traffic × conversion × order value × mix, by the additive logarithmic mean Divisia method (Ang,
 * 2004): revenue of a group is clicks of all × its share of them × orders per click × revenue per order, and each factor
 * has the group's logarithmic mean times its own logarithmic change. A group that begins, ends or has no clicks has no
 * such factors: its whole change is one of mix. The parts are whole numbers and add up to the change exactly.
 */
export function retailDrivers(groups: readonly RetailGroup[]): DriverPart<RetailDriver>[] {
  const clicksBefore = sum(groups.map(({ before }) => before.clicks ?? 0));
  const clicksNow = sum(groups.map(({ now }) => now.clicks ?? 0));
  const parts = { traffic: 0, conversion: 0, orderValue: 0, mix: 0 };
  let change = 0;
  for (const { before, now } of groups) {
    change += now.revenue - before.revenue;
    if (!hasFactors(before) || !hasFactors(now)) {
      parts.mix += now.revenue - before.revenue;
      continue;
    }
    const weight = logarithmicMean(now.revenue, before.revenue);
    const effect = (later: number, earlier: number): number => weight * Math.log(later / earlier);
    parts.traffic += effect(clicksNow, clicksBefore);
    parts.mix += effect(now.clicks / clicksNow, before.clicks / clicksBefore);
    parts.conversion += effect(now.orders / now.clicks, before.orders / before.clicks);
    parts.orderValue += effect(now.revenue / now.orders, before.revenue / before.orders);
  }
  return rounded(
    [
      { driver: 'traffic', amount: parts.traffic },
      { driver: 'conversion', amount: parts.conversion },
      { driver: 'orderValue', amount: parts.orderValue },
      { driver: 'mix', amount: parts.mix },
    ],
    change,
  );
}

/** A B2B program's payments in one period; amounts in minor units of one currency. */
export interface B2bSums {
  /** Everything, what names no customer included. */
  readonly revenue: number;
  /** Payments that are a customer's first, and what they come to. */
  readonly newCustomers: number;
  readonly firstRevenue: number;
  /** Payments after a customer's first. */
  readonly laterRevenue: number;
}

/**
 * The change of a B2B program's revenue as new customers × first payment, renewals and churn. First payments are split by
 * the logarithmic mean of both periods times the logarithmic change of each factor; where one period has none, the whole
 * is one of new customers. `lapsed` is what customers who paid nothing in the later period had paid in the earlier one
 * after their first payment: so much was lost with them, and renewals are the rest of the change of later payments. Null
 * where it is not known who paid nothing: renewals less churn are then one part. The parts are whole numbers and add up to
 * the change exactly; amounts without a customer are a part only where there are some.
 */
export function b2bDrivers(
  before: B2bSums,
  now: B2bSums,
  lapsed: number | null,
): DriverPart<B2bDriver>[] {
  const ofFirst = now.firstRevenue - before.firstRevenue;
  const ofLater = now.laterRevenue - before.laterRevenue;
  const ofCount = wholeOf(effectOfCount(before, now));
  const parts: DriverPart<B2bDriver>[] = [
    { driver: 'newCustomers', amount: ofCount },
    { driver: 'firstPayment', amount: ofFirst - ofCount },
  ];
  if (lapsed === null) parts.push({ driver: 'renewalsLessChurn', amount: ofLater });
  else {
    parts.push({ driver: 'renewals', amount: ofLater + lapsed });
    parts.push({ driver: 'churn', amount: wholeOf(-lapsed) });
  }
  const rest = [before, now].map(
    ({ revenue, firstRevenue, laterRevenue }) => revenue - firstRevenue - laterRevenue,
  );
  if (rest.some((amount) => amount !== 0)) {
    parts.push({ driver: 'unassigned', amount: (rest[1] ?? 0) - (rest[0] ?? 0) });
  }
  return parts;
}

/** What more or fewer first payments alone would have changed. */
function effectOfCount(before: B2bSums, now: B2bSums): number {
  const isWhole = [before, now].every(
    ({ newCustomers, firstRevenue }) => newCustomers > 0 && firstRevenue > 0,
  );
  return isWhole
    ? logarithmicMean(now.firstRevenue, before.firstRevenue) *
        Math.log(now.newCustomers / before.newCustomers)
    : now.firstRevenue - before.firstRevenue;
}

function hasFactors(sums: RetailSums): sums is RetailSums & { readonly clicks: number } {
  return sums.clicks !== null && sums.clicks > 0 && sums.orders > 0 && sums.revenue > 0;
}

/** (a − b) ÷ ln(a ÷ b), and a where both are the same. */
function logarithmicMean(a: number, b: number): number {
  const ratio = a / b;
  // Near 1 the quotient of two tiny numbers would lose its digits; the arithmetic mean is the limit.
  return Math.abs(ratio - 1) < 1e-9 ? (a + b) / 2 : (a - b) / Math.log(ratio);
}

/** The nearest whole number; never −0, which would be shown with its sign. */
function wholeOf(amount: number): number {
  return Math.round(amount) + 0;
}

/** Whole numbers; what rounding leaves over goes to the largest part. */
function rounded<Driver>(
  parts: readonly DriverPart<Driver>[],
  change: number,
): DriverPart<Driver>[] {
  const whole = parts.map(({ driver, amount }) => ({ driver, amount: wholeOf(amount) }));
  const rest = change - sum(whole.map(({ amount }) => amount));
  const largest = whole.reduce(
    (best, { amount }, at) => (Math.abs(amount) > Math.abs(whole[best]?.amount ?? 0) ? at : best),
    0,
  );
  return whole.map(({ driver, amount }, at) => ({
    driver,
    amount: at === largest ? amount + rest : amount,
  }));
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}
