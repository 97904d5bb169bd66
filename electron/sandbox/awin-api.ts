import { awinError, jsonAnswer } from './answer';
import type { Answer } from './answer';
import { campaignReport, publisherReport } from './awin-reports';
import { brokenTransaction, transactionView } from './awin-views';
import type { BrokenRow } from './awin-days';
import type { AwinSale } from './awin-sales';
import { isActive, lowerBound } from './data';
import type { AwinAccount, SandboxData } from './data';
import { DAY_MS } from './days';
import { instantOf } from './zones';

/** Time zones the transaction list takes. */
const ZONES: ReadonlySet<string> = new Set([
  'Europe/Berlin',
  'Europe/Paris',
  'Europe/London',
  'Europe/Dublin',
  'Canada/Eastern',
  'Canada/Central',
  'Canada/Mountain',
  'Canada/Pacific',
  'US/Eastern',
  'US/Central',
  'US/Mountain',
  'US/Pacific',
  'UTC',
]);
/** Time zones the reports take besides. */
const REPORT_ZONES: ReadonlySet<string> = new Set([
  ...ZONES,
  'America/Sao_Paulo',
  'Australia/Sydney',
  'Europe/Helsinki',
]);
const STATUSES: ReadonlySet<string> = new Set(['pending', 'approved', 'declined', 'deleted']);
const LONGEST_WINDOW_MS = 31 * DAY_MS;
const MOST_IDS = 100;

function badRequest(description: string): Answer {
  return awinError(400, 'bad_request', description);
}

function notFound(): Answer {
  return awinError(404, 'exception', 'No endpoint matches this request');
}

/** Ids of a comma list, or undefined where one is no number. */
function readIds(text: string): Set<number> | undefined {
  const ids = text.split(',').map((part) => part.trim());
  return ids.every((id) => /^\d+$/.test(id)) ? new Set(ids.map(Number)) : undefined;
}

function accounts(data: SandboxData, query: URLSearchParams): Answer {
  const type = query.get('type');
  if (type !== null && type !== 'advertiser' && type !== 'publisher')
    return badRequest('type must be publisher or advertiser');
  const advertisers = [...data.awin.values()].map(({ program }) => ({
    accountId: Number(program.account),
    accountName: program.name,
    accountType: 'advertiser',
    userRole: program.index % 3 === 0 ? 'userOwner' : 'userFullAccess',
  }));
  const publisher = {
    accountId: 39_001,
    accountName: 'Agency test publisher',
    accountType: 'publisher',
    userRole: 'userViewer',
  };
  return jsonAnswer({
    userId: 1_969_217,
    accounts: [...advertisers, publisher].filter(
      (account) => type === null || account.accountType === type,
    ),
  });
}

function publishers(data: SandboxData, account: AwinAccount): Answer {
  const rows = account.members
    .filter((member) => isActive(data, member))
    .flatMap(({ publisher, partner }) =>
      publisher === null
        ? []
        : [
            {
              id: publisher.id,
              name: publisher.name,
              primaryRegion: partner.country,
              salesRegions: partner.index % 4 === 0 ? null : [partner.country],
              primaryType: partner.traits.label,
            },
          ],
    );
  return jsonAnswer(rows);
}

interface SaleFilter {
  readonly start: number;
  readonly end: number;
  readonly zone: string;
  readonly dateType: 'transaction' | 'validation' | 'amendment';
  readonly statuses: ReadonlySet<string> | null;
  readonly publisherIds: ReadonlySet<number> | null;
}

function readSaleFilter(query: URLSearchParams): SaleFilter | Answer {
  const zone = query.get('timezone') ?? 'UTC';
  if (!ZONES.has(zone)) return badRequest(`Unsupported timezone: ${zone}`);
  const start = instantOf(query.get('startDate') ?? '', zone);
  const end = instantOf(query.get('endDate') ?? '', zone);
  if (start === undefined || end === undefined)
    return badRequest('startDate and endDate must have the format yyyy-MM-ddThh:mm:ss');
  if (end < start) return badRequest('endDate must not be before startDate');
  if (end - start > LONGEST_WINDOW_MS) return badRequest('The maximum date range is 31 days');
  const dateType = query.get('dateType') ?? 'transaction';
  if (dateType !== 'transaction' && dateType !== 'validation' && dateType !== 'amendment')
    return badRequest(`Unknown dateType: ${dateType}`);
  const status = query.get('status');
  const statuses = status === null ? null : new Set(status.split(','));
  if (statuses !== null && [...statuses].some((word) => !STATUSES.has(word)))
    return badRequest('Unknown status');
  const ids = query.get('publisherId');
  const publisherIds = ids === null ? null : readIds(ids);
  if (publisherIds === undefined)
    return badRequest('publisherId must be a number or a list of numbers');
  return { start, end, zone, dateType, statuses, publisherIds };
}

function dateOf(sale: AwinSale, dateType: SaleFilter['dateType']): number | null {
  if (dateType === 'transaction') return sale.at;
  return dateType === 'validation' ? sale.validatedAt : sale.amendedAt;
}

function salesWithin({ sales }: AwinAccount, { dateType, start, end }: SaleFilter): AwinSale[] {
  if (dateType !== 'transaction') {
    return sales.filter((sale) => {
      const date = dateOf(sale, dateType);
      return date !== null && date >= start && date <= end;
    });
  }
  const at = (sale: AwinSale): number => sale.at;
  return sales.slice(lowerBound(sales, start, at), lowerBound(sales, end + 1, at));
}

function transactions(account: AwinAccount, query: URLSearchParams): Answer {
  const filter = readSaleFilter(query);
  if ('body' in filter) return filter;
  const { start, end, zone, dateType, statuses, publisherIds } = filter;
  const passes = (sale: AwinSale): boolean =>
    (statuses?.has(sale.status) ?? true) && (publisherIds?.has(sale.publisher.id) ?? true);
  const basket = query.get('showBasketProducts') === 'true';
  const rows: unknown[] = salesWithin(account, filter)
    .filter(passes)
    .map((sale) => transactionView(sale, zone, basket));
  const isWithin = (row: BrokenRow): boolean =>
    row.at >= start && row.at <= end && passes(row.like);
  if (dateType === 'transaction') {
    rows.push(...account.broken.filter(isWithin).map((row) => brokenTransaction(row, zone)));
  }
  return jsonAnswer(rows);
}

function transactionsByIds(account: AwinAccount, query: URLSearchParams): Answer {
  const ids = readIds(query.get('ids') ?? '');
  if (ids === undefined) return badRequest('ids must be a list of numbers');
  if (ids.size > MOST_IDS) return badRequest(`At most ${String(MOST_IDS)} ids`);
  const zone = query.get('timezone') ?? 'UTC';
  if (!ZONES.has(zone)) return badRequest(`Unsupported timezone: ${zone}`);
  const basket = query.get('showBasketProducts') === 'true';
  return jsonAnswer(
    account.sales
      .filter((sale) => ids.has(sale.id))
      .map((sale) => transactionView(sale, zone, basket)),
  );
}

function report(account: AwinAccount, name: string, query: URLSearchParams): Answer {
  const zone = query.get('timezone');
  if (zone === null || !REPORT_ZONES.has(zone))
    return badRequest(`Unsupported timezone: ${zone ?? 'none'}`);
  if (name === 'publisher') return publisherReport(account, query);
  return name === 'campaign' ? campaignReport(account, query) : notFound();
}

/** Answers a call of an accepted token to Awin's advertiser API. `path` begins after the base address. */
export function answerAwin(data: SandboxData, path: string, query: URLSearchParams): Answer {
  if (path === '/accounts') return accounts(data, query);
  const match = /^\/advertisers\/(\d+)\/(publishers|transactions\/?|reports\/[a-z]+)$/.exec(path);
  if (match === null) return notFound();
  const account = data.awin.get(match[1] ?? '');
  if (account === undefined)
    return awinError(403, 'forbidden', 'You do not have access to this account');
  const what = match[2] ?? '';
  if (what === 'publishers') return publishers(data, account);
  if (what.startsWith('reports/')) return report(account, what.slice('reports/'.length), query);
  return query.has('ids') ? transactionsByIds(account, query) : transactions(account, query);
}
