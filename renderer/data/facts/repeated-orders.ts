import { rowTypes, statuses } from '../../../shared/domain/vocabulary';
import type { Day } from '../../../shared/kernel/days';
import { zoneDays } from '../../../shared/kernel/zones';
import type { ProgramEntry } from '../directory';
import type { CountedDays } from '../succession';
import { onFactsChanged } from './changes';
import { codesOf, gatherRows, numbersOf, wordReader, type Table } from './columns';
import { facts } from './database';
import { ownedBlock, ownedParts } from './owned-parts';
import { customerCreation, paymentFacts, type RollupContext } from './payments';
import { readRoster } from './rosters';
import { rollUpTransactions } from './rollup';
import { transactionColumns } from './transaction-block';

/** Transactions of one source as they are stored, with the days on which it counts. */
export interface CountedBlocks {
  readonly blocks: readonly Table[];
  readonly timeZone: string;
  readonly counted: CountedDays;
}

/** Orders of a time in which two programs ran side by side that don't count, so that none counts twice. */
export interface RepeatedOrders {
  /** Ids of transactions of the later program whose order number the earlier one has counted. */
  readonly ids: ReadonlySet<string>;
  /** How many orders these are. */
  readonly same: number;
  /** Orders that the later program had before its day. */
  readonly early: number;
  /** Orders that the earlier program had from that day on. */
  readonly late: number;
  /** The transactions of `ids`, as the rollups hold them. */
  readonly lines: Table;
}

const [sale, lead, payment, reward] = (['sale', 'lead', 'payment', 'reward'] as const).map((type) =>
  rowTypes.indexOf(type),
);
const tracked = (['pending', 'approved'] as const).map((status) => statuses.indexOf(status));

const kept = new Map<string, { readonly program: ProgramEntry; found: Promise<RepeatedOrders> }>();

onFactsChanged(() => {
  kept.clear();
});

/** What of a program that follows another one must not count again; read once until facts or programs change. */
export function repeatedOrders(program: ProgramEntry): Promise<RepeatedOrders> {
  const known = kept.get(program.source);
  if (known?.program === program) return known.found;
  const found = readRepeated(program);
  kept.set(program.source, { program, found });
  // What failed is tried again by the next question.
  found.catch(() => kept.delete(program.source));
  return found;
}

async function readRepeated(program: ProgramEntry): Promise<RepeatedOrders> {
  const { source, timeZone, since, succession } = program;
  const [own, customers, record, before] = await Promise.all([
    blocksOf(program),
    readRoster(source, 'customers'),
    facts.sources.get(source),
    Promise.all(
      (succession?.entries ?? []).map(async (each): Promise<CountedBlocks> => ({
        blocks: await blocksOf(each),
        timeZone: each.timeZone,
        counted: each.succession?.counted ?? always,
      })),
    ),
  ]);
  const zone = record?.timeZone ?? timeZone;
  const context = {
    dayOf: zoneDays(zone),
    since: record?.since ?? since,
    customerCreatedAt: customerCreation(customers),
  };
  const counted = succession?.counted ?? always;
  return findRepeated({ blocks: own, timeZone: zone, counted }, before, context);
}

const always: CountedDays = { from: -Infinity, to: Infinity };

/** The transactions of all sources of a program, each on the days on which it counts. */
async function blocksOf(program: ProgramEntry): Promise<Table[]> {
  const found: Table[] = [];
  for (const { source, counts } of await ownedParts(program, 'transactions')) {
    const keys = await facts.blocks.where('key').startsWith(`${source}|`).primaryKeys();
    const blocks = await facts.blocks.bulkGet(keys.filter((key) => !key.includes('|traffic|')));
    for (const block of blocks) {
      if (block === undefined) continue;
      found.push(counts === null ? block : ownedBlock(block, counts, program.timeZone));
    }
  }
  return found;
}

/** The same from blocks that are in memory: pure. */
export function findRepeated(
  own: CountedBlocks,
  before: readonly CountedBlocks[],
  context: RollupContext,
): RepeatedOrders {
  const refs = new Set<string>();
  let late = 0;
  for (const earlier of before) {
    eachRow(earlier, ({ day, isOrder, isTracked, ref }) => {
      if (!isTracked) return;
      if (day > earlier.counted.to) late += isOrder ? 1 : 0;
      else if (day >= earlier.counted.from && ref !== '') refs.add(ref);
    });
  }
  const ids = new Set<string>();
  let [same, early] = [0, 0];
  eachRow(own, ({ id, day, isOrder, isTracked, ref, type }) => {
    if (day < own.counted.from) early += isOrder && isTracked ? 1 : 0;
    else if (type !== reward && refs.has(ref)) {
      ids.add(id);
      same += isOrder && isTracked ? 1 : 0;
    }
  });
  // What a partner earns for a payment leaves with it.
  eachRow(own, ({ id, type, belongsTo }) => {
    if (type === reward && ids.has(belongsTo)) ids.add(id);
  });
  const picks = own.blocks.map((table) => {
    const idAt = wordReader(table, 'id');
    const rows = Array.from({ length: table.length }, (_, row) => row);
    return { table, rows: rows.filter((row) => ids.has(idAt(row))) };
  });
  const repeated = gatherRows(transactionColumns, picks);
  const lines = rollUpTransactions([repeated], context, paymentFacts(own.blocks, context));
  return { ids, same, early, late, lines };
}

interface Row {
  readonly id: string;
  readonly day: Day;
  readonly type: number;
  readonly isOrder: boolean;
  readonly isTracked: boolean;
  readonly ref: string;
  readonly belongsTo: string;
}

function eachRow({ blocks, timeZone }: CountedBlocks, callback: (row: Row) => void): void {
  const dayOf = zoneDays(timeZone);
  for (const block of blocks) {
    const types = codesOf(block, 'type', rowTypes);
    const states = codesOf(block, 'status', statuses);
    const instants = numbersOf(block, 'instant');
    const [idAt, refAt] = [wordReader(block, 'id'), wordReader(block, 'orderRef')];
    const belongsToAt = wordReader(block, 'belongsTo');
    for (let row = 0; row < block.length; row += 1) {
      const type = types[row] ?? 0;
      callback({
        id: idAt(row),
        day: dayOf(instants?.[row] ?? NaN),
        type,
        isOrder: type === sale || type === payment,
        isTracked: tracked.includes(states[row] ?? -1),
        ref: type === sale || type === payment || type === lead ? refAt(row) : '',
        belongsTo: belongsToAt(row),
      });
    }
  }
}
