import { campaignName } from './awin-sales';
import type { BrokenRow } from './awin-days';
import type { AwinSale } from './awin-sales';
import { entry, unitOf } from './random';
import { naiveLocal } from './zones';

interface Money {
  readonly amount: number;
  readonly currency: string;
}

const DEVICES = ['Windows', 'iPhone', 'Android Mobile', 'Apple Mac', 'iPad'];

function money(minor: number, currency: string): Money {
  return { amount: minor / 100, currency };
}

function clickRefsOf(sale: AwinSale): Record<string, string> | null {
  const unit = unitOf(sale.id, 1);
  if (unit < 0.4) return null;
  const first = { clickRef: `ref-${String(sale.id % 997)}` };
  return unit < 0.8 ? first : { ...first, clickRef2: 'hero' };
}

function basketOf(sale: AwinSale): unknown[] {
  return [
    {
      productId: `p-${String(sale.id % 400)}`,
      productName: `Article ${String(sale.id % 400)}`,
      unitPrice: sale.sale / 100,
      quantity: 1,
      skuCode: `sku-${String(sale.id % 400)}`,
      commissionGroupCode: 'DEFAULT',
      category: 'General',
    },
  ];
}

/** A row of the transaction list as Awin writes it, dates as clocks in `zone` show them. */
export function transactionView(
  sale: AwinSale,
  zone: string,
  basket: boolean,
): Record<string, unknown> {
  const { publisher, program, currency } = sale;
  const amended = sale.oldSale !== null;
  const site = `https://${publisher.partner.domain}`;
  const device = entry(DEVICES, sale.id % DEVICES.length);
  const hasParts = sale.type !== 'Bonus';
  return {
    id: sale.id,
    url: site,
    advertiserId: Number(program.account),
    publisherId: publisher.id,
    commissionSharingPublisherId: null,
    commissionSharingSelectedRatePublisherId: null,
    campaign: sale.campaign === 0 ? null : campaignName(sale.campaign),
    siteName: publisher.partner.name,
    commissionStatus: sale.status,
    commissionAmount: money(sale.commission, currency),
    saleAmount: money(sale.sale, currency),
    networkFee: money(sale.fee, currency),
    advertiserCost: { amount: null, currency: null },
    ipHash: String(Math.floor((unitOf(sale.id, 2) - 0.5) * 2 ** 50)),
    customerCountry: program.market,
    clickRefs: clickRefsOf(sale),
    clickDate: naiveLocal(sale.at - sale.lapseSeconds * 1000, zone),
    transactionDate: naiveLocal(sale.at, zone),
    validationDate: sale.validatedAt === null ? null : naiveLocal(sale.validatedAt, zone),
    type: sale.type,
    declineReason: sale.declineReason,
    voucherCodeUsed: sale.voucher !== null,
    voucherCode: sale.voucher,
    lapseTime: sale.lapseSeconds,
    amended,
    amendReason: amended ? 'Partial return' : null,
    oldSaleAmount: sale.oldSale === null ? null : money(sale.oldSale, currency),
    oldCommissionAmount: sale.oldCommission === null ? null : money(sale.oldCommission, currency),
    originalSaleAmount: sale.oldSale === null ? null : money(sale.oldSale, currency),
    trackedCurrencyAmount: null,
    clickDevice: device,
    transactionDevice: device,
    customerAcquisition: sale.customer,
    publisherUrl: site,
    advertiserCountry: program.market,
    orderRef: `${program.market}-${String(sale.id)}`,
    customParameters:
      sale.id % 3 === 0 ? [{ key: '1', value: 'shop-a' }] : sale.id % 3 === 1 ? [] : null,
    transactionParts: hasParts
      ? [
          {
            commissionGroupId: 160_000 + program.index,
            amount: sale.sale / 100,
            commissionAmount: sale.commission / 100,
            advertiserCost: null,
            commissionGroupCode: 'DEFAULT',
            commissionGroupName: 'Default',
            trackedParts: [{ code: 'DEFAULT', amount: sale.sale / 100, currency }],
          },
        ]
      : [],
    paidToPublisher: sale.paid,
    paymentId: sale.paid ? 900_000 + (sale.id % 5_000) : 0,
    transactionQueryId: 0,
    basketProducts: basket && hasParts ? basketOf(sale) : null,
  };
}

/** A row nobody can read, for good. */
export function brokenTransaction(row: BrokenRow, zone: string): Record<string, unknown> {
  const view = transactionView(row.like, zone, false);
  if (row.flaw === 'missing-id') return { ...view, id: null };
  if (row.flaw === 'unreadable-date') return { ...view, transactionDate: 'not available' };
  return { ...view, saleAmount: { amount: '12,x0', currency: row.like.currency } };
}
