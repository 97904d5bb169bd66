import { laterThatDay } from './awin-sales';
import { dayOf, partsOfDay } from './days';
import type { Currency } from './program';
import type { Random } from './random';
import type { Membership } from './roster';

export interface Customer {
  readonly key: string;
  readonly externalKey: string;
  readonly member: Membership;
  readonly name: string;
  readonly createdAt: number;
  updatedAt: number;
  readonly test: boolean;
}

/** A sale to a customer. `amount` in cents of its currency. */
export interface Payment {
  readonly key: string;
  readonly customer: Customer;
  readonly createdAt: number;
  updatedAt: number;
  readonly currency: Currency;
  amount: number;
  approved: boolean;
  archived: boolean;
  readonly product: string;
}

type RewardStatus = 'pending' | 'approved' | 'declined';

/** What a partner earns. Without a currency of its own it is in US dollars. */
export interface Reward {
  readonly key: string;
  readonly member: Membership;
  /** null for a reward that no payment caused. */
  readonly payment: Payment | null;
  readonly createdAt: number;
  updatedAt: number;
  readonly amount: number;
  readonly currency: Currency | null;
  status: RewardStatus;
  readonly description: string;
}

/** All that one vendor's payments are made of. */
export interface VendorRows {
  readonly customers: Customer[];
  readonly payments: Payment[];
  readonly rewards: Reward[];
}

/** What a customer pays for; `factor` times the vendor's usual payment. */
export interface Plan {
  readonly product: string;
  readonly factor: number;
}

/**
 * A reward made after midnight stays in the month of its payment, but at the end of these months: so the rule 'a reward counts
 * on its transaction's day' can be seen in monthly totals, while most months are the same whatever day the data end.
 */
const MONTHS_WITH_LATE_REWARDS: ReadonlySet<number> = new Set([5, 8]);

function rewardTime(payment: Payment, random: Random): number {
  if (random() >= 0.06) return laterThatDay(payment.createdAt, random);
  const late = payment.createdAt + Math.floor((4 + random() * 26) * 3600) * 1000;
  const from = partsOfDay(dayOf(payment.createdAt)).month;
  const sameMonth = partsOfDay(dayOf(late)).month === from;
  return sameMonth || MONTHS_WITH_LATE_REWARDS.has(from)
    ? late
    : laterThatDay(payment.createdAt, random);
}

/** A reward for a payment, or undefined where the offer gives none. */
export function makeReward(payment: Payment, random: Random): Reward | undefined {
  if (random() < 0.03) return undefined;
  const { member } = payment.customer;
  const rate = member.program.rateBasisPoints * member.partner.traits.rate;
  const createdAt = rewardTime(payment, random);
  const unit = random();
  return {
    key: payment.key.replace('tran_', 'rew_'),
    member,
    payment,
    createdAt,
    updatedAt: laterThatDay(createdAt, random),
    amount: Math.round((payment.amount * rate) / 10_000),
    currency: random() < 0.25 ? payment.currency : null,
    status: unit < 0.68 ? 'approved' : unit < 0.88 ? 'pending' : 'declined',
    description: `${String(rate / 100)}% of subscription`,
  };
}

/** A payment of a customer at an instant; every fact but the plan is its own. */
export function makePayment(
  customer: Customer,
  createdAt: number,
  key: string,
  random: Random,
  plan: Plan,
): Payment {
  const { program, partner } = customer.member;
  const other = random() < 0.06 ? program.otherCurrency : null;
  return {
    key,
    customer,
    createdAt,
    updatedAt: laterThatDay(createdAt, random),
    currency: other ?? program.currency,
    amount: Math.round(
      program.orderMinor * plan.factor * partner.traits.order * (0.95 + random() * 0.1),
    ),
    approved: random() < 0.82,
    archived: random() < 0.025,
    product: plan.product,
  };
}
