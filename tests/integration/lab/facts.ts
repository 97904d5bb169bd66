import {
  applyBatches,
  beginSync,
  decideDeletions,
  eachPartnership,
  exportFacts,
  factsStatus,
  fileTextsAfter,
  finishSync,
  keepFileText,
  listTransactions,
  openFacts,
  queryFacts,
  rebuildRollups,
  type FactsKind,
} from '../../../renderer/data/facts';
import type { Directory } from '../../../renderer/data/directory';
import { facts, type BlockRecord } from '../../../renderer/data/facts/database';
import type { TransactionList, TransactionQuestion } from '../../../shared/domain/explore';
import type { Query, QueryAnswer } from '../../../shared/domain/query';
import type { ExportCell, SyncOutcome } from '../../../shared/ipc/data-contract';
import { utcDay } from '../../../shared/kernel/days';
import type { BatchAck, DayWindow } from '../../../shared/sync/batch';
import { splitByMonth } from '../../../shared/sync/traffic-months';
import { directoryOf, type trafficColumnsOf } from '../../unit/facts/support';
import { answered, batchesOf, entry, entryOf, type LabNetwork } from './network';

const directory: Directory = directoryOf([entry]);
let opened: Promise<void> | null = null;

function open(): Promise<void> {
  opened ??= openFacts();
  return opened;
}

/** One sync against the described network; the last acknowledgement that said stop comes with the outcome. */
export async function factsSync(
  network: LabNetwork,
  now: number,
): Promise<{ outcome: SyncOutcome | null; stop: BatchAck['stop'] | null; tasks: number }> {
  await open();
  const zoned = directoryOf([entryOf(network)]);
  const [assignment] = await beginSync(entry.source, now, zoned);
  if (assignment === undefined) throw new Error('No assignment.');
  const batches = batchesOf(assignment, network);
  const together = network.together ?? 1;
  let stop: BatchAck['stop'] | null = null;
  for (let at = 0; at < batches.length && stop === null; at += together) {
    const acks = await applyBatches(batches.slice(at, at + together));
    stop = acks.find((ack) => ack.stop !== undefined)?.stop ?? null;
  }
  if (network.diesAfter !== undefined) {
    return { outcome: null, stop, tasks: assignment.tasks.length };
  }
  const error = stop === null ? null : { code: stop.code, message: stop.message };
  const outcome = await finishSync({
    session: assignment.session,
    requests: batches.length,
    seconds: 1,
    error,
  });
  return { outcome, stop, tasks: assignment.tasks.length };
}

export async function factsQuery(query: Query): Promise<QueryAnswer> {
  await open();
  return queryFacts(query, directory);
}

/** Single transactions of a network as it was synced last, and the names of the blocks that were read for them. */
export async function factsTransactions(
  question: TransactionQuestion,
  network: LabNetwork,
): Promise<{ list: TransactionList; read: string[] }> {
  await open();
  const read: string[] = [];
  const note = (block: BlockRecord | undefined): BlockRecord | undefined => {
    if (block !== undefined) read.push(block.key.slice(block.key.indexOf('|') + 1));
    return block;
  };
  facts.blocks.hook('reading', note);
  const list = await listTransactions(question, directoryOf([entryOf(network)]));
  facts.blocks.hook('reading').unsubscribe(note);
  return { list, read: read.sort() };
}

export async function factsState(): Promise<Awaited<ReturnType<typeof factsStatus>>> {
  await open();
  return factsStatus(entry.source);
}

export async function factsDecide(allow: boolean): Promise<void> {
  await open();
  await decideDeletions(entry.source, allow);
}

export async function factsPages(kind: FactsKind): Promise<ExportCell[][]> {
  await open();
  const rows: ExportCell[][] = [];
  let after: string | null = null;
  do {
    const page = await exportFacts(kind, after, directory);
    rows.push(...page.rows.map((row) => [...row]));
    after = page.next;
  } while (after !== null);
  return rows;
}

export async function factsPartnerships(): Promise<{ id: string; left: boolean }[]> {
  await open();
  const found: { id: string; left: boolean }[] = [];
  await eachPartnership(({ networkId, leftAt }) => {
    found.push({ id: networkId, left: leftAt !== null });
  });
  return found;
}

/** Everything in the rollups as text, before and after they are derived anew. */
export async function factsRebuild(): Promise<{ before: string; after: string }> {
  await open();
  const read = async (): Promise<string> => JSON.stringify(await facts.rollups.toArray());
  const before = await read();
  await rebuildRollups(entry.source);
  return { before, after: await read() };
}

/** Writes a schema number of the future and opens again; answers the code of the refusal. */
export async function factsOfTheFuture(): Promise<string> {
  await open();
  await facts.meta.put({ key: 'schema', value: 99 });
  facts.close();
  try {
    await openFacts();
    return 'opened';
  } catch (thrown) {
    return thrown instanceof Error && 'code' in thrown ? String(thrown.code) : 'unknown';
  }
}

/** Milliseconds to store so many traffic rows (one source, 24 months) and to answer the first and a later question. */
export async function factsSpeed(
  rows: number,
): Promise<{ store: number; first: number; later: number }> {
  await open();
  const wide = { ...entry, since: utcDay(Date.UTC(2024, 10, 1)) };
  const people = directoryOf([wide]);
  const [assignment] = await beginSync(wide.source, Date.UTC(2026, 9, 31), people);
  const task = assignment?.tasks.filter(({ resource }) => resource === 'traffic') ?? [];
  let sequence = 0;
  let store = 0;
  for (const { id, window } of task) {
    const share = Math.round((rows * (window.to - window.from + 1)) / 730);
    for (const month of splitByMonth(evenTraffic(share, window), window)) {
      sequence += 1;
      const begun = performance.now();
      await applyBatches([
        {
          session: assignment?.session ?? '',
          sequence,
          resource: 'traffic',
          task: id,
          note: { window: month.window, complete: true, exhaustive: true },
          answer: answered,
          columns: month.columns,
          received: month.columns.length,
          quarantined: [],
        },
      ]);
      store += performance.now() - begun;
    }
  }
  const query: Query = {
    metrics: ['clicks'],
    by: ['partner'],
    from: '2026-01-01',
    to: '2026-03-31',
  };
  const time = async (): Promise<number> => {
    const begun = performance.now();
    await queryFacts(query, people);
    return performance.now() - begun;
  };
  return { store, first: await time(), later: await time() };
}

/** Traffic of 2,500 partnerships, spread evenly over the days of a window. */
function evenTraffic(length: number, { from, to }: DayWindow): ReturnType<typeof trafficColumnsOf> {
  const rows = new Uint32Array(length).map((_, row) => row);
  const words = Array.from({ length: 2_500 }, (_, code) => String(code));
  return {
    kind: 'traffic',
    length,
    day: Int32Array.from(rows, (row) => from + (row % (to - from + 1))),
    partnership: { words, codes: rows.map((row) => (row * 7_919) % words.length) },
    campaign: { words: [''], codes: new Uint32Array(length) },
    impressions: null,
    clicks: Float64Array.from(rows, (row) => row % 50),
  };
}

/** The sources of which anything is stored. */
export async function storedSources(): Promise<string[]> {
  await openFacts();
  const keys = [facts.sources, facts.blocks, facts.rollups, facts.cursors, facts.meta].map(
    (table) => table.toCollection().primaryKeys(),
  );
  const found = (await Promise.all(keys)).flat().map(String);
  return [...new Set(found.filter((key) => key.includes('~')))];
}

export async function factsKeepText(read: Parameters<typeof keepFileText>[0]): Promise<void> {
  await open();
  await keepFileText(read);
}

/** The texts that were kept after a place; a map does not cross to the test. */
export async function factsTexts(seq: number) {
  await open();
  const found = await fileTextsAfter(seq);
  return { texts: [...found.texts], seq: found.seq };
}
