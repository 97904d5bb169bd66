import type { Vendor } from './data';
import { DAY_MS } from './days';
import type { Group } from './partnerstack-pipeline';
import type { Customer, Payment, Reward } from './partnerstack-records';
import { entry, hashOf, wordOf } from './random';
import type { Membership } from './roster';

/** An object of the API with what lists sort and filter by. */
export interface Listed {
  readonly key: string;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly amount: number;
  readonly archived: boolean;
  /** Values of the filters that ask for an exact word. */
  readonly words: Readonly<Record<string, string | null>>;
  readonly view: () => Record<string, unknown>;
}

/** Cents of US dollars for a cent of the currency, for `amount_usd`. */
const DOLLARS = { EUR: 1.087, GBP: 1.268, USD: 1 } as const;

/** The group a membership is in: older ones have been sorted, newer ones are in the first. */
export function groupOf(vendor: Vendor, member: Membership): Group {
  return entry(
    vendor.groups,
    hashOf(member.partner.index, vendor.program.index) % vendor.groups.length,
  );
}

export function partnerKeyOf(member: Membership): string {
  return member.partner.domain.replace('.example', '');
}

export function listPartnership(
  vendor: Vendor,
  member: Membership,
  endedAt: number | undefined,
): Listed {
  const group = groupOf(vendor, member);
  const joinedAt = member.joined * DAY_MS + 36_000_000;
  const createdAt = joinedAt - 7_200_000;
  const updatedAt = endedAt ?? joinedAt;
  const { partner } = member;
  const archived = endedAt !== undefined;
  return {
    key: member.key,
    createdAt,
    updatedAt,
    amount: 0,
    archived,
    words: { group: group.slug, partner_key: partnerKeyOf(member) },
    view: () => ({
      key: member.key,
      partner_key: partnerKeyOf(member),
      email: partner.email,
      first_name: partner.firstName,
      last_name: partner.lastName,
      group: { key: group.key, slug: group.slug, name: group.name },
      joined_at: joinedAt,
      created_at: createdAt,
      updated_at: updatedAt,
      status: archived ? 'archived' : 'active',
      archived,
      manager: { email: 'partners@deskagency.example' },
      tags:
        partner.index % 5 === 0 ? [{ key: `tag_${String(partner.index % 3)}`, name: 'gold' }] : [],
      team: { key: `team_${wordOf(10, partner.index, vendor.program.index)}`, name: partner.name },
      stats: {},
      m_data: {},
      meta: {},
    }),
  };
}

export function listCustomer(vendor: Vendor, customer: Customer): Listed {
  const { key, member, createdAt, updatedAt } = customer;
  return {
    key,
    createdAt,
    updatedAt,
    amount: 0,
    archived: false,
    words: {
      group: groupOf(vendor, member).slug,
      partner_key: partnerKeyOf(member),
      customer_key: customer.externalKey,
    },
    view: () => ({
      key,
      customer_key: customer.externalKey,
      email: emailOf(customer),
      name: customer.name,
      partner_key: partnerKeyOf(member),
      partnership_key: member.key,
      provider_key: null,
      source_key: `src_${wordOf(8, member.partner.index)}`,
      source_type: 'link',
      test: customer.test,
      fields: [],
      field_data: {},
      meta: {},
      created_at: createdAt,
      updated_at: updatedAt,
    }),
  };
}

function emailOf(customer: Customer): string {
  return `accounts+${customer.externalKey}@buyer.example`;
}

export function listPayment(vendor: Vendor, payment: Payment): Listed {
  const { key, customer, createdAt, updatedAt, archived } = payment;
  return {
    key,
    createdAt,
    updatedAt,
    amount: payment.amount,
    archived: false,
    words: { customer_key: customer.key, partnership_key: customer.member.key },
    view: () => ({
      key,
      amount: payment.amount,
      amount_usd: Math.round(payment.amount * DOLLARS[payment.currency]),
      currency: payment.currency,
      approved: payment.approved,
      archived,
      category_key: 'subscription',
      product_key: payment.product,
      company: { key: vendor.program.account, name: vendor.program.name },
      customer: { key: customer.key, customer_key: customer.externalKey, email: emailOf(customer) },
      customer_key: customer.key,
      partnership_key: customer.member.key,
      extension: {},
      metadata: { order: `INV-${key.slice(-8)}` },
      meta: {},
      test: customer.test,
      created_at: createdAt,
      updated_at: updatedAt,
    }),
  };
}

export function listReward(vendor: Vendor, reward: Reward): Listed {
  const { key, member, payment, createdAt, updatedAt } = reward;
  const paymentStatus = reward.status === 'approved' ? 'available' : null;
  return {
    key,
    createdAt,
    updatedAt,
    amount: reward.amount,
    archived: payment?.archived ?? false,
    words: {
      status: reward.status,
      payment_status: paymentStatus,
      company_key: vendor.program.account,
      group_key: groupOf(vendor, member).key,
      customer_key: payment?.customer.key ?? null,
      invoice_key: null,
    },
    view: () => ({
      key,
      amount: reward.amount,
      ...(reward.currency === null ? {} : { currency: reward.currency }),
      reward_status: reward.status,
      payment_status: paymentStatus,
      description: reward.description,
      decline_reason: reward.status === 'declined' ? 'Does not meet the program terms' : null,
      action: null,
      customer: payment === null ? null : { key: payment.customer.key },
      invoice: null,
      offer: { key: `off_${String(vendor.program.index)}` },
      partnership: { key: member.key },
      transaction: payment === null ? null : { key: payment.key },
      trigger: { key: 'trg_1' },
      created_at: createdAt,
      updated_at: updatedAt,
    }),
  };
}
