import type { Day } from '../../../../shared/kernel/days';
import { transactionColumns, type TransactionRow } from '../../../../shared/sync/transaction-rows';
import type { TrafficColumns, TransactionColumns } from '../../../../shared/sync/batch';
import { WordColumnBuilder } from '../../../../shared/sync/words';

/** Numbers that come one by one. */
class GrowingNumbers {
  length = 0;
  private values = new Float64Array(1_024);

  push(value: number): void {
    if (this.length === this.values.length) {
      const grown = new Float64Array(this.values.length * 2);
      grown.set(this.values);
      this.values = grown;
    }
    this.values[this.length] = value;
    this.length += 1;
  }

  finish(): Float64Array {
    return this.values.subarray(0, this.length);
  }
}

/** Rows of one program on their way into columns, with what they come to. */
export class TrafficRows {
  readonly days = new DayRange();
  readonly totals = { clicks: 0, impressions: 0 };
  private readonly day = new GrowingNumbers();
  private readonly partnership = new WordColumnBuilder(1_024);
  private readonly campaign = new WordColumnBuilder(1_024);
  private readonly clicks = new GrowingNumbers();
  private readonly impressions = new GrowingNumbers();

  get length(): number {
    return this.day.length;
  }

  /** `NaN` stands for a count that the row doesn't say. */
  add(day: Day, partnership: string, campaign: string, clicks: number, impressions: number): void {
    this.days.add(day);
    this.day.push(day);
    this.partnership.push(partnership);
    this.campaign.push(campaign);
    this.clicks.push(clicks);
    this.impressions.push(impressions);
    if (!Number.isNaN(clicks)) this.totals.clicks += clicks;
    if (!Number.isNaN(impressions)) this.totals.impressions += impressions;
  }

  columns(counted: { readonly clicks: boolean; readonly impressions: boolean }): TrafficColumns {
    return {
      kind: 'traffic',
      length: this.length,
      day: Int32Array.from(this.day.finish()),
      partnership: this.partnership.build(),
      campaign: this.campaign.build(),
      impressions: counted.impressions ? this.impressions.finish() : null,
      clicks: counted.clicks ? this.clicks.finish() : null,
    };
  }
}

/** The same for transactions. */
export class TransactionRows {
  readonly days = new DayRange();
  /** Minor units by currency, deleted rows left out. */
  readonly sales = new Map<string, number>();
  readonly commissions = new Map<string, number>();
  private readonly rows: TransactionRow[] = [];

  get length(): number {
    return this.rows.length;
  }

  add(row: TransactionRow, day: Day): void {
    this.days.add(day);
    this.rows.push(row);
    if (row.status === 'deleted') return;
    addTo(this.sales, row.saleCurrency, row.saleMinor);
    addTo(this.commissions, row.commissionCurrency, row.commissionMinor);
  }

  columns(): TransactionColumns {
    return transactionColumns(this.rows);
  }
}

/** First and last of some days. */
class DayRange {
  from: Day = Infinity;
  to: Day = -Infinity;

  add(day: Day): void {
    if (day < this.from) this.from = day;
    if (day > this.to) this.to = day;
  }
}

function addTo(sums: Map<string, number>, currency: string, minor: number): void {
  if (currency === '' || Number.isNaN(minor)) return;
  sums.set(currency, (sums.get(currency) ?? 0) + minor);
}
