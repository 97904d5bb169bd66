import { parseDay, type Day } from '../../kernel/days';
import type { DayWindow, QuarantinedRow, TrafficColumns } from '../batch';
import { BrokenBody, type MappedPage } from '../connector';
import { idOf, integerOf, isRawRow, quarantine, shown, type RawRow } from '../raw-values';
import { WordColumnBuilder } from '../words';

/**
 * Maps the campaign report (day × publisher × campaign) to columns. A million rows pass here, so it writes straight
 * into typed arrays and looks each repeated date up once.
 */
export function mapCampaignReport(body: unknown, window: DayWindow): MappedPage {
  const rows = unwrapReport(body);
  const readDay = dayReader();
  const day = new Int32Array(rows.length);
  const clicks = new Float64Array(rows.length);
  const partnership = new WordColumnBuilder(rows.length);
  const campaign = new WordColumnBuilder(rows.length);
  const quarantined: QuarantinedRow[] = [];
  let length = 0;
  for (const row of rows) {
    if (!isRawRow(row)) {
      quarantined.push(quarantine(`The row is ${shown(row)}, not an object.`, row, null, null));
      continue;
    }
    const rowDay = readDay(row['date']);
    const publisher = idOf(row['publisherId']);
    const count = clicksOf(row);
    if (
      rowDay === null ||
      rowDay < window.from ||
      rowDay > window.to ||
      publisher === null ||
      count === null
    ) {
      quarantined.push(putAside(row, rowDay, window, publisher));
      continue;
    }
    day[length] = rowDay;
    clicks[length] = count;
    partnership.push(publisher);
    const name = row['campaign'];
    campaign.push(typeof name === 'string' ? name : '');
    length += 1;
  }
  const columns: TrafficColumns = {
    kind: 'traffic',
    length,
    day: length === day.length ? day : day.slice(0, length),
    partnership: partnership.build(),
    campaign: campaign.build(),
    impressions: null,
    clicks: length === clicks.length ? clicks : clicks.slice(0, length),
  };
  return { columns, received: rows.length, quarantined, next: null, carried: null };
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
