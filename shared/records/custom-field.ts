import type { DeskRecord } from '../ipc/desk-records';
import type { FieldDefinition, KindDefinition } from './definition';
import { choice, day, flag, link, longText, money, number, order, text } from './fields';

/** What a field that people add can hold. */
const customTypes = [
  'text',
  'long-text',
  'number',
  'money',
  'day',
  'choice',
  'link',
  'flag',
] as const;

/**
 * A field that an agency added to one of these kinds of record; its values stand in the records under `custom.` and its id.
 */
export function customFieldOf(kinds: readonly KindDefinition[]): KindDefinition {
  return {
    kind: 'custom-field',
    label: 'Field of our own',
    plural: 'Fields of our own',
    owner: 'person',
    area: 'technology',
    serves: ['O3'],
    home: 'screen',
    purpose: 'Fields that an agency adds to a kind of record.',
    example: '‘Warehouse’, one of several words, for clients',
    version: 1,
    nameField: 'name',
    fields: {
      name: text('Name', { required: true, searched: true }),
      kind: choice(
        'Kind of record',
        kinds.map(({ kind }) => kind),
        {
          required: true,
          words: Object.fromEntries(kinds.map(({ kind, label }) => [kind, label])),
        },
      ),
      type: choice('Holds', customTypes, {
        required: true,
        words: {
          text: 'Text',
          'long-text': 'Long text',
          number: 'Number',
          money: 'Money',
          day: 'Date',
          choice: 'One of several words',
          link: 'Link',
          flag: 'Yes or no',
        },
      }),
      /** Words without order would lose the order in which people read them. */
      choices: longText('Words to choose from, one on each line'),
      unit: text('Unit'),
      inDocuments: flag('May stand in documents for clients'),
      order: order(),
    },
    columns: ['name', 'kind', 'type', 'choices', 'unit', 'inDocuments'],
    sort: { field: 'name', direction: 'ascending' },
  };
}

/** The name of a custom field among the values of a record. */
export function customFieldName(id: string): string {
  return `custom.${id}`;
}

/** Is a field one that people added? */
export function isCustomField(name: string): boolean {
  return name.startsWith('custom.');
}

/** The definition that a living custom-field record stands for, with the kind that it belongs to. */
export function readCustomField(
  record: DeskRecord,
): { readonly kind: string; readonly field: FieldDefinition } | null {
  const { name, kind, type, choices, unit, inDocuments } = record.values;
  if (typeof name !== 'string' || typeof kind !== 'string') return null;
  // Whoever adds a field has to say that clients may read it.
  const internal = inDocuments !== true;
  const options = typeof unit === 'string' ? { unit, internal } : { internal };
  const make = (): FieldDefinition | null => {
    switch (type) {
      case 'text':
        return text(name, options);
      case 'long-text':
        return longText(name, options);
      case 'number':
        return number(name, options);
      case 'money':
        return money(name, options);
      case 'day':
        return day(name, options);
      case 'link':
        return link(name, options);
      case 'flag':
        return flag(name, options);
      case 'choice':
        return choice(name, wordsOf(choices), options);
      default:
        return null;
    }
  };
  const field = make();
  return field === null ? null : { kind, field: { ...field, searched: field.type === 'text' } };
}

/** A choice without a word takes none, and leaves what was chosen before as it is. */
function wordsOf(lines: unknown): readonly string[] {
  if (typeof lines !== 'string') return [];
  return [...new Set(lines.split('\n').map((line) => line.trim()))].filter((line) => line !== '');
}
