import type { FieldValue } from '../ipc/desk-records';
import { DeskError } from '../kernel/result';
import type { FieldDefinition, KindDefinition } from './definition';

/** The name under which a record's existence is stamped and journaled, beside its fields. No kind has such a field. */
export const existence = 'exists';

/** A value that a record can't take. Its message names kind, field and value; the same three are there for a form. */
export class FieldError extends DeskError {
  readonly kind: string;
  readonly field: string;
  readonly value: unknown;

  constructor(kind: string, field: string, value: unknown, why: string) {
    super(
      'INVALID_FIELD',
      `${kind}.${field} can't be ${show(value)}: ${why}. Nothing was written.`,
    );
    this.name = 'FieldError';
    this.kind = kind;
    this.field = field;
    this.value = value;
  }
}

function show(value: unknown): string {
  const words = value === undefined ? 'absent' : JSON.stringify(value);
  return words.length > 120 ? `${words.slice(0, 117)}…` : words;
}

/** The definition of a field. Throws a `FieldError` when the kind has none of that name. */
export function fieldOf(
  definition: KindDefinition,
  field: string,
  value: unknown,
): FieldDefinition {
  const found = Object.hasOwn(definition.fields, field) ? definition.fields[field] : undefined;
  if (!found) {
    const known = Object.keys(definition.fields).join(', ');
    throw new FieldError(
      definition.kind,
      field,
      value,
      `a ${definition.kind} has no field of that name (it has ${known})`,
    );
  }
  return found;
}

/**
 * The value as it is stored. Null and an empty set clear a field that isn't required. Throws a `FieldError` for a field that the kind
 * doesn't have and a value that the field doesn't take.
 */
export function validField(definition: KindDefinition, field: string, value: unknown): FieldValue {
  const { schema, expects, required } = fieldOf(definition, field, value);
  if (value === null || value === undefined || isEmptyList(value)) {
    if (required === true) throw new FieldError(definition.kind, field, value, 'it is required');
    return null;
  }
  const parsed = schema.safeParse(value);
  if (!parsed.success) {
    throw new FieldError(definition.kind, field, value, `it must be ${expects}`);
  }
  return parsed.data;
}

function isEmptyList(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

/** The values of a whole new record; also checks that nothing required is missing. Nulls are left out. */
export function validValues(
  definition: KindDefinition,
  values: Readonly<Record<string, unknown>>,
): Record<string, FieldValue> {
  const valid: Record<string, FieldValue> = {};
  for (const [field, value] of Object.entries(values)) {
    const checked = validField(definition, field, value);
    if (checked !== null) valid[field] = checked;
  }
  for (const [field] of requiredFieldsOf(definition)) {
    if (valid[field] === undefined) {
      throw new FieldError(definition.kind, field, values[field], 'it is required');
    }
  }
  return valid;
}

type NamedField = readonly [name: string, field: FieldDefinition];

/** Some fields of a definition, picked once: records are written by the thousand. */
function pickedFields(
  isPicked: (field: FieldDefinition) => boolean,
): (definition: Pick<KindDefinition, 'fields'>) => readonly NamedField[] {
  const known = new WeakMap<KindDefinition['fields'], readonly NamedField[]>();
  return ({ fields }) => {
    const picked =
      known.get(fields) ?? Object.entries(fields).filter(([, field]) => isPicked(field));
    known.set(fields, picked);
    return picked;
  };
}

/** The fields without which there is no record of a kind. */
export const requiredFieldsOf = pickedFields(({ required }) => required === true);

/** The fields of a kind that lead to other records. */
export const referenceFieldsOf = pickedFields(({ to }) => to !== undefined);

/** The ids that a field's value points to. */
export function linksOf(field: FieldDefinition, value: FieldValue | undefined): readonly string[] {
  if (field.to === undefined || value === undefined || value === null) return [];
  if (typeof value === 'string') return [value];
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
}
