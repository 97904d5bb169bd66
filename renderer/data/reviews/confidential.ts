import type { Confidential } from '../../../shared/documents/review/inspect-names';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../shared/records/definition';
import { kindOf, kinds } from '../../../shared/records/index';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { eachPartnership } from '../facts';
import type { Subject } from './subject';
import { textOf } from '../../../shared/ipc/record-values';

/** What must not stand in a document for this client: from the records, and from what networks tell of partnerships. */
export async function confidentialWords(subject: Subject): Promise<Confidential> {
  return { names: await otherNames(subject), values: await internalValues() };
}

async function otherNames(subject: Subject): Promise<string[]> {
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
      .flatMap((client) => [
        textOf(client, 'name'),
        textOf(client, 'legalName'),
        hostOf(textOf(client, 'website')),
      ]),
    ...programs
      .filter((program) => textOf(program, 'client') !== own)
      .map((program) => textOf(program, 'name')),
    ...contacts
      .filter((contact) => textOf(contact, 'client') !== own)
      .flatMap((contact) => [textOf(contact, 'name'), textOf(contact, 'email')]),
  ];
  return names.filter((name): name is string => name !== null);
}

/** `nordlicht.example` of `https://www.nordlicht.example/shop`. */
function hostOf(website: string | null): string | null {
  const [host = ''] = (website ?? '').replace(/^\w+:\/\//, '').split('/');
  return host === '' ? null : host.replace(/^www\./, '');
}

/** Values of every field that must never reach a client, of records that people write and of what networks own. */
async function internalValues(): Promise<string[]> {
  const values: string[] = [];
  for (const { kind, owner } of kinds) {
    // By its name a kind has the fields that people added, too.
    const fields = internalFields(kindOf(kind));
    if (owner !== 'person' || fields.length === 0) continue;
    for (const { values: of } of await listRecords(currentCore(), kind)) {
      for (const field of fields) values.push(...textsOf(of[field]));
    }
  }
  await eachPartnership(({ email }) => {
    if (email !== null) values.push(email);
  });
  return values;
}

function internalFields({ fields }: KindDefinition): string[] {
  return Object.entries(fields).flatMap(([name, { internal, type, to }]) =>
    internal === true && to === undefined && ['text', 'long-text', 'set'].includes(type)
      ? [name]
      : [],
  );
}

function textsOf(value: FieldValue | undefined): string[] {
  const list: readonly unknown[] = Array.isArray(value) ? value : [value];
  return list.filter((one): one is string => typeof one === 'string');
}
