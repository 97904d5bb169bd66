import { readSearchText } from '../../../shared/domain/search-text';
import type { DataArguments } from '../../../shared/ipc/data-contract';
import type { SearchAnswer, SearchGroup, SearchHit } from '../../../shared/ipc/search';
import { parseDay } from '../../../shared/kernel/days';
import { onCoreChange } from '../core/changes';
import type { Core } from '../core/database';
import { identitiesAfter } from '../core/identities';
import { memberAtDesk } from '../core/person';
import { identityKey } from '../core/stored';
import { loadDirectory, type ProgramEntry } from '../directory';
import { fileText, fileTextsAfter, onFileTexts } from '../facts';
import { keptRecords, textIn } from '../kept-records';
import type { Values } from '../kept-sheet';
import { searchedKinds, searchedTexts, searchEntry, type EntryContext } from './entries';
import { excerptOf } from './excerpt';
import { foldWords } from './fold';
import { hitOf } from './hit';
import type { PartnerPrograms } from './partner-programs';
import { SearchIndex } from './search-index';
import { suggest } from './suggest';
import { understand, type SearchContext } from './understand';

/** After more changed records than this, reading everything is not slower than reading them one by one. */
const mostChanged = 5_000;
const attachedKind = 'attachment';
/** Files about partnerships carry the partnership's id instead of naming the partner. */
const fileKind = 'partnership-file';

interface Kept {
  readonly index: SearchIndex;
  /** Identity keys by partner. */
  readonly keys: Map<string, string[]>;
  /** The newest journal entry, sheet of identities and text of an attached file that are in it. */
  entry: number;
  identities: number;
  files: number;
}

let kept: Promise<Kept> | null = null;
let stale = false;
const names = new Set(searchedKinds.map(({ kind }) => kind));

onCoreChange(({ kinds, identities }) => {
  if (identities || kinds.some((kind) => names.has(kind))) stale = true;
});

onFileTexts(() => {
  stale = true;
});

/**
 * Searches names and searched fields of every record, and partners by their ids on networks. The index is made at the
 * first call and then follows the journal.
 */
export async function search(
  core: Core,
  { text, limit, today }: DataArguments<'search'>,
): Promise<SearchAnswer> {
  const { index } = await currentIndex(core);
  lastAsked = performance.now();
  const parts = readSearchText(text);
  const operators = new Set(parts.map(({ operator }) => operator));
  const context: SearchContext = {
    index,
    today: parseDay(today) ?? 0,
    me: operators.has('owner') ? await memberAtDesk(core) : null,
    partnerPrograms:
      operators.has('client') || operators.has('program') ? await programsOfPartners(index) : null,
  };
  const { asked, problems } = understand(parts, context);
  const found = problems.length === 0 ? index.find(asked, limit) : { groups: [], total: 0 };
  const typed = [...asked.words, ...asked.phrases].flatMap((each) =>
    foldWords(each).map(({ plain }) => plain),
  );
  const groups: SearchGroup[] = [];
  for (const { kind, total, records } of found.groups) {
    const values = await keptRecords(core, kind).all();
    const hits: SearchHit[] = [];
    for (const record of records) {
      const known = record.isInName ? undefined : values.get(record.entry.id);
      const texts = known === undefined ? [] : await textsSaid(kind, known);
      hits.push(hitOf(record, index, excerptOf(texts, typed)));
    }
    groups.push({ kind, total, hits });
  }
  return { groups, total: found.total, problems, suggestions: suggest(text, parts, context) };
}

/** Whoever types has the worker for themselves until so long after a letter, ms. */
const aheadAfter = 500;
let lastAsked = 0;

/** What nobody reads the answers of. */
const warmingUp = ['a', 'an', 'aban', 'abandoned', 'xqzj', 'xqzjvwk', 'client:a', 'kind:partner'];

/**
 * The engine compiles what has run often: without a few searches for nobody the first letters that somebody types take twice
 * as long as later ones. Then reads who is in which program, the longest part of an answer about a client.
 */
async function readAhead(index: SearchIndex): Promise<void> {
  const context = { index, today: 0, me: null, partnerPrograms: null };
  for (let round = 0; round < 3; round += 1) {
    for (const text of warmingUp) {
      // What is asked meanwhile comes first.
      await new Promise((resolve) => setTimeout(resolve));
      index.find(understand(readSearchText(text), context).asked, 6);
    }
  }
  for (let left = aheadAfter; left > 0; left = lastAsked + aheadAfter - performance.now()) {
    await new Promise((resolve) => setTimeout(resolve, left));
  }
  // Whoever asks for them hears of a failure.
  await programsOfPartners(index).catch(() => undefined);
}

async function programsOfPartners(index: SearchIndex): Promise<PartnerPrograms> {
  return (await import('./partner-programs')).programsOfPartners(index);
}

/** Everything that a record says beside its name, an attached file included. */
async function textsSaid(kind: string, values: Values): Promise<readonly string[]> {
  const own = searchedTexts(kind, values);
  if (kind !== attachedKind) return own;
  return [...own, await fileText(textIn(values, 'sha256') ?? '')];
}

async function currentIndex(core: Core): Promise<Kept> {
  if (kept !== null && !stale) return kept;
  const before = kept;
  stale = false;
  kept = before === null ? build(core) : before.then((found) => bringUpToDate(core, found));
  try {
    return await kept;
  } catch (thrown) {
    kept = null;
    throw thrown;
  }
}

async function build(core: Core): Promise<Kept> {
  const index = new SearchIndex(searchedKinds.map(({ kind }) => kind));
  // Where the tables stand is read first: what is written meanwhile is put over it by the next search.
  const [entry, identities] = await newestPlaces(core);
  const keys = new Map<string, string[]>();
  const files = await fileTextsAfter(0);
  const partners = await identitiesAfter(core.database, 0);
  for (const [key, partner] of partners) addKey(keys, key, partner);
  const { programs } = await loadDirectory('programs');
  for (const { kind } of searchedKinds) {
    for (const [id, values] of await keptRecords(core, kind).all()) {
      const context =
        kind === fileKind
          ? aboutFile(id, programs, (key) => partners.get(key) ?? null)
          : kind === attachedKind
            ? aboutAttachment(values, files.texts)
            : { more: networkIds(keys, id) };
      index.put(searchEntry({ kind, id, values }, context));
    }
  }
  void readAhead(index);
  return { index, keys, entry, identities, files: files.seq };
}

/** Reads anew what the journal says has changed since. */
async function bringUpToDate(core: Core, found: Kept): Promise<Kept> {
  const { database } = core;
  const { index, keys } = found;
  const [entry, identities] = await newestPlaces(core);
  const ids = new Set<string>();
  // The newest entry of then may have grown since, as a burst of typing does.
  await database.journal
    .where('seq')
    .aboveOrEqual(found.entry)
    .until(() => ids.size > mostChanged)
    .each(({ changes }) => {
      for (const { kind, id } of changes) if (names.has(kind)) ids.add(id);
    });
  for (const [key, partner] of await identitiesAfter(database, found.identities)) {
    addKey(keys, key, partner);
    ids.add(partner);
  }
  const attached = await keptRecords(core, attachedKind).all();
  const read = await fileTextsAfter(found.files);
  for (const [id, values] of attached) {
    if (read.texts.has(textIn(values, 'sha256') ?? '')) ids.add(id);
  }
  if (ids.size > mostChanged) return build(core);
  const asked = [...ids];
  const records = await database.records.bulkGet(asked);
  const { programs } = await loadDirectory('programs');
  for (const [at, id] of asked.entries()) {
    const record = records[at];
    if (record?.deleted !== 0) index.remove(id);
    else if (record.kind === fileKind) {
      index.put(
        searchEntry(
          record,
          aboutFile(id, programs, (key) => partnerWith(keys, key)),
        ),
      );
    } else if (record.kind === attachedKind) {
      const sha256 = textIn(record.values, 'sha256') ?? '';
      const texts = new Map([[sha256, await fileText(sha256)]]);
      index.put(searchEntry(record, aboutAttachment(record.values, texts)));
    } else if (names.has(record.kind)) {
      index.put(searchEntry(record, { more: networkIds(keys, id) }));
    }
  }
  return { index, keys, entry, identities, files: read.seq };
}

function addKey(keys: Map<string, string[]>, key: string, partner: string): void {
  const known = keys.get(partner);
  if (known === undefined) keys.set(partner, [key]);
  else if (!known.includes(key)) known.push(key);
}

/** What the networks call a partner. */
function networkIds(keys: Kept['keys'], id: string): readonly string[] | undefined {
  return keys.get(id)?.map((key) => key.slice(key.lastIndexOf(':') + 1));
}

function partnerWith(keys: Kept['keys'], key: string): string | null {
  for (const [partner, own] of keys) if (own.includes(key)) return partner;
  return null;
}

/** What stands in an attached file, and the record that it belongs to. */
function aboutAttachment(values: Values, texts: ReadonlyMap<string, string>): EntryContext {
  const [record, sha256] = [textIn(values, 'record'), textIn(values, 'sha256')];
  const text = sha256 === null ? undefined : texts.get(sha256);
  return {
    more: text === undefined ? [] : [text],
    parent: record === null ? null : { kind: '', id: record },
  };
}

/** Whom a file about a partnership is about; its id says the connection and the id on its network. */
function aboutFile(
  id: string,
  programs: readonly ProgramEntry[],
  partnerOf: (key: string) => string | null,
): EntryContext {
  const program = programs.find(({ source }) => id.startsWith(`${source}:`));
  if (program === undefined) return {};
  const { network, account, source, programId } = program;
  const partner = partnerOf(identityKey(network, account, id.slice(source.length + 1)));
  return { partner, program: programId };
}

function newestPlaces({ database }: Core): Promise<[number, number]> {
  return database.transaction('r', [database.journal, database.identities], async () => {
    const [entries, sheets] = await Promise.all([
      database.journal.orderBy('seq').reverse().limit(1).primaryKeys(),
      database.identities.orderBy('seq').reverse().limit(1).primaryKeys(),
    ]);
    return [entries[0] ?? 0, sheets[0] ?? 0];
  });
}
