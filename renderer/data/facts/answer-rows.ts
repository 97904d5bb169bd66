import { metricDefinitions } from '../../../shared/domain/metrics';
import type { Metric, Query, QueryRow, QueryValue } from '../../../shared/domain/query';
import type { Axis } from './dimensions';
import type { Groups } from './groups';
import type { GroupSums, SumName } from './group-sums';

type Columns = Readonly<Record<SumName, Float64Array>>;

/** Reads one metric of a group by its slot; `isB2b` tells the group's model. Null is 'not known'. */
type Reader = (slot: number, isB2b: boolean) => number | null;

function whenKnown(known: Float64Array, values: Float64Array): Reader {
  return (slot) => ((known[slot] ?? 0) > 0 ? (values[slot] ?? 0) : null);
}

function quotient(over: Float64Array, under: Float64Array): Reader {
  return (slot) => {
    const divisor = under[slot] ?? 0;
    return divisor === 0 ? null : (over[slot] ?? 0) / divisor;
  };
}

function ifKnown(known: Float64Array, read: Reader): Reader {
  return (slot, isB2b) => ((known[slot] ?? 0) > 0 ? read(slot, isB2b) : null);
}

function sumOf(left: Float64Array, right: Float64Array): Float64Array {
  return left.map((value, slot) => value + (right[slot] ?? 0));
}

/** B2B customers are known from payments; elsewhere only where some row says whether its customer is new. */
function customers(columns: Columns, values: Float64Array, inRetail: boolean): Reader {
  const { flagged, orders, ordersKnown } = columns;
  return (slot, isB2b) => {
    if (!isB2b && !inRetail) return null;
    const isNone = isB2b && (orders[slot] ?? 0) === 0 && (ordersKnown[slot] ?? 0) > 0;
    const isKnown = (flagged[slot] ?? 0) > 0 || isNone;
    return isKnown ? (values[slot] ?? 0) : null;
  };
}

/** How each metric is made from its group's sums. */
const formulas: Readonly<Record<Metric, (columns: Columns) => Reader>> = {
  impressions: ({ impressionsKnown, impressions }) => whenKnown(impressionsKnown, impressions),
  clicks: ({ clicksKnown, clicks }) => whenKnown(clicksKnown, clicks),
  orders: ({ ordersKnown, orders }) => whenKnown(ordersKnown, orders),
  leads: ({ leadsKnown, leads }) => whenKnown(leadsKnown, leads),
  revenue: ({ ordersKnown, revenue }) => whenKnown(ordersKnown, revenue),
  commission: ({ commissionKnown, commission }) => whenKnown(commissionKnown, commission),
  bonus: ({ commissionKnown, bonus }) => whenKnown(commissionKnown, bonus),
  networkFee: ({ feeKnown, fee }) => whenKnown(feeKnown, fee),
  newCustomers: (columns) => customers(columns, columns.newCustomers, true),
  renewals: (columns) => customers(columns, columns.renewals, false),
  newCustomerRevenue: (columns) => customers(columns, columns.firstRevenue, true),
  renewalRevenue: (columns) => customers(columns, columns.laterRevenue, false),
  averageOrderValue: ({ revenue, orders }) => quotient(revenue, orders),
  conversionRate: ({ clicksKnown, clickedOrders, clicks, ordersKnown }) =>
    ifKnown(ordersKnown, ifKnown(clicksKnown, quotient(clickedOrders, clicks))),
  epc: ({ clicksKnown, clickedCommission, clicks, commissionKnown }) =>
    ifKnown(commissionKnown, ifKnown(clicksKnown, quotient(clickedCommission, clicks))),
  effectiveCommissionRate: ({ commissionKnown, commission, revenue }) =>
    ifKnown(commissionKnown, quotient(commission, revenue)),
  roas: ({ feeKnown, revenue, commission, commissionKnown, fee }) =>
    ifKnown(commissionKnown, ifKnown(feeKnown, quotient(revenue, sumOf(commission, fee)))),
  reversalRate: ({ declined, approved }) => quotient(declined, sumOf(approved, declined)),
};

/** Amounts that carry the row's currency with them whenever they are there. */
const alwaysMoney: readonly Metric[] = ['revenue', 'commission', 'bonus'];

export interface Answer {
  readonly query: Query;
  /** Asked dimensions, then model, then currency. */
  readonly axes: readonly Axis[];
  readonly groups: Groups;
  readonly sums: GroupSums;
  readonly perCurrency: boolean;
}

/** The groups as rows, ordered by dimensions, then model, then currency. */
export function emitRows({ query, axes, groups, sums, perCurrency }: Answer): QueryRow[] {
  const columns = sums.room(groups.length);
  const order = groups.ordered();
  const currencyAxis = perCurrency ? axes.at(-1) : undefined;
  const modelAt = axes.length - (perCurrency ? 2 : 1);
  const models = axes[modelAt]?.values ?? [];
  const places = decode(groups, order, axes);
  const isDescribed = query.described === true;
  const showsModel = isDescribed || mixesModels(places, modelAt, order.length, models.length);
  // An amount names its currency; where no amount is sure to be there, the row says it.
  const showsCurrency =
    perCurrency && (isDescribed || !query.metrics.some((metric) => alwaysMoney.includes(metric)));
  const named = axes.slice(0, modelAt).map((axis, index) => ({
    name: axis.name,
    words: axis.values,
    ids: isDescribed ? axis.ids : undefined,
    places: places[index] ?? new Uint32Array(0),
  }));
  const metrics = query.metrics.map((metric) => ({
    metric,
    read: formulas[metric](columns),
    isMoney: metricDefinitions[metric].unit === 'money',
  }));
  // Every row starts as a copy of one object, so that a hundred thousand rows share one shape.
  const blank: Record<string, QueryValue> = {};
  for (const { name, ids } of named) {
    blank[name] = null;
    if (ids !== undefined) blank[`${name}Id`] = null;
  }
  if (showsModel) blank['model'] = null;
  if (showsCurrency) blank['currency'] = null;
  for (const { metric } of metrics) blank[metric] = null;
  const modelPlaces = places[modelAt];
  const currencyPlaces = places.at(-1);
  const rows = new Array<QueryRow>(order.length);
  for (let row = 0; row < order.length; row += 1) {
    const values = { ...blank };
    for (const { name, words, ids, places: at } of named) {
      values[name] = words[at[row] ?? 0] ?? null;
      if (ids !== undefined) values[`${name}Id`] = ids[at[row] ?? 0] ?? null;
    }
    const model = models[modelPlaces?.[row] ?? 0] ?? null;
    if (showsModel) values['model'] = model;
    const currency = currencyAxis?.values[currencyPlaces?.[row] ?? 0] ?? null;
    if (showsCurrency) values['currency'] = currency;
    const slot = order[row] ?? 0;
    for (const { metric, read, isMoney } of metrics) {
      const value = read(slot, model === 'b2b');
      if (!isMoney) values[metric] = value;
      else if (value !== null && currency !== null)
        values[metric] = { amountMinor: value, currency };
    }
    rows[row] = values;
  }
  return rows;
}

/** The place on every axis of each row, in the order of the answer. */
function decode(groups: Groups, order: Uint32Array, axes: readonly Axis[]): Uint32Array[] {
  const places = axes.map(() => new Uint32Array(order.length));
  for (let row = 0; row < order.length; row += 1) {
    let key = groups.keys[order[row] ?? 0] ?? 0;
    for (let axis = axes.length - 1; axis >= 0; axis -= 1) {
      const radix = Math.max(1, axes[axis]?.values.length ?? 1);
      const rest = Math.floor(key / radix);
      const column = places[axis];
      if (column !== undefined) column[row] = key - rest * radix;
      key = rest;
    }
  }
  return places;
}

/** Is there a group (apart from its currency) that holds both models? Rows are ordered, so its rows are neighbors. */
function mixesModels(
  places: readonly Uint32Array[],
  modelAt: number,
  rows: number,
  models: number,
): boolean {
  if (models < 2) return false;
  const model = places[modelAt];
  const named = places.slice(0, modelAt);
  for (let row = 1; row < rows; row += 1) {
    if (model?.[row] === model?.[row - 1]) continue;
    if (named.every((column) => column[row] === column[row - 1])) return true;
  }
  return false;
}
