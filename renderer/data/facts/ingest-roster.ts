import type { Resource, RosterRow } from '../../../shared/sync/batch';
import { recordAfter, type ChangeSet } from './change-set';
import { factsKey, type RosterEntry, type RosterRecord } from './database';
import type { SourceState } from './source-state';

const rowsPerChunk = 2_000;

/** Merges rows of a roster by id; a row that had left and is listed again has come back. Answers how many changed. */
export async function ingestRoster(
  state: SourceState,
  changes: ChangeSet,
  resource: Resource,
  rows: readonly RosterRow[],
  now: number,
): Promise<number> {
  const chunks = await openChunks(state, changes, resource);
  const placeOf = places(chunks);
  const changed = new Set<string>();
  let count = 0;
  for (const { id, values } of rows) {
    const place = placeOf.get(id);
    if (place === undefined) {
      const entry: RosterEntry = { id, values, seenAt: now, leftAt: null };
      let chunk = chunks.at(-1);
      if (chunk === undefined || chunk.rows.length >= rowsPerChunk) {
        const number = String(chunks.length + 1).padStart(4, '0');
        chunk = { key: factsKey(state.source, resource, number), rows: [] };
        chunks.push(chunk);
      }
      chunk.rows.push(entry);
      placeOf.set(id, { chunk, at: chunk.rows.length - 1 });
      changed.add(chunk.key);
      count += 1;
      continue;
    }
    const { chunk, at } = place;
    const known = chunk.rows[at];
    if (known?.leftAt === null && sameValues(known.values, values)) continue;
    chunk.rows[at] = { id, values, seenAt: known?.seenAt ?? now, leftAt: null };
    changed.add(chunk.key);
    count += 1;
  }
  keep(state, changes, resource, chunks, changed);
  return count;
}

/** Marks every row that a complete walk did not bring as left; nothing is erased. Answers how many left. */
export async function markLeft(
  state: SourceState,
  changes: ChangeSet,
  resource: Resource,
  seen: ReadonlySet<string>,
  now: number,
): Promise<number> {
  const chunks = await openChunks(state, changes, resource);
  const changed = new Set<string>();
  let count = 0;
  for (const chunk of chunks) {
    for (const [at, entry] of chunk.rows.entries()) {
      if (entry.leftAt !== null || seen.has(entry.id)) continue;
      chunk.rows[at] = { ...entry, leftAt: now };
      changed.add(chunk.key);
      count += 1;
    }
  }
  keep(state, changes, resource, chunks, changed);
  return count;
}

interface OpenChunk {
  readonly key: string;
  readonly rows: RosterEntry[];
}

/** The chunks as copies that may be changed; what is stored stays as it is until the commit. */
async function openChunks(
  state: SourceState,
  changes: ChangeSet,
  resource: Resource,
): Promise<OpenChunk[]> {
  const chunks: readonly RosterRecord[] =
    changes.rosters.get(resource)?.chunks ?? (await state.roster(resource));
  return chunks.map(({ key, rows }) => ({ key, rows: [...rows] }));
}

function places(chunks: readonly OpenChunk[]): Map<string, { chunk: OpenChunk; at: number }> {
  const found = new Map<string, { chunk: OpenChunk; at: number }>();
  for (const chunk of chunks) {
    for (const [at, { id }] of chunk.rows.entries()) found.set(id, { chunk, at });
  }
  return found;
}

function keep(
  state: SourceState,
  changes: ChangeSet,
  resource: Resource,
  chunks: RosterRecord[],
  changed: Set<string>,
): void {
  if (changed.size === 0) return;
  const earlier = changes.rosters.get(resource)?.changed ?? new Set<string>();
  changes.rosters.set(resource, { chunks, changed: new Set([...earlier, ...changed]) });
  const record = recordAfter(state, changes);
  let present = 0;
  for (const { rows } of chunks) for (const { leftAt } of rows) present += leftAt === null ? 1 : 0;
  changes.record = { ...record, rosters: { ...record.rosters, [resource]: present } };
}

function sameValues(left: RosterRow['values'], right: RosterRow['values']): boolean {
  const names = Object.keys(left);
  if (names.length !== Object.keys(right).length) return false;
  return names.every((name) => name in right && left[name] === right[name]);
}
