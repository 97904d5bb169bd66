import { linksOf } from '../../../shared/records/validation';
import { kindOf } from '../../../shared/records/index';
import type { ShippedRecord } from '../../../shared/records/reference-data';
import type { Core } from './database';
import { writeRecords } from './write';

const bringing = new WeakMap<Core, Promise<void>>();

/**
 * Sees to it that the store has the lists that come with the product, once while it is open. A record that was ever there
 * stays as people left it, deleted ones too, so a later version adds only what is new. The first time it is one journal
 * entry; afterwards nothing is written.
 */
export function withReferenceData(core: Core): Promise<void> {
  const known = bringing.get(core);
  if (known) return known;
  const brought = bringMissing(core);
  bringing.set(core, brought);
  // The next who asks tries again; what failed is told to whoever waits for it.
  brought.catch(() => bringing.delete(core));
  return brought;
}

async function bringMissing(core: Core): Promise<void> {
  const { shippedRecords } = await import('../../../shared/records/reference-data');
  const stored = await core.database.records.bulkGet(shippedRecords.map(({ id }) => id));
  const missing = shippedRecords.filter((_record, at) => stored[at] === undefined);
  if (missing.length === 0) return;
  const living = new Set(stored.flatMap((record) => (record?.deleted === 0 ? record.id : [])));
  const coming = new Set(missing.map(({ id }) => id));
  await writeRecords(core, {
    // A new point of a list that somebody deleted has nowhere to stand.
    changes: missing
      .filter((record) => targetsOf(record).every((id) => living.has(id) || coming.has(id)))
      .map(({ kind, id, values }) => ({ op: 'create', kind, id, values })),
    origin: 'derived',
    reason: 'Lists that come with Quarterdeck',
  });
}

function targetsOf({ kind, values }: ShippedRecord): readonly string[] {
  return Object.entries(kindOf(kind).fields).flatMap(([name, field]) =>
    linksOf(field, values[name]),
  );
}

/** The ids of what comes with the product. */
export async function shippedIds(): Promise<readonly string[]> {
  const { shippedRecords } = await import('../../../shared/records/reference-data');
  return shippedRecords.map(({ id }) => id);
}
