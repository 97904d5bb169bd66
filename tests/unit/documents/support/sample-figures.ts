import type { Figures, ReviewPeriod } from '../../../../shared/documents/review/data';

/** Names in ten scripts, one of them with two directions in it. */
export const namesInManyScripts = [
  'Gutscheinwelt Größe & Söhne',
  'أمازون الشرق الأوسط',
  'קופונים ומבצעים',
  'Скидки и Купоны',
  'Εκπτώσεις Αθήνα',
  '東京カフェとコーヒーの専門店',
  '优惠券大全网站',
  '한국 쿠폰 블로그',
  'ช้อปปิ้งไทย',
  'कूपन दुनिया',
  'Blog أمازون (AE) 2026',
  'Điện Máy Xanh Việt Nam',
];

/** Small deterministic noise, so that figures look like figures. */
export function noise(seed: number): number {
  const value = Math.sin(seed * 127.1) * 43_758.545;
  return value - Math.floor(value);
}

export function figures(revenue: number, over: Partial<Figures> = {}): Figures {
  const orders = Math.max(1, Math.round(revenue / 9_640));
  const clicks = orders * 37 + 11;
  const commission = Math.round(revenue * 0.083);
  const networkFee = Math.round(commission * 0.3);
  const decided: Figures = {
    revenue,
    orders,
    clicks,
    commission,
    networkFee,
    leads: 0,
    bonus: Math.round(commission * 0.04),
    newCustomers: Math.round(orders * 0.42),
    renewals: null,
    averageOrderValue: revenue / orders,
    conversionRate: orders / clicks,
    epc: commission / clicks,
    effectiveCommissionRate: revenue > 0 ? commission / revenue : null,
    roas: commission > 0 ? revenue / (commission + networkFee) : null,
    reversalRate: 0.081,
  };
  return { ...decided, ...over };
}

export const quarters: readonly ReviewPeriod[] = [
  ['Q2 2025', '2025-04-01', '2025-06-30'],
  ['Q3 2025', '2025-07-01', '2025-09-30'],
  ['Q4 2025', '2025-10-01', '2025-12-31'],
  ['Q1 2026', '2026-01-01', '2026-03-31'],
  ['Q2 2026', '2026-04-01', '2026-06-30'],
  ['Q3 2026', '2026-07-01', '2026-09-30'],
].map(([name = '', from = '', to = '']) => ({
  label: `${to.slice(0, 4)}-${name.slice(0, 2)}`,
  from,
  to,
}));
