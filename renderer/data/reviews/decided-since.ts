import type { ReviewData } from '../../../shared/documents/review/data';
import type { DecidedRows, DecidedSince } from '../../../shared/documents/review/restatements';
import { parseDay } from '../../../shared/kernel/days';
import { eachSettledRow, type SettledRow } from '../facts';
import type { Subject } from './subject';

const nothing: DecidedRows = { orders: 0, revenue: 0, commission: 0 };

/** What the networks approved and declined after an instant (ms UTC), by model, currency and period of a review. */
export async function decidedSince(
  subject: Subject,
  data: ReviewData,
  after: number,
): Promise<DecidedSince[]> {
  const sums = new Map<string, DecidedSince>();
  for (const program of subject.programs) {
    const section = data.sections.find(({ model }) => model === program.model);
    const periods = [...(section?.quarters ?? []), ...(section ? [section.lastYear] : [])].map(
      ({ period }) => ({
        label: period.label,
        from: parseDay(period.from) ?? 0,
        to: parseDay(period.to) ?? 0,
      }),
    );
    const labels = [...new Map(periods.map((period) => [period.label, period])).values()];
    await eachSettledRow(program, (row) => {
      if (row.decidedAt === null || row.decidedAt <= after) return;
      for (const { label, from, to } of labels) {
        if (row.day < from || row.day > to) continue;
        const key = [program.model, row.revenueCurrency, label].join(':');
        const known = sums.get(key) ?? {
          model: program.model,
          currency: row.revenueCurrency,
          period: label,
          approved: nothing,
          declined: nothing,
        };
        const side = row.status === 'approved' ? 'approved' : 'declined';
        sums.set(key, { ...known, [side]: added(known[side], row) });
      }
    });
  }
  return [...sums.values()];
}

/** Revenue and commission of every row, as totals count them; only sales and payments are orders. */
function added(sum: DecidedRows, row: SettledRow): DecidedRows {
  const isOrder = row.type === 'sale' || row.type === 'payment';
  const isOneCurrency = row.commissionCurrency === row.revenueCurrency;
  return {
    orders: sum.orders + (isOrder ? 1 : 0),
    revenue: sum.revenue + row.revenue,
    commission: sum.commission + (isOneCurrency ? row.commission : 0),
  };
}
