import type { FieldValue } from '../ipc/desk-records';
import { formatDay, monthKey } from '../kernel/days';
import { isCurrency, minorFromMajor } from '../kernel/money';
import { unguardText } from '../kernel/table-cells';
import type { FieldDefinition } from '../records/definition';
import { shareOf } from '../records/measures';
import {
  currencyIn,
  errorCellWords,
  isErrorCell,
  isUnclearNumber,
  readDay,
  readInstant,
  readNumber,
  readWhole,
  textIn,
  unclearNumberWords,
  type Cell,
  type DateOrder,
  type DecimalSign,
} from './cells';
import { comparableHeader } from './table-shape';

/** How the values of a file are written. */
export interface ValueSettings {
  /** Null until somebody says it, where the file's own numbers don't. */
  readonly decimal: DecimalSign | null;
  /** Null until somebody says it, where the file's own dates don't. */
  readonly dates: DateOrder | null;
  /** Of amounts that name none. */
  readonly currency: string | null;
}

/** A value as the field takes it, or why the cell has none. References are still words: who they mean is looked up later. */
export type ReadValue = { readonly value: FieldValue } | { readonly problem: string };

/**
 * Reads a cell into a field's value; an empty cell says nothing and is undefined. `currencyCell` is the cell of the
 * column beside it that names an amount's currency.
 */
export function readValue(
  field: FieldDefinition,
  cell: Cell | undefined,
  settings: ValueSettings,
  currencyCell?: Cell,
): ReadValue | undefined {
  const raw = textIn(cell);
  if (raw === null || cell === undefined || cell === null) return undefined;
  if (isErrorCell(cell)) return { problem: errorCellWords };
  const text = unguardText(raw);
  switch (field.type) {
    case 'integer':
    case 'number':
      return readCount(field, cell, settings);
    case 'money':
      return readMoney(cell, settings, currencyCell);
    case 'day':
      return readWhen(settings, (order) => {
        const day = readDay(text, order);
        return day === null ? null : formatDay(day);
      });
    case 'instant':
      return readWhen(settings, (order) =>
        typeof cell === 'number' ? cell : readInstant(text, order),
      );
    case 'flag':
      return readFlag(text);
    case 'choice':
      return readChoice(field, text);
    case 'set':
      return { value: splitMembers(text) };
    case 'structure':
      return readStructure(text);
    case 'link':
      return checked(field, /^https?:\/\//i.test(text) ? text : `https://${text}`);
    default:
      return readLine(field, text, settings);
  }
}

/** Text fields that hold something stricter than text say so by their schema; the usual ways to write it are put right. */
function readLine(field: FieldDefinition, text: string, { dates }: ValueSettings): ReadValue {
  const asItIs = checked(field, text);
  if ('value' in asItIs) return asItIs;
  const month = /^(\d{1,2})[-/.](\d{4})$/.exec(text);
  const asMonth = month ? `${month[2] ?? ''}-${(month[1] ?? '').padStart(2, '0')}` : null;
  const day = readDay(text, dates ?? 'dmy') ?? readDay(`1 ${text}`, 'dmy');
  for (const candidate of [text.toUpperCase(), asMonth, day === null ? null : monthKey(day)]) {
    const read = candidate === null ? asItIs : checked(field, candidate);
    if ('value' in read) return read;
  }
  return asItIs;
}

function checked(field: FieldDefinition, value: FieldValue): ReadValue {
  const parsed = field.schema.safeParse(value);
  return parsed.success ? { value: parsed.data } : { problem: `it must be ${field.expects}` };
}

function readCount(field: FieldDefinition, cell: Cell, { decimal }: ValueSettings): ReadValue {
  const isWhole = field.type === 'integer';
  if (!isWhole && isUnclear(cell, decimal)) return { problem: unclearNumberWords };
  const read = isWhole ? readWhole : readNumber;
  const exact = typeof cell === 'number' ? String(cell) : read(String(cell), decimal);
  if (exact === null) return { problem: `it must be ${field.expects}` };
  // A field that measures now this and now that keeps a share as a part of one.
  const isPercent = field.measuredBy !== undefined && /%\s*$/.test(String(cell));
  return checked(field, isPercent ? shareOf(Number(exact)) : Number(exact));
}

function isUnclear(cell: Cell, decimal: DecimalSign | null): boolean {
  return typeof cell !== 'number' && isUnclearNumber(String(cell), decimal);
}

function readMoney(
  cell: Cell,
  { decimal, currency }: ValueSettings,
  currencyCell: Cell | undefined,
): ReadValue {
  if (isUnclear(cell, decimal)) return { problem: unclearNumberWords };
  const exact = typeof cell === 'number' ? String(cell) : readNumber(String(cell), decimal);
  if (exact === null) return { problem: 'it must be an amount' };
  const beside = textIn(currencyCell)?.toUpperCase() ?? null;
  const named = beside === null ? null : currencyNamed(beside);
  if (beside !== null && named === null) {
    return { problem: `its currency '${beside.slice(0, 20)}' is no currency code such as EUR` };
  }
  const code = named ?? currencyIn(String(cell)) ?? currency;
  if (code === null) return { problem: 'nothing says in which currency it is' };
  const amountMinor = minorFromMajor(exact, code);
  return amountMinor === null
    ? { problem: 'it is too large an amount' }
    : { value: { amountMinor, currency: code } };
}

function currencyNamed(word: string): string | null {
  return isCurrency(word) ? word : currencyIn(`1 ${String(word)}`);
}

function readWhen({ dates }: ValueSettings, read: (order: DateOrder) => FieldValue): ReadValue {
  const value = read(dates ?? 'dmy');
  if (dates === null && value !== read('mdy')) {
    return { problem: 'nothing says whether the day or the month stands first' };
  }
  return value === null ? { problem: 'it is no date that exists' } : { value };
}

const yes = new Set('yes y true 1 x ✓ ja j oui o wahr vrai'.split(' '));
const no = new Set('no n false 0 – - nein non falsch faux'.split(' '));

function readFlag(text: string): ReadValue {
  const word = text.toLowerCase();
  if (yes.has(word)) return { value: true };
  return no.has(word) ? { value: false } : { problem: 'it must be yes or no' };
}

/** A choice is known by its word or by how it is shown, whatever the case: `Won back` is `won-back`. */
function readChoice(
  { choices = [], words = {}, expects }: FieldDefinition,
  text: string,
): ReadValue {
  const wanted = comparableHeader(text);
  const found =
    choices.find((word) => word === text) ??
    choices.find((word) => [word, words[word] ?? word].map(comparableHeader).includes(wanted));
  return found === undefined ? { problem: `it must be ${expects}` } : { value: found };
}

/** Members stand between semicolons or, where there is none, between commas. */
export function splitMembers(text: string): readonly string[] {
  const members = text.split(text.includes(';') ? ';' : ',').map((member) => member.trim());
  return [...new Set(members.filter((member) => member !== ''))];
}

function readStructure(text: string): ReadValue {
  try {
    return { value: plainValue(JSON.parse(text)) };
  } catch {
    return { problem: 'it must be what an export of this kind writes there' };
  }
}

/** JSON without the keys by which an object could be given another nature. */
function plainValue(value: unknown): FieldValue {
  if (Array.isArray(value)) return value.map(plainValue);
  if (typeof value === 'object' && value !== null) {
    return Object.fromEntries(
      Object.entries(value)
        .filter(([key]) => !['__proto__', 'constructor', 'prototype'].includes(key))
        .map(([key, part]) => [key, plainValue(part)]),
    );
  }
  return typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
    ? value
    : null;
}
