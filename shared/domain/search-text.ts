import { addMonths, formatDay, parseDay, startOfMonth, weekday, type Day } from '../kernel/days';

/** What narrows a search, as it is typed before a colon. */
export const searchOperators = [
  'client',
  'program',
  'kind',
  'state',
  'owner',
  'before',
  'after',
  'on',
] as const;
export type SearchOperator = (typeof searchOperators)[number];

const otherNames: Readonly<Record<string, SearchOperator>> = { type: 'kind', is: 'state' };

/** One part of what was typed, with its place in the text. */
export interface SearchPart {
  readonly from: number;
  readonly to: number;
  /** A minus stands before it: what has it is left out. */
  readonly isNot: boolean;
  /** Null for words to look for; the text before the colon where it means nothing. */
  readonly operator: SearchOperator | { readonly unknown: string } | null;
  readonly value: string;
  /** In quotes: these words, one after the other. */
  readonly isQuoted: boolean;
}

const operatorStart = /^([a-z]{2,12}):(?!\/\/)/i;

/** Reads what was typed. Every text can be read; a quote that is still open ends with the text. */
export function readSearchText(text: string): readonly SearchPart[] {
  const parts: SearchPart[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/.test(text.charAt(at))) {
      at += 1;
      continue;
    }
    const part = readPart(text, at);
    if (part.value !== '' || part.operator !== null) parts.push(part);
    at = part.to;
  }
  return parts;
}

function readPart(text: string, from: number): SearchPart {
  let at = from;
  const isNot = /^-[^\s-]/.test(text.slice(at, at + 2));
  if (isNot) at += 1;
  const [start, name] = operatorStart.exec(text.slice(at, at + 14)) ?? [];
  const operator = name === undefined ? null : operatorOf(name);
  // 'Note: call' is a word with a colon; 'client: ' waits for its value.
  const behind = text.charAt(at + (start?.length ?? 0));
  const isOperator = operator !== null && (typeof operator === 'string' || /\S/.test(behind));
  if (isOperator) at += start?.length ?? 0;
  const { value, to, isQuoted } = readValue(text, at, isOperator ? operator : null);
  return { from, to, isNot, operator: isOperator ? operator : null, value, isQuoted };
}

function operatorOf(name: string): Exclude<SearchPart['operator'], null> {
  const word = name.toLowerCase();
  const known = searchOperators.find((each) => each === word) ?? otherNames[word];
  return known ?? { unknown: word };
}

function readValue(
  text: string,
  from: number,
  operator: SearchPart['operator'],
): Pick<SearchPart, 'value' | 'to' | 'isQuoted'> {
  if (text.charAt(from) === '"') {
    const end = text.indexOf('"', from + 1);
    const to = end === -1 ? text.length : end + 1;
    return { value: text.slice(from + 1, end === -1 ? to : end).trim(), to, isQuoted: true };
  }
  const rest = text.slice(from);
  // 'before:this week' means days by two words.
  const days = isOfDays(operator) ? /^(?:this|last|next)\s+[a-z]+(?![a-z]*:)/i.exec(rest) : null;
  const [value = ''] = days ?? /^[^\s"]*/.exec(rest) ?? [];
  return { value, to: from + value.length, isQuoted: false };
}

function isOfDays(operator: SearchPart['operator']): boolean {
  return operator === 'before' || operator === 'after' || operator === 'on';
}

/** A part as it is typed: in quotes where its value has a space. */
export function writeSearchPart(operator: SearchOperator, value: string): string {
  return `${operator}:${/\s/.test(value) ? `"${value.replaceAll('"', '')}"` : value}`;
}

/** Days from one to another, both among them. */
export interface DaysMeant {
  readonly from: Day;
  readonly to: Day;
}

/** Words for days that can be typed after `before:`, `after:` and `on:`. */
export const dayWords = [
  'today',
  'yesterday',
  'tomorrow',
  ...['this', 'last', 'next'].flatMap((which) =>
    ['week', 'month', 'quarter', 'year'].map((span) => `${which} ${span}`),
  ),
] as const;

/** The days that a word means: `2026-11-22`, `2026-11`, `2026-Q4`, `2026`, `today`, `last week` (from Monday). Null for none. */
export function daysMeant(word: string, today: Day): DaysMeant | null {
  const text = word
    .trim()
    .toLowerCase()
    .replace(/[\s-]+/g, ' ');
  const steps: Readonly<Record<string, number>> = { yesterday: -1, today: 0, tomorrow: 1 };
  const step = steps[text];
  if (step !== undefined) return { from: today + step, to: today + step };
  const [, which, span] = /^(this|last|next) (week|month|quarter|year)$/.exec(text) ?? [];
  if (which !== undefined && span !== undefined) {
    return spanOf(span, which === 'this' ? 0 : which === 'last' ? -1 : 1, today);
  }
  const iso = word.trim();
  const day = parseDay(iso);
  if (day !== null) return { from: day, to: day };
  const [, year, quarter] = /^(\d{4})-q([1-4])$/i.exec(iso) ?? [];
  if (year !== undefined) {
    const from = addMonths(parseDay(`${year}-01-01`) ?? 0, 3 * (Number(quarter) - 1));
    return { from, to: addMonths(from, 3) - 1 };
  }
  const first = parseDay(/^\d{4}$/.test(iso) ? `${iso}-01-01` : `${iso}-01`);
  if (first === null) return null;
  return { from: first, to: addMonths(first, iso.length === 4 ? 12 : 1) - 1 };
}

function spanOf(span: string, step: number, today: Day): DaysMeant {
  if (span === 'week') {
    const from = today - (weekday(today) - 1) + 7 * step;
    return { from, to: from + 6 };
  }
  const months = span === 'month' ? 1 : span === 'quarter' ? 3 : 12;
  const month = startOfMonth(today);
  const into = (Number(formatDay(month).slice(5, 7)) - 1) % months;
  const from = addMonths(month, step * months - into);
  return { from, to: addMonths(from, months) - 1 };
}

/** The text narrowed by a value in place of what it was narrowed by; null for not at all. What is left out stays. */
export function withOperator(text: string, operator: SearchOperator, value: string | null): string {
  const parts = readSearchText(text);
  const rest = parts
    .filter((part) => part.operator !== operator || part.isNot)
    .map(({ from, to }) => closed(text.slice(from, to)));
  return [...rest, ...(value === null ? [] : [writeSearchPart(operator, value)])].join(' ');
}

/** A quote that was left open would swallow what comes behind it. */
function closed(part: string): string {
  return part.split('"').length === 2 ? `${part}"` : part;
}

/** The value that a text is narrowed by; null for none, or for several. */
export function operatorValue(text: string, operator: SearchOperator): string | null {
  const values = readSearchText(text).filter((part) => part.operator === operator && !part.isNot);
  return values.length === 1 ? (values[0]?.value ?? null) : null;
}
