import { readDay, readDecimal, textIn, type Cell } from './cells';

/** Lines before the header that exports like to have: a title, the period, the account. */
const linesLookedAt = 20;

/**
 * Where the header stands, counted from 0: the first of the leading lines that is about as wide as the widest one, holds
 * different words and neither numbers nor dates. The first line that holds anything when none is like that.
 */
export function findHeader(lines: readonly (readonly Cell[])[]): number {
  const leading = lines.slice(0, linesLookedAt);
  const widths = leading.map((line) => line.filter((cell) => textIn(cell) !== null).length);
  const widest = Math.max(0, ...widths);
  const found = leading.findIndex(
    (line, index) => (widths[index] ?? 0) >= Math.max(1, widest * 0.7) && holdsWords(line),
  );
  return found >= 0
    ? found
    : Math.max(
        0,
        widths.findIndex((width) => width > 0),
      );
}

function holdsWords(line: readonly Cell[]): boolean {
  const texts = line.flatMap((cell) => textIn(cell) ?? []);
  const values = texts.some(
    (text) =>
      readDecimal(text, 'point') !== null || readDay(text, 'dmy') !== null || text.includes('@'),
  );
  return !values && new Set(texts).size === texts.length;
}

/** Headers as they are shown and mapped: each has a name, and no two the same. */
export function nameColumns(line: readonly Cell[], width: number): readonly string[] {
  const taken = new Map<string, number>();
  return Array.from({ length: width }, (_each, index) => {
    const header = textIn(line[index])?.slice(0, 300) ?? `Column ${index + 1}`;
    const times = (taken.get(header) ?? 0) + 1;
    taken.set(header, times);
    return times === 1 ? header : `${header} (${times})`;
  });
}

const totalsWord =
  /^(?:(?:grand |sub-?)?totals?|sum|gesamt(?:summe)?|summe|totaux|total général|totale)\b\s*:?$/i;

/** Is this the line in which a file adds its rows up? */
export function isTotalsLine(line: readonly Cell[]): boolean {
  const texts = line.flatMap((cell) => textIn(cell) ?? []);
  const [first] = texts;
  return first !== undefined && totalsWord.test(first);
}

/** Does a line hold nothing? */
export function isEmptyLine(line: readonly Cell[]): boolean {
  return line.every((cell) => textIn(cell) === null);
}

/** Words that compare equal whatever their case, accents and signs: `E-Mail (work)` is `e mail`. */
export function comparableHeader(header: string): string {
  return header
    .replace(/([a-z\d])([A-Z])/g, '$1 $2')
    .replace(/[([{].*?[)\]}]/g, ' ')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The shape of a file by its headers, whatever their case and spacing: files of one shape are mapped alike. */
export function fingerprintOf(headers: readonly string[]): string {
  return headers.map(comparableHeader).join('|').slice(0, 5_000);
}
