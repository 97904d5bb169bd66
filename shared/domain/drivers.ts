/** What moved an amount: each driver's part of the change. */
export type RetailDriver = 'traffic' | 'conversion' | 'orderValue' | 'mix';
export type B2bDriver = 'newCustomers' | 'renewals' | 'averagePayment';

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

/** A B2B program's payments in one period; revenue in minor units of one currency. */
export interface B2bSums {
  readonly payments: number;
  /** Payments that are a customer's first. */
  readonly newCustomers: number;
  readonly revenue: number;
}

/**
 * The change of payments received as customers won, renewals less churn, and the average payment: the logarithmic mean of
 * both periods times the logarithmic change of each factor; the count's part is shared by first and later payments in
 * proportion to how their numbers changed. The parts are whole numbers and add up to the change exactly.
 */
export function b2bDrivers(before: B2bSums, now: B2bSums): DriverPart<B2bDriver>[] {
  const change = now.revenue - before.revenue;
  const won = now.newCustomers - before.newCustomers;
  const counted = now.payments - before.payments;
  const isWhole = before.payments > 0 && now.payments > 0 && before.revenue > 0 && now.revenue > 0;
  const weight = isWhole ? logarithmicMean(now.revenue, before.revenue) : 0;
  const ofCount = isWhole ? weight * Math.log(now.payments / before.payments) : change;
  const ofPrice = change - ofCount;
  // Where the number of payments is the same, as many customers won as renewals lost still moved as much each.
  const perPayment = counted === 0 ? weight / Math.max(1, now.payments) : ofCount / counted;
  return rounded(
    [
      { driver: 'newCustomers', amount: perPayment * won },
      { driver: 'renewals', amount: perPayment * (counted - won) },
      { driver: 'averagePayment', amount: ofPrice },
    ],
    change,
  );
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

/** Whole numbers; what rounding leaves over goes to the largest part. */
function rounded<Driver>(
  parts: readonly DriverPart<Driver>[],
  change: number,
): DriverPart<Driver>[] {
  const whole = parts.map(({ driver, amount }) => ({ driver, amount: Math.round(amount) }));
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
