import { rowTypes, statuses, type Status } from '../../../shared/domain/vocabulary';
import { bump, type GroupSums, type Relevance } from './group-sums';
import type { Groups } from './groups';
import { linesOfDays } from './lines';
import type { SourceScan } from './source-scan';

const sale = rowTypes.indexOf('sale');
const lead = rowTypes.indexOf('lead');
const bonus = rowTypes.indexOf('bonus');
const payment = rowTypes.indexOf('payment');
const reward = rowTypes.indexOf('reward');
const approvedStatus = statuses.indexOf('approved');
const declinedStatus = statuses.indexOf('declined');
const newCustomer = 1;
const laterCustomer = 2;

/** Adds a source's transaction lines to the groups. */
export function scanOrders(
  scan: SourceScan,
  groups: Groups,
  sums: GroupSums,
  relevance: Relevance,
  asked: readonly Status[],
): void {
  const { series, from, to, base, partnerKey, partnerMask, dayKey, currencyKey } = scan;
  const days = scan.known;
  const { orders: lines, hasFees } = series;
  const isAsked = statuses.map((status) => asked.includes(status) && status !== 'deleted');
  const hasClicks = series.traffic.clicks !== null || series.traffic.length === 0;
  const hasImpressions = series.traffic.impressions !== null;
  let known = groups.length;
  let into = sums.room(known);
  const [first, end] = linesOfDays(lines.day, from, to);
  for (let line = first; line < end; line += 1) {
    const day = lines.day[line] ?? 0;
    if (partnerMask !== null && partnerMask[lines.partnership[line] ?? 0] !== 1) continue;
    const type = lines.type[line] ?? 0;
    const status = lines.status[line] ?? 0;
    const counts = isAsked[status] === true;
    const count = lines.count[line] ?? 0;
    const revenue = lines.revenue[line] ?? 0;
    const commission = lines.commission[line] ?? 0;
    const feeRows = lines.feeRows[line] ?? 0;
    const isOrder = type === sale || type === payment;
    const isTrafficKnown = days.traffic[day - from] === 1;
    const isReversal =
      relevance.reversal &&
      (status === approvedStatus || status === declinedStatus) &&
      (revenue !== 0 || (isOrder && count > 0));
    if (!counts && !isReversal) continue;
    const showsUnknown = (relevance.clicks || relevance.impressions) && !isTrafficKnown;
    const isRelevant =
      isReversal ||
      (relevance.orders && isOrder && count > 0) ||
      (relevance.leads && type === lead && count > 0) ||
      (relevance.revenue && (revenue !== 0 || (count > 0 && (isOrder || type === lead)))) ||
      (relevance.commission && (commission !== 0 || (count > 0 && type !== payment))) ||
      (relevance.bonus && type === bonus) ||
      (relevance.fee && feeRows > 0) ||
      (showsUnknown && count > 0 && type !== reward);
    if (!isRelevant) continue;
    const currency = lines.currency[line] ?? 0;
    const slot = groups.slot(
      base +
        (partnerKey === null ? 0 : (partnerKey[lines.partnership[line] ?? 0] ?? 0)) +
        (dayKey === null ? 0 : (dayKey[day - from] ?? 0)) +
        (currencyKey === null ? 0 : (currencyKey[currency] ?? 0)),
    );
    if (groups.length !== known) {
      known = groups.length;
      into = sums.room(known);
    }
    if (isReversal) bump(status === declinedStatus ? into.declined : into.approved, slot, revenue);
    if (!counts) continue;
    const isOwn = currencyKey === null || currency === scan.ownCurrency;
    // A stored row is itself a proof that its days were read; a reward is none for the payments.
    if (type !== reward || days.orders[day - from] === 1) bump(into.ordersKnown, slot, 1);
    if (commission !== 0 || days.commission[day - from] === 1) bump(into.commissionKnown, slot, 1);
    if (type === lead || days.leads[day - from] === 1) bump(into.leadsKnown, slot, 1);
    if (hasFees) bump(into.feeKnown, slot, 1);
    if (isTrafficKnown && isOwn) {
      if (hasClicks) bump(into.clicksKnown, slot, 1);
      if (hasImpressions) bump(into.impressionsKnown, slot, 1);
      if (isOrder) bump(into.clickedOrders, slot, count);
      bump(into.clickedCommission, slot, commission);
    }
    bump(into.revenue, slot, revenue);
    bump(into.commission, slot, commission);
    bump(into.fee, slot, lines.fee[line] ?? 0);
    if (type === lead) bump(into.leads, slot, count);
    if (type === bonus) bump(into.bonus, slot, commission);
    if (!isOrder) continue;
    bump(into.orders, slot, count);
    const customer = lines.customer[line] ?? 0;
    if (customer !== 0) bump(into.flagged, slot, count);
    if (customer === newCustomer) {
      bump(into.newCustomers, slot, count);
      bump(into.firstRevenue, slot, revenue);
    }
    if (customer === laterCustomer && type === payment) {
      bump(into.renewals, slot, count);
      bump(into.laterRevenue, slot, revenue);
    }
  }
}
