import { partnerTypeSchema } from '../../shared/domain/vocabulary';
import type { Core } from './core/database';
import { identitiesAfter } from './core/identities';
import { listStored } from './core/read';
import type { StoredRecord } from './core/stored';
import { keepDerivedText, readDerivedText } from './facts/derived-text';
import {
  sheetOfText,
  textOfSheet,
  type KeptPartners,
  type PartnerSheet,
  type Place,
} from './partner-sheet-text';

/** After more entries than this, reading every partner is not slower than finding out which have changed. */
const mostEntries = 200;
const name = 'partners';

/**
 * Reads what questions must know of partners. Fifty thousand records take most of a second to come out of IndexedDB, so
 * the same is kept as one text; what was written since is found by the journal and put over it.
 */
export async function loadPartnerSheet(core: Core): Promise<PartnerSheet> {
  const [place, kept] = await Promise.all([placeOf(core), readKept()]);
  if (kept?.place.clock === place.clock) return kept.sheet;
  if (kept !== null && (await bringUpToDate(core, kept.sheet, kept.place))) return kept.sheet;
  const sheet = await readEverything(core);
  await keep(sheet, place);
  return sheet;
}

async function placeOf({ database }: Core): Promise<Place> {
  return database.transaction(
    'r',
    [database.meta, database.journal, database.identities],
    async () => {
      const [clock, entries, identities] = await Promise.all([
        database.meta.get('clock'),
        database.journal.orderBy('seq').reverse().limit(1).primaryKeys(),
        database.identities.orderBy('seq').reverse().limit(1).primaryKeys(),
      ]);
      return {
        clock: String(clock?.value ?? ''),
        entry: entries[0] ?? 0,
        identities: identities[0] ?? 0,
      };
    },
  );
}

async function readEverything(core: Core): Promise<PartnerSheet> {
  const [partners, identities, files] = await Promise.all([
    listStored(core, 'partner'),
    identitiesAfter(core.database, 0),
    listStored(core, 'partnership-file'),
  ]);
  const sheet: PartnerSheet = {
    partners: new Map(),
    identities,
    typesHere: new Map(),
    sameAs: new Map(),
  };
  for (const record of [...partners, ...files]) take(sheet, record);
  return sheet;
}

/** Puts over a sheet what was written since it was made; false when that was too much. */
async function bringUpToDate(core: Core, sheet: PartnerSheet, since: Place): Promise<boolean> {
  const { journal, records } = core.database;
  // The newest entry of then may have grown since, as a burst of typing does.
  const entries = await journal
    .where('seq')
    .aboveOrEqual(since.entry)
    .limit(mostEntries + 1)
    .toArray();
  if (entries.length > mostEntries || entries[0]?.seq !== since.entry) return false;
  const ids = new Set<string>();
  for (const { changes } of entries) {
    for (const { kind, id } of changes) if (isInSheet(kind)) ids.add(id);
  }
  for (const record of await records.bulkGet([...ids])) if (record) take(sheet, record);
  for (const [key, partner] of await identitiesAfter(core.database, since.identities)) {
    sheet.identities.set(key, partner);
  }
  return true;
}

function isInSheet(kind: string): boolean {
  return kind === 'partner' || kind === 'partnership-file';
}

function take(
  { partners, typesHere, sameAs }: PartnerSheet,
  { id, kind, values, deleted }: StoredRecord,
): void {
  const type = partnerTypeSchema.safeParse(values['type']).data ?? null;
  if (kind === 'partner') {
    const text = values['name'];
    const other = values['sameAs'];
    if (deleted === 0 && typeof other === 'string') sameAs.set(id, other);
    else sameAs.delete(id);
    if (deleted === 1) partners.delete(id);
    else partners.set(id, { name: typeof text === 'string' ? text : '', type });
  } else if (deleted === 1 || type === null) typesHere.delete(id);
  else typesHere.set(id, type);
}

async function keep(sheet: PartnerSheet, place: Place): Promise<void> {
  // A disk that is full must not keep a question from its answer.
  await keepDerivedText(name, textOfSheet({ sheet, place })).catch(() => undefined);
}

async function readKept(): Promise<KeptPartners | null> {
  const text = await readDerivedText(name);
  return text === null ? null : sheetOfText(text);
}
