import { z } from 'zod';
import type { FieldValue } from '../ipc/desk-records';
import { parseDay } from '../kernel/days';
import { isCurrency } from '../kernel/money';
import { isTimeZone } from '../kernel/zones';
import type { FieldDefinition } from './definition';

/** What a kind may say about a field beyond its type. */
type FieldOptions = Partial<
  Pick<
    FieldDefinition,
    | 'required'
    | 'searched'
    | 'internal'
    | 'unit'
    | 'to'
    | 'initial'
    | 'words'
    | 'summed'
    | 'measuredBy'
  >
>;

const shortText = z.string().trim().min(1).max(300);

/** One line of text. */
export function text(label: string, options: FieldOptions = {}): FieldDefinition {
  return {
    label,
    type: 'text',
    schema: shortText,
    expects: 'text of 1 to 300 characters',
    ...options,
  };
}

/** The address of a page on the web. */
export function link(label: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z
    .string()
    .trim()
    .max(2_000)
    .regex(/^https?:\/\/[^\s/]+\.[^\s]+$/i);
  return {
    label,
    type: 'link',
    schema,
    expects: 'an address such as https://example.com',
    ...options,
  };
}

/** The place of a record among its siblings: a key that sorts between its neighbors' keys. */
export function order(label = 'Order'): FieldDefinition {
  const schema = z.string().regex(/^[A-Za-z][0-9A-Za-z]{1,200}$/);
  return { label, type: 'order', schema, expects: 'a key of an order, such as a0' };
}

/** A color as `#0B5A72`. */
export function color(label: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z.string().regex(/^#[0-9A-Fa-f]{6}$/);
  return { label, type: 'text', schema, expects: 'a color such as #0B5A72', ...options };
}

/** Text of several paragraphs. */
export function longText(label: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z.string().min(1).max(50_000);
  return {
    label,
    type: 'long-text',
    schema,
    expects: 'text of 1 to 50,000 characters',
    ...options,
  };
}

/** A whole number between two bounds, both allowed. */
export function integer(
  label: string,
  bounds: { readonly from: number; readonly to: number },
  options: FieldOptions = {},
): FieldDefinition {
  return {
    label,
    type: 'integer',
    schema: z.number().int().min(bounds.from).max(bounds.to),
    expects: `a whole number from ${bounds.from} to ${bounds.to}`,
    ...options,
  };
}

/** A finite number. */
export function number(label: string, options: FieldOptions = {}): FieldDefinition {
  return { label, type: 'number', schema: z.number(), expects: 'a number', ...options };
}

const moneySchema = z.strictObject({
  amountMinor: z.number().int(),
  currency: z.string().refine(isCurrency),
});

/** An exact amount in minor units with its currency. */
export function money(label: string, options: FieldOptions = {}): FieldDefinition {
  const expects = 'a whole number of minor units (amountMinor) with a currency code such as EUR';
  return { label, type: 'money', schema: moneySchema, expects, ...options };
}

/** An ISO 4217 currency code. */
export function currency(label: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z.string().refine(isCurrency);
  return { label, type: 'text', schema, expects: 'a currency code such as EUR', ...options };
}

/** An IANA time zone. */
export function timeZone(label: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z.string().refine(isTimeZone);
  return { label, type: 'text', schema, expects: 'a time zone such as Europe/Berlin', ...options };
}

/** A calendar day, `2026-11-22`. */
export function day(label: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z.string().refine((value) => parseDay(value) !== null);
  return { label, type: 'day', schema, expects: 'a date such as 2026-11-22', ...options };
}

/** A calendar month, `2026-11`. */
export function month(label: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z.string().regex(/^\d{4}-(0[1-9]|1[0-2])$/);
  const expects = 'a month such as 2026-11';
  return { label, type: 'text', schema, expects, reads: 'month', ...options };
}

/** A moment, ms UTC. */
export function instant(label: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z.number().int().min(0).max(8.64e15);
  const expects = 'a moment in whole milliseconds since 1970';
  return { label, type: 'instant', schema, expects, ...options };
}

/** Yes or no. */
export function flag(label: string, options: FieldOptions = {}): FieldDefinition {
  return { label, type: 'flag', schema: z.boolean(), expects: 'true or false', ...options };
}

/** One of a few words. */
export function choice(
  label: string,
  choices: readonly string[],
  options: FieldOptions = {},
): FieldDefinition {
  return {
    label,
    type: 'choice',
    schema: z.enum([...choices]),
    choices,
    expects: `one of ${choices.join(', ')}`,
    ...options,
  };
}

/** Words without order; people on several devices add and remove them without losing each other's. */
export function set(label: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z
    .array(shortText)
    .max(1_000)
    .refine((members) => new Set(members).size === members.length);
  return { label, type: 'set', schema, expects: 'a list of different words', ...options };
}

/** The id of a record of another kind. */
export function reference(label: string, to: string, options: FieldOptions = {}): FieldDefinition {
  const schema = z.string().min(1).max(300);
  return { label, type: 'reference', schema, to, expects: `the id of a ${to}`, ...options };
}

/** Ids of records of another kind, without order. */
export function references(label: string, to: string, options: FieldOptions = {}): FieldDefinition {
  return { ...set(label, options), to, expects: `a list of different ids of the kind ${to}` };
}

/** A value with parts that change together, checked by its own schema. */
export function structure(
  label: string,
  schema: z.ZodType<FieldValue>,
  expects: string,
  options: FieldOptions = {},
): FieldDefinition {
  return { label, type: 'structure', schema, expects, ...options };
}
