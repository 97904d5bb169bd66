import { importOfSource } from '../../../shared/domain/file-sources';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type {
  PersonFile,
  PersonQuestion,
  PersonRecord,
  PersonReport,
} from '../../../shared/ipc/privacy';
import { eachText, frozenKinds } from '../../../shared/privacy/erase-rows';
import { keyOf, mentionsIn } from '../../../shared/privacy/mentions';
import { kinds } from '../../../shared/records/index';
import type { Core } from '../core/database';
import { timeOf, type StoredEntry, type StoredRecord } from '../core/stored';
import { facts } from '../facts/database';
import { withoutErasedWords } from './erased-columns';

/** Kinds whose records can be a person. */
const personKinds = ['contact', 'prospect'];
/** As many records as a person looks through; everything counts all the same. */
const mostShown = 500;
const readAtOnce = 2_000;
const mostWordsShown = 200;

/** What is held, row by row. */
interface Held {
  /** Hashes of attached files whose text names the person. */
  readonly files: ReadonlySet<string>;
  readonly records: StoredRecord[];
  readonly changes: {
    readonly at: string;
    readonly kind: string;
    readonly id: string;
    readonly field: string;
    readonly from: FieldValue;
    readonly to: FieldValue;
  }[];
  readonly entries: Set<string>;
  readonly outbox: FieldValue[];
  readonly networkRows: {
    readonly place: string;
    readonly id: string;
    readonly values: FieldValue;
  }[];
  readonly setAside: { readonly place: string; readonly raw: string }[];
  /** Rows of figures, by where they are stored. */
  readonly figures: { readonly place: string; readonly rows: number }[];
}

/** Everything that this desk holds of a person, with what erasing them would change. */
export async function findPerson(core: Core, asked: PersonQuestion): Promise<PersonReport> {
  const keys = keysOf(asked.terms);
  const held = await collect(core, keys, new Set(asked.records));
  const records = held.records.map((record) => shown(record, keys, held.files));
  return {
    records: records.slice(0, mostShown),
    changes: held.entries.size,
    outbox: held.outbox.length,
    networkRows: held.networkRows.length,
    setAside: held.setAside.length,
    figures: rowsIn(held.figures),
    alsoKnownAs: otherTerms(held.records, new Set(asked.records), keys),
  };
}

/** The same in full: as data, and as text that anybody can read. */
export async function personFile(core: Core, asked: PersonQuestion): Promise<PersonFile> {
  const keys = keysOf(asked.terms);
  const {
    entries: _entries,
    files,
    records,
    ...held
  } = await collect(core, keys, new Set(asked.records));
  const whole = records.map(({ id, kind, values, updated, deleted }) => ({
    id,
    kind,
    values,
    changedAt: new Date(updated).toISOString(),
    deleted: deleted === 1,
  }));
  const lines = records.flatMap((record) => {
    const { kind, name, fields, deleted } = shown(record, keys, files, true);
    return [
      `${labelOf(kind)}: ${name}${deleted ? ' (deleted)' : ''}`,
      ...fields.map(({ label, text }) => `  ${label}: ${text}`),
      '',
    ];
  });
  const rest = [
    `Changes that name them: ${held.changes.length}`,
    `Things to be sent, or sent: ${held.outbox.length}`,
    `Rows of network accounts: ${held.networkRows.length}`,
    `Rows that a sync set aside: ${held.setAside.length}`,
    `Rows of figures, of networks and of files: ${rowsIn(held.figures)}`,
  ];
  const head = `What this desk holds about ${asked.terms.join(', ')}, on ${new Date(core.chance.now()).toISOString()}`;
  return {
    json: `${JSON.stringify({ person: asked.terms, records: whole, ...held }, null, 2)}\n`,
    text: `${[head, '', ...lines, ...rest].join('\n')}\n`,
  };
}

function rowsIn(figures: Held['figures']): number {
  return figures.reduce((sum, { rows }) => sum + rows, 0);
}

/** Is a record an attachment of one of these files? */
function isOfFile({ values }: Pick<StoredRecord, 'values'>, files: ReadonlySet<string>): boolean {
  const sha256 = values['sha256'];
  return typeof sha256 === 'string' && files.has(sha256);
}

function keysOf(terms: readonly string[]): ReadonlySet<string> {
  return new Set(terms.flatMap((term) => keyOf(term) ?? []));
}

function names(value: FieldValue | undefined, keys: ReadonlySet<string>): boolean {
  let isNamed = false;
  eachText(value, (text) => {
    if (isNamed) return;
    for (const { key } of mentionsIn(text)) {
      if (!keys.has(key)) continue;
      isNamed = true;
      return;
    }
  });
  return isNamed;
}

async function collect(
  { database }: Core,
  keys: ReadonlySet<string>,
  whole: ReadonlySet<string>,
): Promise<Held> {
  const files = new Set<string>();
  await facts.fileTexts.each(({ sha256, text }) => {
    if (names(text, keys)) files.add(sha256);
  });
  const held: Held = {
    files,
    records: [],
    changes: [],
    entries: new Set(),
    outbox: [],
    networkRows: [],
    setAside: [],
    figures: [],
  };
  for (let last = ''; ;) {
    const page = await database.records.where('id').above(last).limit(readAtOnce).toArray();
    for (const record of page) {
      const isNamed =
        whole.has(record.id) ||
        isOfFile(record, files) ||
        names(Object.values(record.values), keys);
      if (isNamed) held.records.push(record);
    }
    last = page.at(-1)?.id ?? last;
    if (page.length < readAtOnce) break;
  }
  await database.journal.each((entry: StoredEntry) => {
    for (const { kind, id, field, from, to } of entry.changes) {
      if (!names(from, keys) && !names(to, keys)) continue;
      held.entries.add(entry.id);
      const at = new Date(timeOf(entry.hlc)).toISOString();
      held.changes.push({ at, kind, id, field, from, to });
    }
  });
  await database.outbox.each(({ content }) => {
    if (names(content, keys)) held.outbox.push(content);
  });
  await facts.rosters.each(({ key, rows }) => {
    for (const { id, values } of rows) {
      if (names(Object.values(values), keys)) held.networkRows.push({ place: key, id, values });
    }
  });
  await facts.quarantine.each(({ key, rows }) => {
    for (const { raw } of rows) if (names(raw, keys)) held.setAside.push({ place: key, raw });
  });
  const wanted = new Map(Array.from(keys, (key) => [key, '']));
  await facts.blocks.each((block) => {
    const { rows } = withoutErasedWords(block, importOfSource(block.key) !== null, wanted);
    if (rows > 0) held.figures.push({ place: block.key, rows });
  });
  return held;
}

function labelOf(kind: string): string {
  return kinds.find((each) => each.kind === kind)?.label ?? kind;
}

function shown(
  { id, kind, values, deleted }: StoredRecord,
  keys: ReadonlySet<string>,
  files: ReadonlySet<string>,
  isWhole = false,
): PersonRecord {
  const definition = kinds.find((each) => each.kind === kind);
  const name = values[definition?.nameField ?? 'name'];
  const isTerm = (value: FieldValue | undefined): boolean =>
    typeof value === 'string' && keys.has(keyOf(value) ?? '');
  return {
    kind,
    id,
    name: typeof name === 'string' ? name : id,
    deleted: deleted === 1,
    couldBe: personKinds.includes(kind) && (isTerm(name) || isTerm(values['email'])),
    isFrozen: frozenKinds.includes(kind) || isOfFile({ values }, files),
    fields: Object.entries(values).flatMap(([field, value]) => {
      if (!isWhole && !names(value, keys)) return [];
      const text = typeof value === 'string' ? value : JSON.stringify(value);
      const label = definition?.fields[field]?.label ?? field;
      return [{ label, text: isWhole ? text : text.slice(0, mostWordsShown) }];
    }),
  };
}

/** Addresses, numbers and handles of the records that are the person: what else they are found by. */
function otherTerms(
  records: readonly StoredRecord[],
  whole: ReadonlySet<string>,
  keys: ReadonlySet<string>,
): string[] {
  const found = new Set<string>();
  for (const { id, kind, values } of records) {
    if (!whole.has(id)) continue;
    const { fields = {}, nameField = 'name' } = kinds.find((each) => each.kind === kind) ?? {};
    for (const [field, value] of Object.entries(values)) {
      const type = fields[field]?.type;
      const isTerm =
        field === nameField || type === 'link' || /^(email|phone|handle|linkedin)$/i.test(field);
      const key = isTerm && typeof value === 'string' ? keyOf(value) : null;
      if (key !== null && !keys.has(key) && typeof value === 'string') found.add(value);
    }
  }
  return [...found];
}
