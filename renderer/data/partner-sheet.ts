import { z } from 'zod';
import { partnerTypeSchema, type PartnerType } from '../../shared/domain/vocabulary';
import type { Core } from './core/database';
import { identitiesAfter } from './core/identities';
import { listStored } from './core/read';
import type { StoredRecord } from './core/stored';
import { keepDerivedText, readDerivedText } from './facts/derived-text';

/** A partner as questions name it. */
export interface SheetPartner {
  readonly name: string;
  readonly type: PartnerType | null;
}

/** All that questions have to know of partners, by plain look-ups. */
export interface PartnerSheet {
  /** Living partners by id. */
  readonly partners: Map<string, SheetPartner>;
  /** Partner by identity key. */
  readonly identities: Map<string, string>;
  /** The type that a partnership file gives, by the file's id. */
  readonly typesHere: Map<string, PartnerType>;
  /** Partners that a person said are part of another one, by id. */
  readonly sameAs: Map<string, string>;
}

/** Where both tables stood when a sheet was made. */
interface Place {
  /** The stamp of the last write. */
  readonly clock: string;
  /** The newest journal entry and the newest sheet of identities. */
  readonly entry: number;
  readonly identities: number;
}

/** After more entries than this, reading every partner is not slower than finding out which have changed. */
const mostEntries = 200;
const name = 'partners';

/**
 * Reads what questions must know of partners. Fifty thousand records take most of a second to come out of IndexedDB, so
 * the same is kept as one text; what was written since is found by the journal and put over it.
 */
export async function loadPartnerSheet(core: Core): Promise<PartnerSheet> {
  const place = await placeOf(core);
  const kept = await readKept();
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

const types = partnerTypeSchema.options;

/** The sheet as columns, which take a fraction of the room and time of objects. Types are places in the list of types. */
const keptSchema = z.object({
  types: z.array(z.string()),
  place: z.object({ clock: z.string(), entry: z.number(), identities: z.number() }),
  // Fifty thousand texts each, written by this very function: that they are lists is enough.
  ids: z.custom<string[]>(Array.isArray),
  names: z.custom<string[]>(Array.isArray),
  typeOf: z.custom<number[]>(Array.isArray),
  keys: z.custom<string[]>(Array.isArray),
  partnerOf: z.custom<string[]>(Array.isArray),
  files: z.custom<[string, PartnerType][]>(Array.isArray),
  sameAs: z.custom<[string, string][]>(Array.isArray),
});

async function keep(
  { partners, identities, typesHere, sameAs }: PartnerSheet,
  place: Place,
): Promise<void> {
  const listed = [...partners.values()];
  const kept: z.infer<typeof keptSchema> = {
    types,
    place,
    ids: [...partners.keys()],
    names: listed.map((partner) => partner.name),
    typeOf: listed.map(({ type }) => (type === null ? -1 : types.indexOf(type))),
    keys: [...identities.keys()],
    partnerOf: [...identities.values()],
    files: [...typesHere],
    sameAs: [...sameAs],
  };
  // A disk that is full must not keep a question from its answer.
  await keepDerivedText(name, JSON.stringify(kept)).catch(() => undefined);
}

async function readKept(): Promise<{ readonly sheet: PartnerSheet; readonly place: Place } | null> {
  const text = await readDerivedText(name);
  const parsed = text === null ? null : keptSchema.safeParse(JSON.parse(text));
  // Another list of types has other places in it.
  if (!parsed?.success || parsed.data.types.join() !== types.join()) return null;
  const { place, ids, names, typeOf, keys, partnerOf, files, sameAs } = parsed.data;
  const partners = new Map<string, SheetPartner>();
  for (let at = 0; at < ids.length; at += 1) {
    const type = types[typeOf[at] ?? -1] ?? null;
    partners.set(ids[at] ?? '', { name: names[at] ?? '', type });
  }
  const identities = new Map<string, string>();
  for (let at = 0; at < keys.length; at += 1) identities.set(keys[at] ?? '', partnerOf[at] ?? '');
  return {
    place,
    sheet: { partners, identities, typesHere: new Map(files), sameAs: new Map(sameAs) },
  };
}
