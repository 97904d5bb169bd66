import type { ExportPage } from '../../../shared/ipc/data-contract';
import { formatDay } from '../../../shared/kernel/days';
import { minorDigits } from '../../../shared/kernel/money';
import type { Directory, ProgramEntry } from '../directory';
import { numberAt, wordAt, type Table } from './columns';
import { facts, factsKey, type RosterEntry } from './database';
import { ownedParts, ownedRows } from './owned-parts';
import { readRoster } from './rosters';

/** Kinds that live in the facts and can be exported. */
export const factsKinds = ['transaction', 'traffic', 'partnership'] as const;
export type FactsKind = (typeof factsKinds)[number];

type Cell = string | number | boolean | null;

/** Is this word one of the kinds that the facts export? */
export function isFactsKind(kind: string): kind is FactsKind {
  return factsKinds.some((known) => known === kind);
}

const programColumns = ['client', 'program', 'network', 'account'] as const;

const columnsOf = {
  transaction: [
    ...programColumns,
    'id',
    'time',
    'type',
    'rawType',
    'status',
    'rawStatus',
    'partner',
    'partnerNetworkId',
    'campaign',
    'saleAmount',
    'saleCurrency',
    'commissionAmount',
    'commissionCurrency',
    'currencyAssumed',
    'networkFeeAmount',
    'networkFeeCurrency',
    'customerType',
    'customer',
    'belongsTo',
    'orderRef',
    'voucher',
    'declineReason',
    'clickedAt',
    'validatedAt',
    'paid',
  ],
  traffic: [
    ...programColumns,
    'day',
    'partner',
    'partnerNetworkId',
    'campaign',
    'impressions',
    'clicks',
  ],
  partnership: [
    ...programColumns,
    'partnerNetworkId',
    'name',
    'partner',
    'primaryType',
    'email',
    'domain',
    'seenAt',
    'leftAt',
  ],
} as const;

/**
 * One page of an export: one month's block of one source, or one roster. Amounts are in major units as decimal text,
 * times in ISO 8601 UTC. `after` is the `next` of the page before.
 */
export async function exportFacts(
  kind: FactsKind,
  after: string | null,
  directory: Directory,
): Promise<ExportPage> {
  const keys = await pageKeys(kind, directory);
  const at = after === null ? 0 : keys.findIndex((key) => key > after);
  const key = at < 0 ? undefined : keys[at];
  const columns = columnsOf[kind];
  if (key === undefined) return { columns, rows: [], next: null };
  const rows = await pageRows(kind, key, directory);
  return { columns, rows, next: at + 1 < keys.length ? key : null };
}

/** Keys of all pages, ascending; a page's key is also the cursor to the next. */
async function pageKeys(kind: FactsKind, directory: Directory): Promise<string[]> {
  const sources = directory.programs
    .flatMap(({ source, files }) => [source, ...files.map((file) => file.source)])
    .sort();
  if (kind === 'partnership') return directory.programs.map(({ source }) => source).sort();
  const stored = await facts.blocks
    .where('key')
    .startsWithAnyOf(sources.map((source) => `${source}|`))
    .primaryKeys();
  return stored.filter((key) => key.includes('|traffic|') === (kind === 'traffic')).sort();
}

async function pageRows(kind: FactsKind, key: string, directory: Directory): Promise<Cell[][]> {
  const [source = ''] = key.split('|');
  const program = directory.programs.find(
    (entry) => entry.source === source || entry.files.some((file) => file.source === source),
  );
  if (program === undefined) return [];
  if (kind === 'partnership') {
    const roster = await readRoster(source, 'partnerships');
    return roster.map((entry) => partnershipCells(program, entry, directory));
  }
  const block = await facts.blocks.get(factsKey(key));
  if (block === undefined) return [];
  const cells = kind === 'traffic' ? trafficCells : transactionCells;
  const part = (await ownedParts(program, kind === 'traffic' ? kind : 'transactions')).find(
    (each) => each.source === source,
  );
  // Of days that two sources have, the rows of the one that counts leave.
  const rows = part === undefined ? [] : ownedRows(block, part.counts, program.timeZone);
  return rows.map((row) => cells(program, block, row, directory));
}

function programCells({ client, program, network, account }: ProgramEntry): Cell[] {
  return [client, program, network, account];
}

function partnerCells(program: ProgramEntry, networkId: string, directory: Directory): Cell[] {
  const partner = networkId === '' ? null : directory.partnerOf(program.source, networkId);
  return [partner?.partner ?? null, networkId];
}

function transactionCells(
  program: ProgramEntry,
  block: Table,
  row: number,
  directory: Directory,
): Cell[] {
  const word = (name: string): string => wordAt(block, name, row);
  const amount = (name: string, currency: string): Cell =>
    majorAmount(numberAt(block, name, row), word(currency));
  const paid = numberAt(block, 'paid', row, 2);
  return [
    ...programCells(program),
    word('id'),
    timeCell(numberAt(block, 'instant', row)),
    word('type'),
    word('rawType'),
    word('status'),
    word('rawStatus'),
    ...partnerCells(program, word('partnership'), directory),
    word('campaign'),
    amount('saleMinor', 'saleCurrency'),
    word('saleCurrency'),
    amount('commissionMinor', 'commissionCurrency'),
    word('commissionCurrency'),
    numberAt(block, 'currencyAssumed', row, 0) === 1,
    amount('feeMinor', 'feeCurrency'),
    word('feeCurrency'),
    word('customerType'),
    word('customer'),
    word('belongsTo'),
    word('orderRef'),
    word('voucher'),
    word('declineReason'),
    timeCell(numberAt(block, 'clickedAt', row)),
    timeCell(numberAt(block, 'validatedAt', row)),
    paid === 2 ? null : paid === 1,
  ];
}

function trafficCells(
  program: ProgramEntry,
  block: Table,
  row: number,
  directory: Directory,
): Cell[] {
  const count = (name: string): Cell => {
    const value = numberAt(block, name, row);
    return Number.isNaN(value) ? null : value;
  };
  return [
    ...programCells(program),
    formatDay(numberAt(block, 'day', row, 0)),
    ...partnerCells(program, wordAt(block, 'partnership', row), directory),
    wordAt(block, 'campaign', row),
    count('impressions'),
    count('clicks'),
  ];
}

function partnershipCells(
  program: ProgramEntry,
  { id, values, seenAt, leftAt }: RosterEntry,
  directory: Directory,
): Cell[] {
  return [
    ...programCells(program),
    id,
    values['name'] ?? null,
    directory.partnerOf(program.source, id)?.partner ?? null,
    values['primaryType'] ?? null,
    values['email'] ?? null,
    values['domain'] ?? null,
    timeCell(seenAt),
    leftAt === null ? null : timeCell(leftAt),
  ];
}

function timeCell(instant: number): Cell {
  return Number.isNaN(instant) ? null : new Date(instant).toISOString();
}

/** An exact decimal text of minor units, such as `-12.05`; null when the amount is unknown. */
function majorAmount(minor: number, currency: string): Cell {
  if (Number.isNaN(minor)) return null;
  const digits = minorDigits(currency);
  const text = String(Math.abs(minor)).padStart(digits + 1, '0');
  const sign = minor < 0 ? '-' : '';
  return digits === 0
    ? `${sign}${text}`
    : `${sign}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}
