import { parseDay, type Day } from '../../kernel/days';
import type { DayWindow, QuarantinedRow, TrafficColumns } from '../batch';
import { BrokenBody, type MappedPage } from '../connector';
import { idOf, integerOf, isRawRow, quarantine, shown, type RawRow } from '../raw-values';
import { WordColumnBuilder } from '../words';

const firstCapacity = 1_024;

/** Maps the campaign report (day × publisher × campaign) to columns. Throws `BrokenBody` for a body that is none. */
export function mapCampaignReport(body: unknown, window: DayWindow): MappedPage {
  const rows = new CampaignRows(window);
  for (const row of unwrapReport(body)) rows.take(row);
  return rows.page();
}

/**
 * Collects the rows of a campaign report as columns. A million rows pass here, so it writes straight into typed arrays
 * and looks each repeated date up once.
 */
export class CampaignRows {
  readonly #window: DayWindow;
  readonly #readDay = dayReader();
  readonly #partnership = new WordColumnBuilder(firstCapacity);
  readonly #campaign = new WordColumnBuilder(firstCapacity);
  readonly #quarantined: QuarantinedRow[] = [];
  #day = new Int32Array(firstCapacity);
  #clicks = new Float64Array(firstCapacity);
  #length = 0;
  #hasDates = false;

  constructor(window: DayWindow) {
    this.#window = window;
  }

  /** Has any row said a date, readable or not? Without one, an answer is no report. */
  get hasDates(): boolean {
    return this.#hasDates;
  }

  /** Does this day lie in the window that was asked for? */
  isAsked(day: Day): boolean {
    return day >= this.#window.from && day <= this.#window.to;
  }

  /** Takes a parsed row of whatever kind: it is kept, or put aside with a reason. */
  take(row: unknown): void {
    if (!isRawRow(row)) {
      const reason = `The row is ${shown(row)}, not an object.`;
      this.#quarantined.push(quarantine(reason, row, null, null));
      return;
    }
    if ('date' in row) this.#hasDates = true;
    const day = this.#readDay(row['date']);
    const publisher = idOf(row['publisherId']);
    const clicks = clicksOf(row);
    if (day === null || !this.isAsked(day) || publisher === null || clicks === null) {
      this.#quarantined.push(putAside(row, day, this.#window, publisher));
      return;
    }
    const campaign = row['campaign'];
    this.add(day, publisher, typeof campaign === 'string' ? campaign : '', clicks);
  }

  /** Adds a row whose day was asked for; clicks are NaN where the report doesn't say. */
  add(day: Day, publisher: string, campaign: string, clicks: number): void {
    if (this.#length === this.#day.length) this.#grow();
    this.#hasDates = true;
    this.#day[this.#length] = day;
    this.#clicks[this.#length] = clicks;
    this.#partnership.push(publisher);
    this.#campaign.push(campaign);
    this.#length += 1;
  }

  /** Everything that was taken: the whole of the one page that a report has. */
  page(): MappedPage {
    const length = this.#length;
    const columns: TrafficColumns = {
      kind: 'traffic',
      length,
      day: this.#day.slice(0, length),
      partnership: this.#partnership.build(),
      campaign: this.#campaign.build(),
      impressions: null,
      clicks: this.#clicks.slice(0, length),
    };
    const quarantined = this.#quarantined;
    const received = length + quarantined.length;
    return { columns, received, quarantined, next: null, carried: null };
  }

  #grow(): void {
    const [day, clicks] = [this.#day, this.#clicks];
    this.#day = new Int32Array(day.length * 2);
    this.#day.set(day);
    this.#clicks = new Float64Array(clicks.length * 2);
    this.#clicks.set(clicks);
  }
}

/** The rows of a report that live bodies wrap in `result`, in `body` or not at all. */
function unwrapReport(body: unknown): readonly unknown[] {
  const rows = isRawRow(body) ? (body['result'] ?? body['body']) : body;
  if (!Array.isArray(rows)) throw new BrokenBody('The campaign report holds no list of rows.');
  const list: readonly unknown[] = rows;
  if (list.length > 0 && !list.some((row) => isRawRow(row) && 'date' in row)) {
    throw new BrokenBody('No row of the campaign report has a date.');
  }
  return list;
}

/** Reads `2026-04-14` (or a time of that day); remembers, since a report repeats each date thousands of times. */
function dayReader(): (value: unknown) => Day | null {
  const known = new Map<string, Day | null>();
  let lastText = '';
  let lastDay: Day | null = null;
  return (value) => {
    if (typeof value !== 'string') return null;
    if (value === lastText) return lastDay;
    let day = known.get(value);
    if (day === undefined) {
      day = /^\d{4}-\d{2}-\d{2}(T|$)/.test(value) ? parseDay(value.slice(0, 10)) : null;
      known.set(value, day);
    }
    lastText = value;
    lastDay = day;
    return day;
  };
}

/** Clicks of a row: NaN when the report doesn't say, null when it says something that is no count. */
function clicksOf(row: RawRow): number | null {
  const totals = row['totals'];
  if (!isRawRow(totals)) return NaN;
  const quantity = totals['quantity'];
  if (!isRawRow(quantity)) return NaN;
  const click = quantity['click'];
  if (click === undefined || click === null || click === '') return NaN;
  const count = integerOf(click);
  return count === null || count < 0 ? null : count;
}

function putAside(
  row: RawRow,
  day: Day | null,
  window: DayWindow,
  publisher: string | null,
): QuarantinedRow {
  if (day === null) {
    return quarantine(`date ${shown(row['date'])} is not a date.`, row, null, null);
  }
  if (day < window.from || day > window.to) {
    return quarantine(`date ${shown(row['date'])} was not asked for.`, row, null, null);
  }
  if (publisher === null) {
    return quarantine(`publisherId is ${shown(row['publisherId'])}.`, row, null, day);
  }
  return quarantine('totals.quantity.click is not a count.', row, null, day);
}
