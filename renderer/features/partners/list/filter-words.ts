import {
  filterOps,
  partnerStatuses,
  partnerColumns,
  partnerColumnNames,
  type Measure,
  type PartnerColumn,
  type PartnerFilter,
  type PartnerFilterOp,
} from '../../../../shared/domain/partner-list';
import { partnerTypeName } from '../../../../shared/domain/partner-type-names';
import { networkSchema, partnerTypes } from '../../../../shared/domain/vocabulary';
import { parseDay } from '../../../../shared/kernel/days';
import { serviceTiers } from '../../../../shared/records/partners/service-tiers';
import { formatDayInWords } from '../../../ui/times';
import { networkName } from '../../../ui/words';
import { statusWords, tierName } from '../partner-words';

/** A column's name as it stands in a sentence. */
export function columnLabel(column: PartnerColumn): string {
  return partnerColumns[column].label;
}

/** A stored word as people read it. */
export function wordIn(column: PartnerColumn, word: string): string {
  switch (column) {
    case 'type':
      return partnerTypeName(word);
    case 'tier':
      return tierName(word);
    case 'status':
      return statusWords(word);
    case 'networks':
      return networkName(word);
    default:
      return word;
  }
}

const storedWords: readonly string[] = [
  ...partnerTypes,
  ...serviceTiers,
  ...partnerStatuses,
  ...networkSchema.options,
];

const opWords: Readonly<Record<PartnerFilterOp, string>> = {
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  over: 'over',
  under: 'under',
  since: 'since',
  'not-since': 'none since',
  known: 'is known',
  unknown: 'is unknown',
};

/** What a comparison is called for a column: the last sale is `since` or `not since` a day. */
export function opLabel(column: PartnerColumn, op: PartnerFilterOp): string {
  if (column === 'lastSale' && op === 'not-since') return 'not since';
  if (column === 'lastSale' && op === 'unknown') return 'never';
  return opWords[op];
}

/** A filter as a sentence: `type is cashback`, `revenue over 1,000 EUR`, `no sale since 1 Jun 2026`. */
export function filterInWords(filter: PartnerFilter, measure: Measure | null): string {
  const { column, op } = filter;
  const name = columnLabel(column).toLowerCase();
  switch (op) {
    case 'is':
    case 'is-not': {
      const words = filter.words.map((word) => wordIn(column, word)).join(' or ');
      return `${name} ${opWords[op]} ${words}`;
    }
    case 'contains':
      return `${name} contains “${filter.text}”`;
    case 'over':
    case 'under':
      return `${name} ${op} ${quantity(column, filter.value, measure)}`;
    case 'since':
    case 'not-since': {
      const day = parseDay(filter.day);
      const words = day === null ? filter.day : formatDayInWords(day);
      if (column === 'lastSale') return `${op === 'since' ? 'a' : 'no'} sale since ${words}`;
      return op === 'since' ? `${name} since ${words}` : `not ${name} since ${words}`;
    }
    case 'known':
      return `${name} is known`;
    case 'unknown':
      return column === 'lastSale' ? 'never sold' : `${name} is unknown`;
  }
}

function quantity(column: PartnerColumn, value: number, measure: Measure | null): string {
  const words = value.toLocaleString('en-US').replace('-', '−');
  const { kind } = partnerColumns[column];
  if (kind === 'amount') return measure === null ? words : `${words} ${measure.currency}`;
  return kind === 'ratio' ? `${words} %` : words;
}

/**
 * Reads a filter that was typed as it would be shown: `type is cashback or coupon`, `revenue over 1000`, `no sale since
 * 2026-06-01`, `owner is unknown`. Null for anything else, which is a search.
 */
export function parseFilter(text: string): PartnerFilter | null {
  const words = text.trim().replace(/\s+/g, ' ');
  const sale = /^(no|a) sale since (\d{4}-\d{2}-\d{2})$/i.exec(words);
  if (sale) {
    const op = sale[1]?.toLowerCase() === 'no' ? 'not-since' : 'since';
    return dayFilter('lastSale', op, sale[2] ?? '');
  }
  if (/^never sold$/i.test(words)) return { column: 'lastSale', op: 'unknown' };
  const column = partnerColumnNames.find((name) =>
    words.toLowerCase().startsWith(`${columnLabel(name).toLowerCase()} `),
  );
  if (column === undefined) return null;
  return parseRest(column, words.slice(columnLabel(column).length + 1));
}

function parseRest(column: PartnerColumn, rest: string): PartnerFilter | null {
  const ops = filterOps[partnerColumns[column].kind];
  const has = (op: PartnerFilterOp): boolean => ops.includes(op);
  const isUnknown = /^is (un)?known$/i.exec(rest);
  if (isUnknown) {
    const op = isUnknown[1] === undefined ? 'known' : 'unknown';
    return has(op) ? { column, op } : null;
  }
  const [, op = '', value = ''] =
    /^(is not|is|contains|over|under|since|not since) (.+)$/i.exec(rest) ?? [];
  const word = op.toLowerCase();
  if (word === 'contains' && has('contains')) return { column, op: 'contains', text: value };
  if ((word === 'is' || word === 'is not') && has('is')) {
    const wanted = value.split(/ or |, /i).map((each) => storedWord(column, each.trim()));
    return { column, op: word === 'is' ? 'is' : 'is-not', words: wanted.filter(Boolean) };
  }
  if ((word === 'over' || word === 'under') && has(word)) {
    const number = Number(value.replace(/[\s,%]|[A-Z]{3}$/g, '').replace('−', '-'));
    return Number.isFinite(number) ? { column, op: word, value: number } : null;
  }
  if (word === 'since' && has('since')) return dayFilter(column, 'since', value);
  if (word === 'not since' && has('since')) return dayFilter(column, 'not-since', value);
  return null;
}

function dayFilter(
  column: PartnerColumn,
  op: 'since' | 'not-since',
  day: string,
): PartnerFilter | null {
  return parseDay(day) === null ? null : { column, op, day };
}

/** Types, tiers and states are stored in words of their own; everything else is as it is read. */
function storedWord(column: PartnerColumn, word: string): string {
  const read = word.toLowerCase();
  return storedWords.find((stored) => wordIn(column, stored).toLowerCase() === read) ?? word;
}
