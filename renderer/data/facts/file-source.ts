import { importOfSource, type FileResource } from '../../../shared/domain/file-sources';
import type { Day } from '../../../shared/kernel/days';
import { utcDayOfStart } from '../../../shared/kernel/zones';
import type {
  DayWindow,
  Resource,
  TrafficColumns,
  TransactionColumns,
} from '../../../shared/sync/batch';
import { newChangeSet, recordAfter } from './change-set';
import { commitChanges } from './commit-changes';
import { announceChange } from './changes';
import { newCursor } from './cursor';
import { facts, factsKey, newSource } from './database';
import { ingestTraffic } from './ingest-traffic';
import { ingestTransactions } from './ingest-transactions';
import { mergedKeys } from './merged-rollups';
import { rollupCodec } from './rollup';
import { inSourceOrder, SourceState } from './source-state';

/** What a file holds of one program. */
export interface FileFacts {
  readonly source: string;
  readonly resource: FileResource;
  readonly timeZone: string;
  /** First and last day of its rows, in the program's zone. */
  readonly from: Day;
  readonly to: Day;
  readonly columns: TrafficColumns | TransactionColumns;
  /** Rows of the file that could not be taken. */
  readonly rejected: number;
  /** ms UTC. */
  readonly at: number;
}

/** Resources of a connection of which a file of transactions tells, too. */
const answered: Readonly<Record<FileResource, readonly Resource[]>> = {
  traffic: ['traffic'],
  transactions: ['transactions', 'rewards'],
};

/** Stores what a file holds of one program, with its rollups, in one transaction; what was stored of it before is replaced. */
export function storeFileFacts(file: FileFacts): Promise<void> {
  const { source, resource, timeZone, from, to, columns } = file;
  return inSourceOrder(source, async () => {
    await dropNow(source);
    await facts.sources.put({ ...newSource(source, timeZone, from), rollupCodec });
    const state = await SourceState.load(source);
    const changes = newChangeSet();
    const window = { from, to };
    if (columns.kind === 'traffic') await ingestTraffic(state, changes, columns, window);
    else await ingestTransactions(state, changes, resource, columns);
    for (const each of answered[resource]) changes.cursors.set(each, cursorOf(file, each));
    changes.record = { ...recordAfter(state, changes), lastSuccessAt: file.at };
    await commitChanges(state, changes);
    announceChange(source);
  });
}

function cursorOf({ source, timeZone, from, to, rejected, at }: FileFacts, resource: Resource) {
  // Sales are kept as instants: a day of a zone east of Greenwich begins in the UTC day before.
  const window: DayWindow =
    resource === 'traffic' ? { from, to } : { from: utcDayOfStart(from, timeZone), to };
  const told = { state: 'answered', notOffered: false, reason: '', quarantined: rejected } as const;
  return {
    ...newCursor(factsKey(source, resource), source, resource),
    closed: [window],
    answers: [{ ...window, ...told, at }],
  };
}

/** Forgets everything of a source. */
export function dropSource(source: string): Promise<void> {
  return inSourceOrder(source, async () => {
    await dropNow(source);
    announceChange(source);
  });
}

async function dropNow(source: string): Promise<void> {
  const tables = [facts.blocks, facts.rollups, facts.rosters, facts.cursors, facts.quarantine];
  await facts.transaction('rw', [...tables, facts.sources, facts.meta], async () => {
    for (const table of tables) await table.where('key').startsWith(factsKey(source, '')).delete();
    await facts.sources.delete(source);
    await facts.meta.bulkDelete(mergedKeys(source));
  });
}

/** The sources of files that are stored, those whole that say when they were. */
export async function storedFileSources(): Promise<
  readonly { readonly source: string; readonly isWhole: boolean }[]
> {
  const records = await facts.sources.toArray();
  return records
    .filter(({ source }) => importOfSource(source) !== null)
    .map(({ source, lastSuccessAt }) => ({ source, isWhole: lastSuccessAt !== null }));
}

/** The network ids that the stored facts of some sources name. */
export async function partnershipsIn(sources: readonly string[]): Promise<ReadonlySet<string>> {
  const found = new Set<string>();
  for (const source of sources) {
    await facts.blocks
      .where('key')
      .startsWith(factsKey(source, ''))
      .each(({ columns }) => {
        const column = columns['partnership'];
        if (column?.kind === 'words') for (const word of column.words) found.add(word);
      });
  }
  return found;
}
