import type { ReviewData } from '../../../shared/documents/review/data';
import type { Finding } from '../../../shared/documents/review/draft';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { kinds } from '../../../shared/records/index';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import type { Subject } from './subject';
import { textOf } from './values';

/** Shorter names and values are words of their own too often to mean anything. */
const leastLength = 4;

/** Names of other clients, of their programs and of people, and values that are internal, in the words of a document. */
export async function confidentialFindings(
  subject: Subject,
  data: ReviewData,
  text: string,
): Promise<Finding[]> {
  const document = new SearchedText(text);
  return [
    ...(await otherNames(subject, data)).filter((name) => document.holds(name)).map(otherClient),
    ...(await internalValues()).filter((value) => document.holds(value)).map(internal),
  ];
}

function otherClient(name: string): Finding {
  return {
    code: 'OTHER_CLIENT',
    sentence: `‘${name}’ belongs to another client or to a person at a partner, and stands in this document. Take it out.`,
    section: 'cover',
    slot: null,
    blocking: true,
  };
}

/** A value of a single plain word can stand there for another reason, so it is only pointed at. */
function internal(value: string): Finding {
  const isTelling = /[\s@\d]/.test(value);
  return {
    code: 'INTERNAL_VALUE',
    sentence: isTelling
      ? `‘${value}’ is an internal value and stands in this document. Take it out.`
      : `‘${value}’ is also an internal word of yours, such as a tag. Make sure that it may stand in this document.`,
    section: 'cover',
    slot: null,
    blocking: isTelling,
  };
}

/** Looks whole words up without reading the text once for each of ten thousand values. */
class SearchedText {
  private readonly words: ReadonlySet<string>;
  private readonly text: string;

  constructor(text: string) {
    this.words = new Set(wordsIn(text));
    this.text = ` ${wordsIn(text).join(' ')} `;
  }

  holds(value: string): boolean {
    const words = wordsIn(value);
    return (
      words.length > 0 &&
      words.every((word) => this.words.has(word)) &&
      this.text.includes(` ${words.join(' ')} `)
    );
  }
}

function wordsIn(text: string): string[] {
  return text.toLowerCase().match(/[\p{L}\p{N}@.+_-]*[\p{L}\p{N}]/gu) ?? [];
}

async function otherNames(subject: Subject, data: ReviewData): Promise<string[]> {
  const core = currentCore();
  const [clients, programs, contacts] = await Promise.all([
    listRecords(core, 'client'),
    listRecords(core, 'program'),
    listRecords(core, 'contact'),
  ]);
  const own = subject.client.id;
  const names = [
    ...clients
      .filter(({ id }) => id !== own)
      .flatMap((client) => [textOf(client, 'name'), textOf(client, 'legalName')]),
    ...programs
      .filter((program) => textOf(program, 'client') !== own)
      .map((program) => textOf(program, 'name')),
    ...contacts
      .filter((contact) => textOf(contact, 'client') !== own)
      .flatMap((contact) => [textOf(contact, 'name'), textOf(contact, 'email')]),
  ];
  // A partner may be called what another client, or a person of its own, is called.
  const allowed = [
    data.client.name,
    ...data.programs.map(({ name }) => name),
    ...data.sections.flatMap((section) => section.partners.map(({ name }) => name)),
    ...[...data.commitments, ...data.next.commitments].map(({ owner }) => owner ?? ''),
  ].map((name) => name.toLowerCase());
  return [...new Set(names)].filter(
    (name): name is string =>
      name !== null &&
      name.length >= leastLength &&
      !allowed.some((one) => one.includes(name.toLowerCase())),
  );
}

/** Values of every field that must never reach a client. */
async function internalValues(): Promise<string[]> {
  const values = new Set<string>();
  for (const definition of kinds) {
    const fields = Object.entries(definition.fields).filter(
      ([, { internal, type }]) =>
        internal === true && (type === 'text' || type === 'long-text' || type === 'set'),
    );
    if (definition.owner !== 'person' || fields.length === 0) continue;
    for (const record of await listRecords(currentCore(), definition.kind)) {
      for (const [field] of fields) for (const value of textsOf(record, field)) values.add(value);
    }
  }
  return [...values];
}

function textsOf({ values }: DeskRecord, field: string): string[] {
  const value = values[field];
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter(
    (one): one is string => typeof one === 'string' && one.trim().length >= leastLength,
  );
}
