import type { MirrorLines, MirrorPlace } from '../../../shared/ipc/safety';
import { DeskError } from '../../../shared/kernel/result';
import type { CoreDatabase } from './database';

/** Imports write entries of a thousand records, so a piece stays at a few megabytes. */
const entriesAtOnce = 8;
const sheetsAtOnce = 8;
const outboxRowsAtOnce = 500;

/** Facts about the store that a restore needs; the clock follows from the entries. */
const mirroredFacts = ['person', 'profile'] as const;

/** Where a copy begins that holds nothing yet. */
export const mirrorStart: MirrorPlace = {
  seq: 0,
  entry: '',
  hlc: '',
  identities: 0,
  outbox: 0,
  meta: '',
};

/** Outbox rows whose state changed since the last reading, by their place in the table. */
export type OutboxWatch = Set<number>;

/** Notes from now on which outbox rows change their state; reading the mirror empties it. */
export function watchOutbox(database: CoreDatabase): OutboxWatch {
  const touched: OutboxWatch = new Set();
  database.outbox.hook('updating', (_changes, seq) => {
    touched.add(seq);
  });
  return touched;
}

/**
 * What was committed after a place, as lines for the copy on disk: journal entries whole, identities and outbox rows,
 * which no entry holds. An entry that grew since is given again under its id. Throws `OTHER_HISTORY` when the place names
 * an entry that this store never had.
 */
export function readMirror(
  database: CoreDatabase,
  after: MirrorPlace,
  touched: OutboxWatch,
): Promise<MirrorLines> {
  const { journal, identities, outbox, meta } = database;
  return database.transaction('r', [journal, identities, outbox, meta], async () => {
    const entries = await journal
      .where('seq')
      .aboveOrEqual(after.seq)
      .limit(entriesAtOnce)
      .toArray();
    const [known] = entries;
    if (after.seq > 0 && (known?.seq !== after.seq || known.id !== after.entry)) {
      throw new DeskError(
        'OTHER_HISTORY',
        'The copy of the journal on disk belongs to another store than the one that is open.',
      );
    }
    if (after.seq > 0 && known?.hlc === after.hlc) entries.shift();
    const sheets = await identities
      .where('seq')
      .above(after.identities)
      .limit(sheetsAtOnce)
      .toArray();
    const added = await outbox.where('seq').above(after.outbox).limit(outboxRowsAtOnce).toArray();
    const changed = await outbox.bulkGet([...touched].filter((seq) => seq <= after.outbox));
    const facts = (await meta.bulkGet([...mirroredFacts])).flatMap((row) => row ?? []);
    touched.clear();
    const factsText = JSON.stringify(facts);
    const last = entries.at(-1);
    const place: MirrorPlace = {
      seq: last?.seq ?? after.seq,
      entry: last?.id ?? after.entry,
      hlc: last?.hlc ?? after.hlc,
      identities: sheets.at(-1)?.seq ?? after.identities,
      outbox: added.at(-1)?.seq ?? after.outbox,
      meta: factsText,
    };
    const lines = [
      ...(factsText === after.meta ? [] : [JSON.stringify({ meta: facts })]),
      // Identities before the entries that made their partners: a torn end may lack an entry, never the other way round.
      ...sheets.map((sheet) => JSON.stringify({ identities: sheet })),
      ...entries.map((entry) => JSON.stringify({ entry })),
      ...[...changed, ...added].flatMap((row) => (row ? [JSON.stringify({ outbox: row })] : [])),
    ];
    const more =
      entries.length >= entriesAtOnce - 1 ||
      sheets.length === sheetsAtOnce ||
      added.length === outboxRowsAtOnce;
    return { lines, place, more };
  });
}
