import type { PartnerType } from './vocabulary';

/** Partner types in English, for screens and documents; `none` is a partner that nobody has classified. */
export const partnerTypeNames: Readonly<Record<PartnerType | 'none', string>> = {
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
  none: 'Not classified',
};

/** A partner type in words; null and the empty word are 'Not classified', and an unknown word stays as it is. */
export function partnerTypeName(type: string | null): string {
  const names: Readonly<Record<string, string>> = partnerTypeNames;
  return type === null || type === '' ? partnerTypeNames.none : (names[type] ?? type);
}
