import type { FieldValue } from '../../../shared/ipc/desk-records';
import {
  anyKind,
  type FieldDefinition,
  type KindDefinition,
} from '../../../shared/records/definition';
import { kinds } from '../../../shared/records/index';

/** Kinds that people write, each after those that it must refer to. */
export function walkedKinds(): readonly KindDefinition[] {
  const ordered: KindDefinition[] = [];
  const waiting = kinds.filter(({ owner }) => owner === 'person');
  while (waiting.length > 0) {
    const at = waiting.findIndex((definition) =>
      requiredKinds(definition).every((kind) => ordered.some((known) => known.kind === kind)),
    );
    const [next] = waiting.splice(at, 1);
    if (at === -1 || next === undefined) throw new Error('Kinds require each other in a circle.');
    ordered.push(next);
  }
  return ordered;
}

function requiredKinds({ fields }: KindDefinition): string[] {
  return Object.values(fields).flatMap(({ to, required }) =>
    to !== undefined && required === true ? [to === anyKind ? 'client' : to] : [],
  );
}

/** Can records of this kind come from a file? What holds a structure that it can't do without is made by its screen. */
export function isImported({ kind, fields }: KindDefinition): boolean {
  return (
    kind !== 'import' &&
    !Object.values(fields).some(({ type, required }) => required === true && type === 'structure')
  );
}

/**
 * A value for every field of a record that can have one. Its texts hold `word`, which nothing else holds; what it refers to
 * is one of the records in `known`, by kind.
 */
export function valuesFor(
  definition: KindDefinition,
  word: string,
  known: ReadonlyMap<string, string>,
): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(definition.fields)) {
    const value = valueFor(definition.kind, name, field, word, known);
    if (value !== undefined) values[name] = value;
  }
  return values;
}

/** Another value of the field that a person would change first, and the field. */
export function changeFor(
  definition: KindDefinition,
  word: string,
): { readonly field: string; readonly value: string } {
  const { nameField, columns, fields, keyedBy } = definition;
  for (const name of [nameField, ...columns]) {
    const field = fields[name];
    if (field === undefined || name === keyedBy || !columns.includes(name)) continue;
    if (field.type === 'day') return { field: name, value: '2026-10-10' };
    if (field.type !== 'text' && field.type !== 'long-text') continue;
    const value = otherTextsFor(word).find((text) => field.schema.safeParse(text).success);
    if (value !== undefined) return { field: name, value };
  }
  throw new Error(`A ${definition.kind} has no text or day that a person could change.`);
}

/** What texts with rules of their own take: a month, a currency, a zone, a color, a site, a mailbox, a time, a rate. */
function textsFor(word: string): readonly string[] {
  return [
    `Walked ${word}`,
    '2026-10',
    'EUR',
    'Europe/Berlin',
    '#0B5A72',
    `${word}.example`,
    `${word}@example.org`,
    'a'.repeat(64),
    '09:30',
    '8 % of sale',
  ];
}

/** The same once more, each another one. */
function otherTextsFor(word: string): readonly string[] {
  return [`Changed ${word}`, '2026-09', 'GBP', 'Europe/Paris', '#58B4CF', '9 % of sale'];
}

function valueFor(
  kind: string,
  name: string,
  field: FieldDefinition,
  word: string,
  known: ReadonlyMap<string, string>,
): FieldValue | undefined {
  const taken = (candidates: readonly FieldValue[]): FieldValue | undefined => {
    const found = candidates.find((value) => field.schema.safeParse(value).success);
    if (found === undefined && field.required === true) {
      throw new Error(`${kind}.${name}: nothing to put there.`);
    }
    return found;
  };
  if (field.to !== undefined) {
    const id = known.get(field.to === anyKind ? 'client' : field.to);
    if (id === undefined) return undefined;
    return field.type === 'set' ? [id] : id;
  }
  switch (field.type) {
    case 'text':
    case 'long-text':
      if (name === 'partnership') return `${word}-connection:${word}`;
      return taken(textsFor(word));
    case 'link':
      return taken([`https://${word}.example/page`]);
    case 'integer':
    case 'number':
      return taken([7, 2026, 1, 100, 0.5]);
    case 'money':
      return taken([{ amountMinor: 123_450, currency: 'EUR' }]);
    case 'day':
      return taken(['2026-10-09']);
    case 'instant':
      return taken([Date.UTC(2026, 9, 9, 9, 30)]);
    case 'flag':
      return true;
    case 'choice':
      return taken(field.choices ?? []);
    case 'set':
      return taken([[`Tag ${word}`]]);
    case 'order':
      return taken(['a0']);
    default:
      return field.required === true ? taken([{}, [], 'a'.repeat(64)]) : undefined;
  }
}
