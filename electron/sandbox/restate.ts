import {
  amend,
  approve,
  decline,
  DECLINE_REASONS,
  instantOn,
  LATE_SLOTS,
  makeSale,
  remove,
  saleId,
} from './awin-sales';
import type { AwinSale } from './awin-sales';
import { isActive } from './data';
import type { AwinAccount, SandboxData, Vendor } from './data';
import { DAY_MS, dayOf } from './days';
import { makePayment, makeReward } from './partnerstack-records';
import { entry, pick, randomOf } from './random';
import type { Random } from './random';

/** How far back PartnerStack rows still move, and how late a row may turn up, in days. */
const VENDOR_DAYS = 90;
const LATE_DAYS = 30;

/** What a restatement did, in rows. */
interface RestateReport {
  validated: number;
  amended: number;
  deleted: number;
  added: number;
  removed: number;
  left: number;
}

/**
 * Moves statuses as time would: Awin rows of all months are validated, amended or deleted with today's date; PartnerStack rows of the
 * last 90 days are approved, archived, decided or removed; late rows of the last 30 days turn up; some partners leave. The same data and
 * `seed` always come out the same.
 */
export function restate(data: SandboxData, seed: number): RestateReport {
  const report: RestateReport = {
    validated: 0,
    amended: 0,
    deleted: 0,
    added: 0,
    removed: 0,
    left: 0,
  };
  const today = (data.range.last + 1) * DAY_MS;
  for (const account of data.awin.values()) {
    const random = randomOf(data.seed, 1001, seed, account.program.index);
    for (const sale of account.sales) restateSale(sale, today, random, report);
    addLateSales(data, account, random, report);
    letLeave(data, account, today, random, report);
  }
  for (const vendor of data.vendors.values()) {
    const random = randomOf(data.seed, 1002, seed, vendor.program.index);
    restateVendor(vendor, today, random, report);
    letLeave(data, vendor, today, random, report);
  }
  return report;
}

function restateSale(sale: AwinSale, today: number, random: Random, report: RestateReport): void {
  const unit = random();
  if (sale.status === 'deleted') return;
  if (unit < 0.008) {
    remove(sale, today);
    report.deleted += 1;
    return;
  }
  if (unit < 0.02 && sale.sale > 0) {
    amend(sale, today, 0.4 + random() * 0.5);
    report.amended += 1;
  }
  if (sale.status === 'pending' && random() < 0.6) {
    report.validated += 1;
    if (random() < 0.85) approve(sale, today);
    else decline(sale, today, pick(random, DECLINE_REASONS));
  } else if (sale.status === 'approved' && unit > 0.995) {
    decline(sale, today, entry(DECLINE_REASONS, 0));
    report.validated += 1;
  } else if (sale.status === 'approved' && !sale.paid && unit > 0.9) {
    // Paying is a part of validation at Awin's: its date moves with it, so that a re-read by validation date sees it.
    sale.paid = true;
    sale.validatedAt = today;
    report.validated += 1;
  }
}

function addLateSales(
  data: SandboxData,
  account: AwinAccount,
  random: Random,
  report: RestateReport,
): void {
  const { program, members, sales, range } = account;
  // A late sale comes from a publisher and campaign that sold on its day already, so that no line of a report is new.
  const recent = sales.filter((sale) => dayOf(sale.at) > range.last - LATE_DAYS);
  const ids = new Set(recent.map((sale) => sale.id));
  for (let count = 0; count < 2 && recent.length > 0; count += 1) {
    const model = pick(random, recent);
    const day = dayOf(model.at);
    const member = members.find(({ publisher }) => publisher?.id === model.publisher.id);
    let slot: number = LATE_SLOTS.first;
    while (ids.has(saleId(program, day, slot))) slot += 1;
    if (member === undefined || slot > LATE_SLOTS.last) continue;
    const id = saleId(program, day, slot);
    ids.add(id);
    const from = { ...member, publisher: model.publisher };
    const sale = makeSale(data.seed, from, instantOn(day, random), id, random);
    sales.push({ ...sale, campaign: model.campaign });
    report.added += 1;
  }
  sales.sort((one, other) => one.at - other.at || one.id - other.id);
}

function letLeave(
  data: SandboxData,
  { members }: AwinAccount | Vendor,
  today: number,
  random: Random,
  report: RestateReport,
): void {
  // Only those who sell little leave, so that the clicks and sales of the past stay plausible.
  for (let count = 0; count < 2; count += 1) {
    const member = entry(members, Math.floor(members.length * (0.5 + random() * 0.5)));
    if (!isActive(data, member)) continue;
    data.departed.set(member, today);
    report.left += 1;
  }
}

function restateVendor(vendor: Vendor, today: number, random: Random, report: RestateReport): void {
  const { rows } = vendor;
  const since = today - VENDOR_DAYS * DAY_MS;
  const removed = new Set<unknown>();
  for (const payment of rows.payments) {
    if (payment.createdAt < since) continue;
    const unit = random();
    if (unit < 0.01) {
      removed.add(payment);
      continue;
    }
    if (unit < 0.04) payment.archived = !payment.archived;
    else if (payment.approved ? unit > 0.97 : unit > 0.4) payment.approved = !payment.approved;
    else continue;
    payment.updatedAt = today;
    report.validated += 1;
  }
  for (const reward of rows.rewards) {
    if (reward.createdAt < since || reward.status !== 'pending' || random() > 0.6) continue;
    reward.status = random() < 0.8 ? 'approved' : 'declined';
    reward.updatedAt = today;
    report.validated += 1;
  }
  report.removed += removed.size;
  keepOnly(rows.payments, (payment) => !removed.has(payment));
  keepOnly(rows.rewards, (reward) => reward.payment === null || !removed.has(reward.payment));
  addLatePayments(vendor, today, random, report);
}

function keepOnly<T>(rows: T[], keeps: (row: T) => boolean): void {
  const kept = rows.filter(keeps);
  rows.splice(0, rows.length, ...kept);
}

function addLatePayments(
  vendor: Vendor,
  today: number,
  random: Random,
  report: RestateReport,
): void {
  const { rows } = vendor;
  // A customer that pays already stays 'existing', so a late payment never turns another one into a first.
  const paying = rows.payments.filter((payment) => payment.createdAt < today - LATE_DAYS * DAY_MS);
  const keys = new Set(rows.payments.map((payment) => payment.key));
  const keyOf = (number: number): string =>
    `tran_late${String(dayOf(today))}n${String(number)}v${String(vendor.program.index)}`;
  for (let count = 0; count < 3 && paying.length > 0; count += 1) {
    const model = pick(random, paying);
    const day = dayOf(today) - 1 - Math.floor(random() * LATE_DAYS);
    // Payments come and go: their number alone would give a second restatement of a day the keys of the first.
    let number = rows.payments.length;
    while (keys.has(keyOf(number))) number += 1;
    const key = keyOf(number);
    keys.add(key);
    const late = {
      ...makePayment(model.customer, instantOn(day, random), key, random, {
        product: model.product,
        factor: 1,
      }),
      updatedAt: today,
    };
    rows.payments.push(late);
    const reward = makeReward(late, random);
    if (reward !== undefined && reward.createdAt < today)
      rows.rewards.push({ ...reward, updatedAt: today });
    report.added += 1;
  }
  rows.payments.sort(
    (one, other) => one.createdAt - other.createdAt || (one.key < other.key ? -1 : 1),
  );
  rows.rewards.sort(
    (one, other) => one.createdAt - other.createdAt || (one.key < other.key ? -1 : 1),
  );
}
