import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { kinds } from '../../../shared/records';
import { partnershipId } from '../../../shared/records/partners/partnership-file';
import type { Lab } from '../../integration/support/page';

/** A word that stands nowhere else. */
export const canary = 'kestrelquartz';

/** Asks the data worker of a lab page. */
export async function askWorker<Value>(lab: Lab, method: string, args: unknown): Promise<Value> {
  const answer = await lab.page.evaluate(
    ([name, given]) => window.lab.workerCall('page', name, given),
    [method, args] as const,
  );
  if (!answer.ok) throw new Error(`${method}: ${answer.error.message}`);
  return answer.value as Value;
}

/**
 * Writes the canary into everything that must not reach this client: every internal field of every record, the people
 * and partners that internal fields refer to, what the networks own (addresses of partners, orders, customers), and the
 * names of every other client with their programs, partners, contacts, promises and goals. Gives the fields that hold it.
 */
export async function plantCanaries(lab: Lab, client: string): Promise<string[]> {
  const list = (kind: string): Promise<DeskRecord[]> =>
    askWorker<DeskRecord[]>(lab, 'records.list', { kind });
  const planted = new Set<string>();
  const write = async (changes: readonly RecordChange[]): Promise<void> => {
    for (let at = 0; at < changes.length; at += 1_000) {
      const some = changes.slice(at, at + 1_000);
      await askWorker(lab, 'records.write', {
        changes: some,
        origin: 'import',
        reason: 'Canaries',
      });
    }
  };
  const rows = await plantInFacts(lab);
  await write(
    rows.map(({ source, networkId }): RecordChange => {
      const partnership = partnershipId(source, networkId);
      return { op: 'create', kind: 'partnership-file', id: partnership, values: { partnership } };
    }),
  );
  const member = crypto.randomUUID();
  await write([
    {
      op: 'create',
      kind: 'team-member',
      id: member,
      values: { name: `Owner ${canary}`, role: 'account-manager' },
    },
  ]);
  for (const { kind, owner, fields } of kinds) {
    if (owner !== 'person') continue;
    const records = await list(kind);
    for (const [field, { internal, type, to }] of Object.entries(fields)) {
      if (internal !== true) continue;
      const changes = records.flatMap(({ id }): RecordChange[] => {
        if (to === 'team-member') {
          if (type === 'set') return [{ op: 'add', kind, id, field, members: [member] }];
          return [{ op: 'set', kind, id, values: { [field]: member } }];
        }
        if (to !== undefined) return [];
        if (type === 'set') return [{ op: 'add', kind, id, field, members: [canary] }];
        if (type !== 'text' && type !== 'long-text') return [];
        return [{ op: 'set', kind, id, values: { [field]: wordsFor(field) } }];
      });
      await write(changes);
      if (changes.length > 0) planted.add(`${kind}.${field}`);
    }
  }
  await write(await namesOfOthers(list, client));
  return [...planted, 'partnership.email', 'transaction.orderRef', 'transaction.customer'];
}

function wordsFor(field: string): string {
  if (field === 'email') return `${canary}@example.com`;
  // Nothing answers there; a sync that begins meanwhile leaves the computer's own address alone.
  if (field === 'address') return `http://127.0.0.1:9/${canary}`;
  return `Secret ${canary}`;
}

/** Renames whom this client must not hear of. */
async function namesOfOthers(
  list: (kind: string) => Promise<DeskRecord[]>,
  client: string,
): Promise<RecordChange[]> {
  const changes: RecordChange[] = [];
  const rename = (record: DeskRecord, field: string): void => {
    const words = `${canary} ${String(changes.length)}`;
    changes.push({ op: 'set', kind: record.kind, id: record.id, values: { [field]: words } });
  };
  const isOther = ({ values }: DeskRecord): boolean => values['client'] !== client;
  for (const record of await list('client')) if (record.id !== client) rename(record, 'name');
  for (const record of (await list('program')).filter(isOther)) rename(record, 'name');
  for (const record of (await list('contact')).filter(isOther)) rename(record, 'name');
  for (const record of (await list('commitment')).filter(isOther)) rename(record, 'promise');
  for (const record of (await list('goal')).filter(isOther)) rename(record, 'name');
  return changes;
}

interface PlantedPartnership {
  readonly source: string;
  readonly networkId: string;
}

/** The networks' own rows: addresses in every roster, order numbers and customers in every block. */
function plantInFacts(lab: Lab): Promise<PlantedPartnership[]> {
  return lab.page.evaluate(async (word) => {
    const opened = <Value>(request: IDBRequest<Value>): Promise<Value> =>
      new Promise((resolve, reject) => {
        request.onsuccess = () => resolve(request.result);
        request.onerror = () => reject(new Error(String(request.error)));
      });
    interface Roster {
      readonly key: string;
      readonly rows: { id: string; values: Record<string, unknown> }[];
    }
    interface Block {
      readonly key: string;
      readonly columns: Record<string, { values?: string[]; words?: string[] }>;
    }
    const database = await opened(indexedDB.open('desk-facts'));
    const planted: { source: string; networkId: string }[] = [];
    const write = database.transaction(['rosters', 'blocks'], 'readwrite');
    const rosters = write.objectStore('rosters');
    for (const chunk of (await opened(rosters.getAll())) as Roster[]) {
      const [source = '', resource] = chunk.key.split('|');
      if (resource !== 'partnerships') continue;
      for (const row of chunk.rows) {
        row.values['email'] = `${word}@example.com`;
        planted.push({ source, networkId: row.id });
      }
      rosters.put(chunk);
    }
    const blocks = write.objectStore('blocks');
    for (const block of (await opened(blocks.getAll())) as Block[]) {
      const { orderRef, customer } = block.columns;
      if (orderRef?.values) orderRef.values = orderRef.values.map((ref) => `${word}-${ref}`);
      if (customer?.words)
        customer.words = customer.words.map((one) => (one === '' ? '' : `${word} ${one}`));
      blocks.put(block);
    }
    await new Promise((resolve, reject) => {
      write.oncomplete = resolve;
      write.onerror = () => reject(new Error(String(write.error)));
    });
    database.close();
    return planted;
  }, canary);
}
