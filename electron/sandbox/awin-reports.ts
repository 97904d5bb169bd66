import { Buffer } from 'node:buffer';
import { awinError, jsonAnswer, textAnswer } from './answer';
import type { Answer } from './answer';
import { addSale, collect, emptySums, lineJson, linesOfDay } from './awin-report-lines';
import type { Line, Sums } from './awin-report-lines';
import { campaignName } from './awin-sales';
import type { AwinAccount } from './data';
import { DAY_MS, parseDay } from './days';
import type { DayRange } from './days';

const LONGEST_CAMPAIGN_DAYS = 400;
const LONGEST_PUBLISHER_DAYS = 31;

function readDays(query: URLSearchParams, longest: number): DayRange | Answer {
  const first = parseDay(query.get('startDate') ?? '');
  const last = parseDay(query.get('endDate') ?? '');
  if (first === undefined || last === undefined)
    return awinError(400, 'bad_request', 'startDate and endDate must have the format yyyy-MM-dd');
  if (last < first) return awinError(400, 'bad_request', 'endDate must not be before startDate');
  if (last - first > longest)
    return awinError(400, 'bad_request', `The maximum date range is ${String(longest)} days`);
  return { first, last };
}

function within(days: DayRange, all: DayRange): DayRange {
  return { first: Math.max(days.first, all.first), last: Math.min(days.last, all.last) };
}

/** Letters of an ISO date that tell the days, months or years of a report apart. */
const DAY_LENGTH = 10;
const INTERVAL_LENGTHS: ReadonlyMap<string, number> = new Map([
  ['day', DAY_LENGTH],
  ['month', 7],
  ['year', 4],
  ['', 0],
]);

/** `reports/campaign`: rows under `result`, every number and id a string. */
export function campaignReport(account: AwinAccount, query: URLSearchParams): Answer {
  const days = readDays(query, LONGEST_CAMPAIGN_DAYS);
  if ('body' in days) return days;
  const length = INTERVAL_LENGTHS.get(query.get('interval') ?? '');
  if (length === undefined)
    return awinError(400, 'bad_request', 'interval must be day, month or year');
  const prefix = query.get('campaign') ?? '';
  if (prefix !== '' && (prefix.length < 3 || prefix.length > 128))
    return awinError(400, 'bad_request', 'campaign must have 3 to 128 characters');
  if (account.program.gap === 'report-refused')
    return awinError(403, 'forbidden', 'This report is not available for this advertiser');
  if (account.program.gap === 'report-empty') return jsonAnswer({ result: [] });
  const withoutCampaign = query.get('includeNumbersWithoutCampaign') === 'true';
  const ids = query.get('publisherIds');
  const publisherIds = ids === null ? null : new Set(ids.split(',').map(Number));
  // Bytes are made day by day: one text of some 20 MB costs three times as long, most of it for collecting garbage.
  const chunks: Buffer[] = [];
  const flush = (lines: readonly Line[]): void => {
    if (lines.length === 0) return;
    const comma = chunks.length === 0 ? '' : ',';
    chunks.push(Buffer.from(comma + lines.map(lineJson).join(','), 'utf8'));
  };
  const merged = new Map<string, Line>();
  const { first, last } = within(days, account.range);
  for (let day = first; day <= last; day += 1) {
    const lines: Line[] = [];
    linesOfDay(account, day, (line) => {
      if (line.campaign === 0 && !withoutCampaign) return;
      if (publisherIds !== null && !publisherIds.has(line.publisher.id)) return;
      if (!campaignName(line.campaign).startsWith(prefix)) return;
      if (length === DAY_LENGTH) lines.push(line);
      else collect(merged, line, length);
    });
    flush(lines);
  }
  flush([...merged.values()]);
  return textAnswer(Buffer.concat([Buffer.from('{"result":['), ...chunks, Buffer.from(']}')]));
}

/** `reports/publisher`: one row per publisher with activity, numbers as numbers, no date. */
export function publisherReport(account: AwinAccount, query: URLSearchParams): Answer {
  const days = readDays(query, LONGEST_PUBLISHER_DAYS);
  if ('body' in days) return days;
  const dateType = query.get('dateType') ?? 'transaction';
  if (dateType !== 'transaction' && dateType !== 'validation')
    return awinError(400, 'bad_request', `Unknown dateType: ${dateType}`);
  const lines = new Map<string, Line>();
  const { first, last } = within(days, account.range);
  if (dateType === 'transaction') {
    for (let day = first; day <= last; day += 1) {
      linesOfDay(account, day, (line) => {
        collect(lines, { ...line, campaign: 0 }, 0);
      });
    }
  } else {
    for (const sale of account.sales) {
      const { validatedAt } = sale;
      if (
        validatedAt === null ||
        validatedAt < days.first * DAY_MS ||
        validatedAt >= (days.last + 1) * DAY_MS
      )
        continue;
      const sums = emptySums();
      addSale(sums, sale);
      collect(lines, { publisher: sale.publisher, campaign: 0, date: '', clicks: 0, ...sums }, 0);
    }
  }
  return jsonAnswer([...lines.values()].map((line) => publisherRow(account, line)));
}

function publisherRow({ program }: AwinAccount, line: Line): Record<string, unknown> {
  const row: Record<string, unknown> = {
    advertiserId: Number(program.account),
    advertiserName: program.name,
    publisherId: line.publisher.id,
    publisherName: line.publisher.name,
    region: line.publisher.partner.country,
    currency: program.currency,
    impressions: line.clicks * 14,
    clicks: line.clicks,
  };
  ['pending', 'confirmed', 'bonus', 'declined'].forEach((word, place) => {
    row[`${word}No`] = line.quantity[place];
    row[`${word}Value`] = (line.sale[place] ?? 0) / 100;
    row[`${word}Comm`] = (line.commission[place] ?? 0) / 100;
  });
  const total = (values: Sums['quantity']): number => values[0] + values[1] + values[2];
  return {
    ...row,
    totalNo: total(line.quantity),
    totalValue: total(line.sale) / 100,
    totalComm: total(line.commission) / 100,
    tags: [],
  };
}
