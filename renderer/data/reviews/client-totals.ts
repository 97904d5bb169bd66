import type { ClientTotalLine } from '../../../shared/documents/review/data';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { moneyOf, numberOf, textOf } from '../../../shared/ipc/record-values';

/** The client's own totals; of two for the same month and currency the one that was written last counts. */
export async function gatherClientTotals(client: string): Promise<ClientTotalLine[]> {
  const lines = new Map<string, ClientTotalLine>();
  for (const record of await listRecords(currentCore(), 'client-total')) {
    const month = textOf(record, 'month');
    const total = moneyOf(record, 'total');
    if (textOf(record, 'client') !== client || month === null || total === null) continue;
    const basis = textOf(record, 'basis');
    lines.set(`${month} ${total.currency}`, {
      month,
      currency: total.currency,
      amountMinor: total.amountMinor,
      basis: basis === 'net' || basis === 'gross' ? basis : null,
      newCustomers: numberOf(record, 'newCustomers'),
    });
  }
  return [...lines.values()];
}
