import { Dexie } from 'dexie';
import { uuidv7 } from '../../../shared/kernel/ids';
import type { KindDefinition } from '../../../shared/records/definition';
import { kinds } from '../../../shared/records/index';
import type { Core } from './database';
import { finishPlan } from './plan-write';
import { RecordDraft } from './record-draft';
import { putRecords, takeStamp } from './write';

/** Records whose changes stand in one entry of the journal. */
const recordsAtOnce = 1_000;

/**
 * Brings the records of every kind that has upgrade steps to today's definitions, deleted ones too, and journals what that
 * changes as everything is journaled: the copy on the disk, its replay and the past of a record then need to know nothing
 * of it. What has today's shape stays untouched. Inside the caller's transaction.
 */
export async function upgradeRecords(core: Core): Promise<void> {
  for (const definition of kinds) {
    if (definition.upgrades !== undefined) await upgradeKind(core, definition);
  }
}

async function upgradeKind(core: Core, definition: KindDefinition): Promise<void> {
  const { database, author, chance } = core;
  const { kind, upgrades = [] } = definition;
  const reason = `New version: ${upgrades.map(({ words }) => words).join('; ')}`.slice(0, 500);
  // One range is read many times faster than thousands of single records.
  const all = await database.records
    .where('[kind+deleted+updated]')
    .between([kind, Dexie.minKey], [kind, Dexie.maxKey], true, true)
    .toArray();
  for (let from = 0; from < all.length; from += recordsAtOnce) {
    const stamp = await takeStamp(core);
    const drafts = new Map<string, RecordDraft>();
    for (const stored of all.slice(from, from + recordsAtOnce)) {
      const draft = new RecordDraft(definition, stored.id, stored, stamp);
      draft.upgrade();
      drafts.set(stored.id, draft);
    }
    const plan = finishPlan(drafts);
    if (plan.changes.length === 0) continue;
    await putRecords(core, plan);
    await database.journal.add({
      id: uuidv7(chance),
      hlc: stamp,
      device: author.device,
      actor: author.person,
      origin: 'derived',
      batch: null,
      reason,
      undoes: null,
      changes: plan.changes,
    });
  }
}
