import type {
  Measure,
  PartnerColumn,
  PartnerRow,
  PartnerStatus,
} from '../../../shared/domain/partner-list';

/** Columns that hold words, of which a row may have several. */
export const wordColumns = [
  'type',
  'company',
  'country',
  'owner',
  'tier',
  'tags',
  'networks',
  'accounts',
  'status',
] as const satisfies readonly PartnerColumn[];
export type WordColumn = (typeof wordColumns)[number];

/** Columns that hold a number; days are days since 1970. */
export const numberColumns = [
  'programs',
  'revenue',
  'change',
  'orders',
  'commission',
  'clicks',
  'lastSale',
  'joined',
] as const satisfies readonly PartnerColumn[];
export type NumberColumn = (typeof numberColumns)[number];

/** A level of the list as columns, in no order of its own. */
export interface PartnerTable {
  readonly length: number;
  readonly measures: readonly Measure[];
  readonly measure: Measure | null;
  readonly keys: readonly string[];
  readonly partners: readonly (string | null)[];
  readonly name: readonly string[];
  readonly domain: readonly (string | null)[];
  /** By row; no word is unknown. */
  readonly words: Readonly<Record<WordColumn, readonly (readonly string[])[]>>;
  /** By row; NaN is unknown. */
  readonly numbers: Readonly<Record<NumberColumn, Float64Array>>;
  /** What search looks into, folded. */
  readonly searched: readonly string[];
  /** The letters of that, by `lettersIn`. */
  readonly letters: Uint32Array;
}

const letterA = 'a'.charCodeAt(0);
const letterCount = 26;

/** The letters of a folded text as bits, a to z; everything else shares the bits above them. */
export function lettersIn(text: string): number {
  let letters = 0;
  for (let at = 0; at < text.length; at += 1) {
    const letter = text.charCodeAt(at) - letterA;
    const bit = letter >= 0 && letter < letterCount ? letter : letterCount + (letter & 3);
    letters |= 1 << bit;
  }
  return letters >>> 0;
}

/** Is this text a single letter, which a text holds when its letters do? */
export function isLetter(text: string): boolean {
  return text.length === 1 && text >= 'a' && text <= 'z';
}

/** Is this a column of words? */
export function isWordColumn(column: PartnerColumn): column is WordColumn {
  return wordColumns.some((name) => name === column);
}

/** Is this a column of numbers? */
export function isNumberColumn(column: PartnerColumn): column is NumberColumn {
  return numberColumns.some((name) => name === column);
}

/** Text as it is compared: without case and accents. */
export function folded(text: string): string {
  // Most names are plain ASCII, for which taking accents apart would be most of the time.
  const isPlain = /^[\u0020-\u007e]*$/.test(text);
  return (isPlain ? text : text.normalize('NFD').replace(/\p{M}/gu, '')).toLowerCase();
}

/** One row as the window shows it. */
export function rowAt(table: PartnerTable, at: number): PartnerRow {
  const words = (column: WordColumn): readonly string[] => table.words[column][at] ?? [];
  const number = (column: NumberColumn): number | null => {
    const value = table.numbers[column][at] ?? NaN;
    return Number.isNaN(value) ? null : value;
  };
  return {
    key: table.keys[at] ?? '',
    partner: table.partners[at] ?? null,
    name: table.name[at] ?? '',
    domain: table.domain[at] ?? null,
    type: words('type'),
    company: words('company'),
    country: words('country'),
    owner: words('owner'),
    tier: words('tier'),
    tags: words('tags'),
    networks: words('networks'),
    accounts: words('accounts'),
    programs: number('programs') ?? 0,
    status: (words('status')[0] ?? 'no-account') as PartnerStatus,
    revenue: number('revenue'),
    change: number('change'),
    orders: number('orders'),
    commission: number('commission'),
    clicks: number('clicks'),
    lastSale: number('lastSale'),
    joined: number('joined'),
  };
}
