import type { PartnerStatus } from '../../../shared/domain/partner-list';

const typeNames: Readonly<Record<string, string>> = {
  content: 'Content',
  creator: 'Creator',
  coupon: 'Coupon',
  cashback: 'Cashback',
  'browser-software': 'Browser software',
  email: 'E-mail',
  search: 'Search',
  display: 'Display',
  'sub-network': 'Sub-network',
  technology: 'Technology',
  'brand-to-brand': 'Brand to brand',
  'b2b-referral': 'B2B referral',
  other: 'Other',
};

const tierNames: Readonly<Record<string, string>> = {
  strategic: 'Strategic',
  growth: 'Growth',
  standard: 'Standard',
  'self-serve': 'Self-serve',
};

const statusNames: Readonly<Record<PartnerStatus, string>> = {
  joined: 'Joined',
  left: 'Left',
  'left-early': 'Left before the first sync',
  'not-read': 'Not read yet',
  'no-account': 'No account',
};

/** A partner type as people read it; an unknown word stays as it is. */
export function typeName(type: string): string {
  return typeNames[type] ?? type;
}

/** A service tier as people read it. */
export function tierName(tier: string): string {
  return tierNames[tier] ?? tier;
}

/** How a partner stands, in words. */
export function statusWords(status: string): string {
  const names: Readonly<Record<string, string>> = statusNames;
  return names[status] ?? status;
}

/** Every type and tier with its name, for choosing. */
export const typeChoices = Object.entries(typeNames).map(([value, label]) => ({ value, label }));
export const tierChoices = Object.entries(tierNames).map(([value, label]) => ({ value, label }));
