import type { Resource } from '../../../shared/sync/batch';
import type { Table } from './columns';
import type { CursorRecord } from './cursor';
import type { QuarantineRecord, RosterRecord, SourceRecord } from './database';
import type { SourceState } from './source-state';

/** Everything that one transaction will write; a null table is a block that holds nothing any more. */
export interface ChangeSet {
  /** By `resource|month`. */
  readonly blocks: Map<string, Table | null>;
  /** By `orders|month` or `traffic|month`. */
  readonly rollups: Map<string, Table | null>;
  readonly rosters: Map<Resource, { chunks: RosterRecord[]; changed: Set<string> }>;
  readonly cursors: Map<Resource, CursorRecord>;
  readonly quarantinePut: Map<string, QuarantineRecord>;
  readonly quarantineDelete: Set<string>;
  record: SourceRecord | null;
}

/** A set of changes with nothing in it yet. */
export function newChangeSet(): ChangeSet {
  return {
    blocks: new Map(),
    rollups: new Map(),
    rosters: new Map(),
    cursors: new Map(),
    quarantinePut: new Map(),
    quarantineDelete: new Set(),
    record: null,
  };
}

/** A block as it will be after the changes. */
export async function blockAfter(
  state: SourceState,
  changes: ChangeSet,
  name: string,
): Promise<Table | null> {
  const changed = changes.blocks.get(name);
  return changed === undefined ? state.block(name) : changed;
}

/** Names of the blocks of a resource that will hold rows after the changes. */
export function blockNamesAfter(
  state: SourceState,
  changes: ChangeSet,
  resource: Resource,
): string[] {
  const names = new Set(state.blockNames(resource));
  for (const [name, table] of changes.blocks) {
    if (!name.startsWith(`${resource}|`)) continue;
    if (table === null) names.delete(name);
    else names.add(name);
  }
  return [...names];
}

/** The source's record as it will be after the changes. */
export function recordAfter(state: SourceState, changes: ChangeSet): SourceRecord {
  return changes.record ?? state.record;
}

/** Marks every block for a new derivation of the source's rollups. */
export async function touchAllBlocks(state: SourceState, changes: ChangeSet): Promise<void> {
  for (const name of state.blockNames()) changes.blocks.set(name, await state.block(name));
}
