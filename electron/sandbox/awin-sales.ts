import { DAY_MS, dayOf, quarterOf } from './days';
import { declineShare } from './demand';
import type { Currency, Program } from './program';
import { entry, pick, spread } from './random';
import type { Random } from './random';
import { isMember } from './roster';
import type { Membership, Publisher } from './roster';

type AwinStatus = 'pending' | 'approved' | 'declined' | 'deleted';

/** One row of Awin's transaction list. Money in minor units, instants in epoch milliseconds at whole seconds. */
export interface AwinSale {
  readonly id: number;
  readonly program: Program;
  readonly publisher: Publisher;
  /** 0 has no campaign; see `campaignName`. */
  readonly campaign: number;
  readonly at: number;
  readonly lapseSeconds: number;
  /** Awin's word; the list is open, so a word nobody knows comes up now and then. */
  readonly type: string;
  readonly currency: Currency;
  readonly customer: 'NEW' | 'RETURNING' | null;
  readonly voucher: string | null;
  status: AwinStatus;
  sale: number;
  commission: number;
  fee: number;
  paid: boolean;
  validatedAt: number | null;
  amendedAt: number | null;
  /** Values before an amendment. */
  oldSale: number | null;
  oldCommission: number | null;
  declineReason: string | null;
}

/** Names of campaigns, the first for 'none'. */
const CAMPAIGNS = [
  '',
  'spring-sale',
  'summer-guide',
  'newsletter',
  'black-friday',
  'gift-ideas',
  'welcome-10',
  'always-on',
];
export const CAMPAIGN_COUNT = CAMPAIGNS.length;

export function campaignName(campaign: number): string {
  return entry(CAMPAIGNS, campaign);
}

const SALE_TYPE = 'Commission group transaction';
export const LEAD_TYPE = 'Lead';
export const BONUS_TYPE = 'Bonus';
const UNKNOWN_TYPE = 'Assist payment';

export const DECLINE_REASONS = [
  'Order returned',
  'Cancelled by customer',
  'Duplicate order',
  'Breach of terms',
];

/** Rows a day may have before restatements add late ones, so that ids stay apart. */
export const MOST_A_DAY = 200;
export const SLOTS_A_DAY = 256;

/** The id of the n-th row of a program and day. */
export function saleId(program: Program, day: number, slot: number): number {
  return 1_500_000_000 + (day * 32 + program.index) * SLOTS_A_DAY + slot;
}

/** Strong partners come first in the list and are taken more often. */
export function pickMember(
  random: Random,
  members: readonly Membership[],
  day: number,
): Membership | undefined {
  for (let attempt = 0; attempt < 8; attempt += 1) {
    const member = entry(members, Math.floor(members.length * random() ** 2.4));
    if (isMember(member, day)) return member;
  }
  return undefined;
}

/** A membership of an Awin program. */
type PublisherMembership = Membership & { readonly publisher: Publisher };

/** As `pickMember`, in an Awin program. */
export function pickPublisher(
  random: Random,
  members: readonly Membership[],
  day: number,
): PublisherMembership | undefined {
  const member = pickMember(random, members, day);
  const publisher = member?.publisher ?? null;
  return member === undefined || publisher === null ? undefined : { ...member, publisher };
}

/** Some instant of the UTC day at a whole second, more of them in the evening. */
export function instantOn(day: number, random: Random): number {
  const clock = random() < 0.3 ? 0.7 + random() * 0.25 : random();
  return day * DAY_MS + Math.floor(clock * 86_399) * 1000;
}

/** Some instant after `at` that is still the same UTC day, so that no row knows of a day after its own. */
export function laterThatDay(at: number, random: Random): number {
  const left = (dayOf(at) + 1) * DAY_MS - 1000 - at;
  return at + Math.floor((random() * left) / 1000) * 1000;
}

function typeOf(program: Program, random: Random): string {
  const unit = random();
  if (unit < 0.004) return UNKNOWN_TYPE;
  if (unit < 0.016) return BONUS_TYPE;
  return unit < 0.016 + program.leadShare ? LEAD_TYPE : SALE_TYPE;
}

interface Amounts {
  readonly sale: number;
  readonly commission: number;
}

function amountsOf(
  type: string,
  program: Program,
  member: Membership,
  isNew: boolean,
  random: Random,
): Amounts {
  if (type === BONUS_TYPE) return { sale: 0, commission: 500 * (1 + Math.floor(random() * 30)) };
  if (type === LEAD_TYPE) {
    // Some vendors report the value of the plan that was asked for.
    const sale = random() < 0.1 ? program.orderMinor : 0;
    return { sale, commission: Math.round(program.orderMinor * 0.08) };
  }
  const { traits } = member.partner;
  const sale = Math.max(99, Math.round(program.orderMinor * traits.order * spread(random, 0.5)));
  const rate = program.rateBasisPoints * traits.rate * (isNew ? 1.15 : 0.9);
  return { sale, commission: Math.round((sale * rate) / 10_000) };
}

/** One row of a day. Further restatements may change its status and amounts, never its kind. */
export function makeSale(
  seed: number,
  member: PublisherMembership,
  at: number,
  id: number,
  random: Random,
): AwinSale {
  const { program } = member;
  const { traits } = member.partner;
  const type = typeOf(program, random);
  const isNew = random() < traits.newShare;
  const known = random() < 0.85 && type !== BONUS_TYPE;
  const { sale, commission } = amountsOf(type, program, member, isNew, random);
  const made: AwinSale = {
    id,
    program,
    publisher: member.publisher,
    campaign: random() < 0.4 ? 0 : 1 + Math.floor(random() * (CAMPAIGN_COUNT - 1)),
    at,
    lapseSeconds: 20 + Math.floor(random() ** 3 * program.cookieDays * 86_000),
    type,
    currency:
      program.otherCurrency !== null && random() < 0.05 ? program.otherCurrency : program.currency,
    customer: known ? (isNew ? 'NEW' : 'RETURNING') : null,
    voucher: type === SALE_TYPE && random() < traits.codeShare ? voucherOf(member, random) : null,
    status: 'pending',
    sale,
    commission,
    fee: Math.round(commission * 0.3),
    paid: false,
    validatedAt: null,
    amendedAt: null,
    oldSale: null,
    oldCommission: null,
    declineReason: null,
  };
  settleAtBirth(made, declineShare(seed, program, quarterOf(dayOf(at))), random);
  return made;
}

function voucherOf(member: Membership, random: Random): string {
  const word = member.partner.domain.slice(0, 5).replace('-', '').toUpperCase();
  return `${word}${pick(random, ['5', '10', '15', '20'])}`;
}

/** The state a row is born with. A network decides later; here only a restatement moves what a day once had. */
function settleAtBirth(sale: AwinSale, declined: number, random: Random): void {
  const unit = random();
  if (random() < 0.03 && sale.sale > 0)
    amend(sale, laterThatDay(sale.at, random), 0.5 + random() * 0.45);
  if (unit < declined) decline(sale, laterThatDay(sale.at, random), pick(random, DECLINE_REASONS));
  else if (unit < declined + 0.02) remove(sale, laterThatDay(sale.at, random));
  else if (unit < 0.8) {
    approve(sale, laterThatDay(sale.at, random));
    sale.paid = random() < 0.6;
  }
}

export function approve(sale: AwinSale, at: number): void {
  sale.status = 'approved';
  sale.validatedAt = at;
  sale.declineReason = null;
}

export function decline(sale: AwinSale, at: number, reason: string): void {
  sale.status = 'declined';
  sale.validatedAt = at;
  sale.declineReason = reason;
  sale.paid = false;
}

export function remove(sale: AwinSale, at: number): void {
  sale.status = 'deleted';
  sale.amendedAt = at;
  sale.paid = false;
}

/** Changes the amounts by a factor, as after a partial return. */
export function amend(sale: AwinSale, at: number, factor: number): void {
  sale.oldSale ??= sale.sale;
  sale.oldCommission ??= sale.commission;
  sale.sale = Math.round(sale.sale * factor);
  sale.commission = Math.round(sale.commission * factor);
  sale.fee = Math.round(sale.commission * 0.3);
  sale.amendedAt = at;
}

/** Slots of a day that a restatement may fill with late rows. */
export const LATE_SLOTS = { first: MOST_A_DAY, last: SLOTS_A_DAY - 2 } as const;
