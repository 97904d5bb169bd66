import { formatDay } from '../../../shared/kernel/days';
import type { DayWindow, Resource } from '../../../shared/sync/batch';
import { announceChange } from './changes';
import {
  blockAfter,
  blockNamesAfter,
  newChangeSet,
  recordAfter,
  type ChangeSet,
} from './change-set';
import { commitChanges } from './commit-changes';
import { endWindow } from './cursor';
import type { HeldDeletions } from './database';
import { dropIds } from './ingest-transactions';
import { runningState } from './sessions';
import { inSourceOrder, SourceState } from './source-state';
import { idsBetween } from './transaction-block';

/** More absent rows than this are never deleted without a person's word. */
const mostRows = 500;
/** Nor a larger part of a window than this, once more than a handful of rows would go. */
const mostShare = 0.2;
const handful = 5;

/** Is the absence of so many of so many rows more than a network's ordinary house-keeping? */
export function isMassDeletion(absent: number, stored: number): boolean {
  return absent > mostRows || (absent > handful && absent > stored * mostShare);
}

export interface Absence {
  readonly removed: number;
  /** A sentence for the person who must decide; null when nothing was held back. */
  readonly held: string | null;
}

/**
 * Deletes the stored transactions of a completely read window that the network no longer gives. With `everything` the
 * read was not limited to days, and neither is the absence. A mass deletion is held back with its ids.
 */
export async function removeAbsent(
  state: SourceState,
  changes: ChangeSet,
  resource: Resource,
  window: DayWindow,
  read: { readonly seen: ReadonlySet<string>; readonly everything: boolean },
): Promise<Absence> {
  const kept = new Set(recordAfter(state, changes).kept[resource]);
  const absentByBlock = new Map<string, Set<string>>();
  const first = formatDay(window.from).slice(0, 7);
  const last = formatDay(window.to).slice(0, 7);
  let stored = 0;
  let absent = 0;
  for (const name of blockNamesAfter(state, changes, resource)) {
    const month = name.slice(resource.length + 1);
    if (!read.everything && (month < first || month > last)) continue;
    const block = await blockAfter(state, changes, name);
    if (block === null) continue;
    const from = read.everything ? -Infinity : window.from;
    const ids = idsBetween(block, from, read.everything ? Infinity : window.to);
    const missing = ids.filter((id) => !read.seen.has(id) && !kept.has(id));
    stored += ids.length;
    absent += missing.length;
    if (missing.length > 0) absentByBlock.set(name, new Set(missing));
  }
  const record = recordAfter(state, changes);
  const others = record.held.filter(
    (held) => held.resource !== resource || held.window.from !== window.from,
  );
  if (isMassDeletion(absent, stored)) {
    const ids = [...absentByBlock.values()].flatMap((missing) => [...missing]);
    changes.record = { ...record, held: [...others, { resource, window, ids }] };
    return { removed: 0, held: question(resource, window, absent, stored) };
  }
  if (others.length !== record.held.length) changes.record = { ...record, held: others };
  const monthOfId = await state.monthOfId(resource);
  let removed = 0;
  for (const [name, ids] of absentByBlock) {
    removed += await dropIds(state, changes, name, ids);
    for (const id of ids) monthOfId.delete(id);
  }
  return { removed, held: null };
}

function question(resource: Resource, window: DayWindow, absent: number, stored: number): string {
  const days = `${formatDay(window.from)} to ${formatDay(window.to)}`;
  return (
    `The network no longer lists ${absent} of ${stored} stored rows (${resource}, ${days}). ` +
    'Nothing was deleted; decide whether they should go or stay.'
  );
}

/**
 * A person's answer to a held deletion of a source: `allow` deletes the rows that were held back, otherwise they are
 * kept for good, also when later reads miss them too.
 */
export function decideDeletions(source: string, allow: boolean): Promise<void> {
  return inSourceOrder(source, async () => {
    const state = await SourceState.load(source);
    const { held } = state.record;
    if (held.length === 0) return;
    const changes = newChangeSet();
    if (allow) await removeHeld(state, changes, held);
    else keepHeld(state, changes, held);
    const record = recordAfter(state, changes);
    changes.record = { ...record, held: [], lastError: null };
    await commitChanges(state, changes);
    await runningState(source)?.reload();
    announceChange(source);
  });
}

async function removeHeld(
  state: SourceState,
  changes: ChangeSet,
  held: readonly HeldDeletions[],
): Promise<void> {
  for (const { resource, window, ids } of held) {
    const gone = new Set(ids);
    for (const name of state.blockNames(resource)) await dropIds(state, changes, name, gone);
    const cursor = changes.cursors.get(resource) ?? state.cursor(resource);
    const answered = cursor.answers.find(({ from, to }) => from <= window.from && to >= window.to);
    if (answered === undefined) continue;
    const end = {
      window,
      answer: { state: 'answered' },
      received: answered.state === 'empty' ? 0 : 1,
      quarantined: answered.quarantined,
      at: answered.at,
    } as const;
    changes.cursors.set(resource, endWindow(cursor, end, true));
  }
}

function keepHeld(state: SourceState, changes: ChangeSet, held: readonly HeldDeletions[]): void {
  const kept: Partial<Record<Resource, readonly string[]>> = { ...state.record.kept };
  for (const { resource, ids } of held) kept[resource] = [...(kept[resource] ?? []), ...ids];
  changes.record = { ...state.record, kept };
}
