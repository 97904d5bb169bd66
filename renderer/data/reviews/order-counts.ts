import {
  ageBands,
  type AgeBand,
  type AgeLine,
  type CustomerLine,
  type LiabilityLine,
  type ReasonLine,
  type ReviewSection,
} from '../../../shared/documents/review/data';
import { customerTypes } from '../../../shared/domain/vocabulary';
import type { Day } from '../../../shared/kernel/days';
import type { eachSettledRow, OrderLine } from '../facts';

/** Inclusive days. */
export interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** An order that counts as tracked. */
export function isTrackedOrder({ type, status, count }: OrderLine): boolean {
  return (
    count > 0 &&
    (type === 'sale' || type === 'payment') &&
    (status === 'pending' || status === 'approved')
  );
}

/** The days in which something is counted. */
export interface Spans {
  readonly now: Days;
  readonly before: Days;
  readonly decided: Days;
}

/** Is a day one of them? */
export function isIn(day: Day, { from, to }: Days): boolean {
  return day >= from && day <= to;
}

interface Owed {
  pending: number;
  approved: number;
  declined: number;
  unpaid: number;
  isPaidKnown: boolean;
}

/** Sums by currency over all programs of a section. */
export class OrderCounts {
  private readonly customers = new Map<string, CustomerLine>();
  private readonly ages = new Map<string, AgeLine>();
  private readonly reasons = new Map<string, ReasonLine>();
  private readonly owed = new Map<string, Owed>();

  constructor(
    private readonly spans: Spans,
    private readonly cutOff: Day,
  ) {}

  addLine(line: OrderLine): void {
    const { now, before, decided } = this.spans;
    const { day, status, currency, revenue, commission } = line;
    if (isTrackedOrder(line) && (isIn(day, now) || isIn(day, before))) this.addCustomer(line);
    if (status === 'pending' && day <= now.to) {
      this.owedIn(currency).pending += commission;
      if (line.type !== 'lead') this.addAge(line);
    }
    if (isIn(day, decided) && status === 'approved') this.owedIn(currency).approved += revenue;
    if (isIn(day, decided) && status === 'declined') this.owedIn(currency).declined += revenue;
  }

  addRow(row: Parameters<Parameters<typeof eachSettledRow>[1]>[0]): void {
    const { now } = this.spans;
    if (row.status === 'approved' && row.day <= now.to && row.commission !== 0) {
      const owed = this.owedIn(row.commissionCurrency);
      if (row.paid === null) owed.isPaidKnown = false;
      else if (!row.paid) owed.unpaid += row.commission;
    }
    const isOrder = row.type === 'sale' || row.type === 'payment';
    if (row.status !== 'declined' || !isOrder || !isIn(row.day, now)) return;
    const key = `${row.revenueCurrency} ${row.reason}`;
    const known = this.reasons.get(key);
    this.reasons.set(key, {
      currency: row.revenueCurrency,
      reason: row.reason,
      orders: (known?.orders ?? 0) + 1,
      revenue: (known?.revenue ?? 0) + row.revenue,
    });
  }

  result(): Pick<ReviewSection, 'customers' | 'ages' | 'liabilities' | 'reasons'> {
    return {
      customers: [...this.customers.values()],
      ages: [...this.ages.values()],
      reasons: [...this.reasons.values()],
      liabilities: [...this.owed]
        .filter(([, owed]) => owed.pending > 0 || owed.unpaid > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, owed]): LiabilityLine => {
          const decided = owed.approved + owed.declined;
          return {
            currency,
            pending: owed.pending,
            approvalRate: decided > 0 ? owed.approved / decided : null,
            unpaid: owed.isPaidKnown ? owed.unpaid : null,
          };
        }),
    };
  }

  private owedIn(currency: string): Owed {
    const known = this.owed.get(currency);
    if (known !== undefined) return known;
    const owed = { pending: 0, approved: 0, declined: 0, unpaid: 0, isPaidKnown: true };
    this.owed.set(currency, owed);
    return owed;
  }

  private addCustomer({ day, customer, currency, count, revenue }: OrderLine): void {
    for (const one of customerTypes) {
      const key = `${currency} ${one}`;
      const nothing = { orders: 0, revenue: 0 };
      const known = this.customers.get(key) ?? {
        currency,
        customer: one,
        now: nothing,
        before: nothing,
      };
      const when = isIn(day, this.spans.now) ? 'now' : 'before';
      const sum = known[when] ?? nothing;
      const grown = { orders: sum.orders + count, revenue: sum.revenue + revenue };
      this.customers.set(key, one === customer ? { ...known, [when]: grown } : known);
    }
  }

  private addAge({ day, type, currency, count, revenue, commission }: OrderLine): void {
    const age = bandOf(this.cutOff - day);
    const key = `${currency} ${age}`;
    const known = this.ages.get(key);
    const isOrder = type === 'sale' || type === 'payment';
    this.ages.set(key, {
      currency,
      age,
      orders: (known?.orders ?? 0) + (isOrder ? count : 0),
      revenue: (known?.revenue ?? 0) + revenue,
      commission: (known?.commission ?? 0) + commission,
    });
  }
}

function bandOf(days: number): AgeBand {
  const [young, middle, old, oldest] = ageBands;
  if (days <= 30) return young;
  if (days <= 60) return middle;
  return days <= 90 ? old : oldest;
}
