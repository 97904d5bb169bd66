import type { Vendor } from './data';
import type { Action, Deal, Group, Lead } from './partnerstack-pipeline';
import { groupOf, partnerKeyOf } from './partnerstack-views';
import type { Listed } from './partnerstack-views';

export function listLead(lead: Lead): Listed {
  const { key, member, createdAt, updatedAt } = lead;
  return {
    key,
    createdAt,
    updatedAt,
    amount: lead.amount,
    archived: false,
    words: { status: lead.status, partner_key: partnerKeyOf(member) },
    view: () => ({
      key,
      amount: lead.amount,
      approved: lead.approved,
      status: lead.status,
      external_key: lead.externalKey,
      account_name: lead.company,
      contact_first_name: member.partner.lastName,
      contact_last_name: 'Doe',
      contact_email: `contact+${key.slice(-6)}@buyer.example`,
      partner_key: partnerKeyOf(member),
      partnership_key: member.key,
      meta: {},
      created_at: createdAt,
      updated_at: updatedAt,
    }),
  };
}

export function listDeal(vendor: Vendor, deal: Deal): Listed {
  const { key, member, createdAt, updatedAt } = deal;
  return {
    key,
    createdAt,
    updatedAt,
    amount: deal.amount,
    archived: false,
    words: { group_key: groupOf(vendor, member).key, partner_key: partnerKeyOf(member) },
    view: () => ({
      key,
      account_name: deal.company,
      amount: deal.amount,
      currency: deal.currency,
      close_date: deal.closeDate,
      contact_first_name: member.partner.firstName,
      contact_last_name: 'Doe',
      contact_email: `contact+${key.slice(-6)}@buyer.example`,
      external_key: `crm-${key.slice(-8)}`,
      fields: [],
      group_key: groupOf(vendor, member).key,
      lost_reason: deal.lostReason,
      mold_key: 'default',
      partner_key: partnerKeyOf(member),
      partnership_key: member.key,
      source: 'partner',
      stage: deal.stage,
      team: null,
      team_member: null,
      meta: {},
      created_at: createdAt,
      updated_at: updatedAt,
    }),
  };
}

export function listAction(vendor: Vendor, action: Action): Listed {
  const { key, customer, createdAt, updatedAt } = action;
  return {
    key,
    createdAt,
    updatedAt,
    amount: 0,
    archived: false,
    words: { customer_key: customer.key, type: action.type },
    view: () => ({
      key,
      type: action.type,
      value: action.value,
      customer: { key: customer.key, sub_ids: [] },
      company: { key: vendor.program.account, name: vendor.program.name },
      partnership_key: customer.member.key,
      archived: action.archived,
      created_at: createdAt,
      updated_at: updatedAt,
    }),
  };
}

export function listGroup(group: Group): Listed {
  const { key, slug, name, createdAt } = group;
  return {
    key,
    createdAt,
    updatedAt: createdAt,
    amount: 0,
    archived: false,
    words: {},
    view: () => ({
      key,
      name,
      slug,
      default: group.isDefault,
      archived: false,
      features: {},
      created_at: createdAt,
      updated_at: createdAt,
    }),
  };
}
