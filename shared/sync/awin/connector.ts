import { formatDay } from '../../kernel/days';
import type { Answer, QuarantinedRow, RosterRow } from '../batch';
import {
  BrokenBody,
  RefusedBody,
  type AccountContext,
  type ApiRequest,
  type BytesInput,
  type Connector,
  type ListedAccount,
  type MappedPage,
  type PageInput,
} from '../connector';
import type { SyncTask } from '../plan';
import { idOf, isRawRow, quarantine, shown, textOf, textOrNull } from '../raw-values';
import { awinPolicies } from './policies';
import { mapCampaignReport } from './traffic';
import { readCampaignBytes } from './traffic-bytes';
import { mapTransactions } from './transactions';
import { awinReportZone } from './zones';

/** Awin's Advertiser API: bare lists, no pages, 20 calls a minute for all accounts of one user. */
export const awinConnector: Connector = {
  network: 'awin',
  label: 'Awin',
  documentedAddress: 'https://api.awin.com',
  authorization: 'bearer',
  defaultModel: 'retail',
  defaultCallsPerMinute: 20,
  reportZone: awinReportZone,
  policies: awinPolicies,
  check: { path: '/accounts', query: [['type', 'advertiser']] },
  readAccounts,
  nothing: '[]',
  first,
  read,
  readBytes,
  refusal,
};

/** The advertisers among the accounts of the token's user, in the order of their names. */
function readAccounts(body: unknown): readonly ListedAccount[] {
  throwIfError(body);
  if (Array.isArray(body) && body.length === 0) return [];
  const accounts = isRawRow(body) ? body['accounts'] : undefined;
  if (!Array.isArray(accounts)) throw new BrokenBody('The answer lists no accounts.');
  const found = new Map<string, ListedAccount>();
  for (const entry of accounts.filter(isRawRow)) {
    const account = idOf(entry['accountId']);
    if (account === null || entry['accountType'] !== 'advertiser') continue;
    found.set(account, { account, name: textOrNull(entry['accountName']) });
  }
  return [...found.values()].sort((one, other) =>
    (one.name ?? one.account).localeCompare(other.name ?? other.account),
  );
}

function first(task: SyncTask, account: AccountContext): ApiRequest {
  const advertiser = `/advertisers/${encodeURIComponent(account.account)}`;
  const from = formatDay(task.window.from);
  const to = formatDay(task.window.to);
  switch (task.resource) {
    case 'partnerships':
      return { path: `${advertiser}/publishers`, query: [] };
    case 'traffic':
      return {
        path: `${advertiser}/reports/campaign`,
        query: [
          ['startDate', from],
          ['endDate', to],
          ['timezone', awinReportZone(account.timeZone)],
          ['interval', 'day'],
          ['includeNumbersWithoutCampaign', 'true'],
        ],
      };
    case 'transactions':
      return {
        path: `${advertiser}/transactions/`,
        query: [
          ['startDate', `${from}T00:00:00`],
          ['endDate', `${to}T23:59:59`],
          ['timezone', 'UTC'],
          ['dateType', task.dateType ?? 'transaction'],
        ],
      };
    default:
      throw new Error(`Awin offers no ${task.resource}.`);
  }
}

function read({ task, body }: PageInput): MappedPage {
  throwIfError(body);
  switch (task.resource) {
    case 'partnerships':
      return mapPublishers(body);
    case 'traffic':
      return mapCampaignReport(body, task.window);
    case 'transactions':
      return mapTransactions(body);
    default:
      throw new Error(`Awin offers no ${task.resource}.`);
  }
}

function readBytes({ task, bytes, decode }: BytesInput): MappedPage | null {
  return task.resource === 'traffic' ? readCampaignBytes(bytes, task.window, decode) : null;
}

/** Awin's error body `{"error":"unauthorized","description":…}`, should it come with a status of success. */
function throwIfError(body: unknown): void {
  const word = isRawRow(body) ? body['error'] : undefined;
  if (!isRawRow(body) || typeof word !== 'string') return;
  const message = `The answer is an error (${word}): ${textOf(body['description'])}`;
  const status = errorStatuses.get(word);
  throw status === undefined ? new BrokenBody(message) : new RefusedBody(status, message);
}

const errorStatuses: ReadonlyMap<string, number> = new Map([
  ['unauthorized', 401],
  ['forbidden', 403],
]);

function mapPublishers(body: unknown): MappedPage {
  if (!Array.isArray(body)) throw new BrokenBody('The publisher list is not a list.');
  const list: readonly unknown[] = body;
  if (list.length > 0 && !list.some((row) => isRawRow(row) && 'id' in row && 'name' in row)) {
    throw new BrokenBody('No row of the publisher list has an id and a name.');
  }
  const rows = new Map<string, RosterRow>();
  const quarantined: QuarantinedRow[] = [];
  for (const raw of list) {
    const id = isRawRow(raw) ? idOf(raw['id']) : null;
    if (!isRawRow(raw) || id === null) {
      const found = isRawRow(raw) ? raw['id'] : raw;
      quarantined.push(quarantine(`id is ${shown(found)}.`, raw, null, null));
      continue;
    }
    const sales: readonly unknown[] = Array.isArray(raw['salesRegions']) ? raw['salesRegions'] : [];
    rows.set(id, {
      id,
      values: {
        name: textOrNull(raw['name']),
        primaryType: textOrNull(raw['primaryType']),
        region: textOrNull(raw['primaryRegion']),
        salesRegions: textOrNull(sales.filter((region) => typeof region === 'string').join(', ')),
        email: null,
        domain: null,
      },
    });
  }
  return {
    columns: { kind: 'roster', rows: [...rows.values()] },
    received: list.length,
    quarantined,
    next: null,
    carried: null,
  };
}

/**
 * A refused campaign report costs the clicks, nothing else: not every account has it. A refused roster or transaction
 * list means that the rights are gone.
 */
function refusal(task: SyncTask, status: number): Answer | 'stop' {
  if (task.resource === 'traffic') {
    return {
      state: 'refused',
      reason: `Awin refuses the campaign report of this account (${status}), so clicks are not known.`,
      notOffered: status === 403,
    };
  }
  if (status === 403 || status === 404) return 'stop';
  return {
    state: 'refused',
    reason: `Awin refused the ${task.resource} of these days (${status}).`,
    notOffered: false,
  };
}
