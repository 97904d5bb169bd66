import { instantOn, laterThatDay, pickMember } from './awin-sales';
import { dayOf } from './days';
import type { DayRange } from './days';
import { demandOf } from './demand';
import { makePayment, makeReward } from './partnerstack-records';
import type { Customer, Plan, VendorRows } from './partnerstack-records';
import type { Program } from './program';
import { hashOfText, pick, poisson, randomOf, spread, wordOf } from './random';
import type { Random } from './random';
import type { Membership } from './roster';

/** The longest a customer is followed: a subscription lasts at most this many days after its sign-up. */
const LONGEST_DAYS = 760;

const COMPANY_WORDS = [
  'Acorn',
  'Bluefin',
  'Cobalt',
  'Dovetail',
  'Evergreen',
  'Foxglove',
  'Granite',
  'Hemlock',
  'Ironwood',
  'Jetty',
  'Keystone',
  'Lodestar',
  'Meridian',
  'Northgate',
];
const COMPANY_FORMS = [
  'Dental',
  'Freight',
  'Legal',
  'Bakery',
  'Analytics',
  'Plumbing',
  'Media',
  'Clinics',
  'Robotics',
  'Hotels',
];
const PLANS: readonly Plan[] = [
  { product: 'starter', factor: 0.5 },
  { product: 'team', factor: 1 },
  { product: 'business', factor: 2.4 },
];

/** Sign-ups of one day with everything they will ever pay; a day's payments never depend on where the data end. */
function addCohort(
  rows: VendorRows,
  seed: number,
  program: Program,
  members: readonly Membership[],
  day: number,
  range: DayRange,
  scale: number,
): void {
  const random = randomOf(seed, 602, program.index, day);
  const count = Math.min(
    16,
    poisson(random, program.dailyMean * scale * demandOf(seed, program, day)),
  );
  for (let place = 0; place < count; place += 1) {
    const own = randomOf(seed, 603, program.index, day, place);
    const member = pickMember(own, members, day);
    if (member === undefined) continue;
    const createdAt = instantOn(day, own);
    const number = day * 16 + place;
    const customer: Customer = {
      key: `cus_${wordOf(8, seed, 604, program.index, day, place)}${number.toString(36)}`,
      externalKey: `${program.account}-${String(number)}`,
      member,
      name: `${pick(own, COMPANY_WORDS)} ${pick(own, COMPANY_FORMS)}`,
      createdAt,
      updatedAt: laterThatDay(createdAt, own),
      test: own() < 0.03,
    };
    const paid = addPayments(rows, seed, customer, own, range);
    if (paid || (day >= range.first && day <= range.last)) rows.customers.push(customer);
  }
}

function addPayments(
  rows: VendorRows,
  seed: number,
  customer: Customer,
  own: Random,
  range: DayRange,
): boolean {
  if (own() < 0.3) return false;
  const plan = pick(own, PLANS);
  const yearly = own() < 0.12;
  const months = Math.min(24, 1 + Math.floor(Math.log(1 - own()) / Math.log(1 - 0.055)));
  const factor = (yearly ? 10 : 1) * plan.factor * spread(own, 0.1);
  const trial = Math.floor(own() * 15);
  const step = yearly ? 365 : 30;
  const times = yearly ? 1 + Math.floor(months / 12) : months;
  const start = dayOf(customer.createdAt) + trial;
  let within = false;
  for (let time = 0; time < times; time += 1) {
    const day = start + time * step;
    if (day - dayOf(customer.createdAt) > LONGEST_DAYS) break;
    if (day < range.first || day > range.last) continue;
    within = true;
    const random = randomOf(seed, 605, hashOfText(customer.key), time);
    const at = Math.max(customer.createdAt + 1000, instantOn(day, random));
    const key = `${customer.key.replace('cus_', 'tran_')}${String(time).padStart(2, '0')}`;
    const payment = makePayment(customer, at, key, random, { product: plan.product, factor });
    rows.payments.push(payment);
    const reward = yearly || time < 12 ? makeReward(payment, random) : undefined;
    if (reward !== undefined && dayOf(reward.createdAt) <= range.last) rows.rewards.push(reward);
  }
  return within;
}

function addFreeRewards(
  rows: VendorRows,
  seed: number,
  program: Program,
  members: readonly Membership[],
  range: DayRange,
): void {
  for (let day = range.first; day <= range.last; day += 1) {
    const random = randomOf(seed, 607, program.index, day);
    if (random() > 0.03) continue;
    const member = pickMember(random, members, day);
    if (member === undefined) continue;
    const createdAt = instantOn(day, random);
    rows.rewards.push({
      key: `rew_${wordOf(8, seed, 608, program.index, day)}b${String(day)}`,
      member,
      payment: null,
      createdAt,
      updatedAt: laterThatDay(createdAt, random),
      amount: 1_000 * (1 + Math.floor(random() * 30)),
      currency: random() < 0.5 ? program.currency : null,
      status: pick(random, ['approved', 'approved', 'pending', 'declined']),
      description: pick(random, ['Certification bonus', 'Demo booked', 'Launch incentive']),
    });
  }
}

/** Customers, payments and rewards of a vendor in the days asked for, each in the order of creation. */
export function makeVendorRows(
  seed: number,
  program: Program,
  members: readonly Membership[],
  range: DayRange,
  scale: number,
): VendorRows {
  const rows: VendorRows = { customers: [], payments: [], rewards: [] };
  for (let day = range.first - LONGEST_DAYS - 20; day <= range.last; day += 1) {
    addCohort(rows, seed, program, members, day, range, scale);
  }
  addFreeRewards(rows, seed, program, members, range);
  const byCreation = (
    one: { createdAt: number; key: string },
    other: { createdAt: number; key: string },
  ): number => one.createdAt - other.createdAt || (one.key < other.key ? -1 : 1);
  rows.customers.sort(byCreation);
  rows.payments.sort(byCreation);
  rows.rewards.sort(byCreation);
  return rows;
}
