import type { ReactNode } from 'react';
import { choiceLabel, type ColumnSum, type ColumnSums } from '../../../shared/domain/record-list';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import { moneyIn } from '../../../shared/ipc/record-values';
import { formatDay, parseDay } from '../../../shared/kernel/days';
import type { FieldDefinition, KindDefinition } from '../../../shared/records/definition';
import { fieldIn, percentOf } from '../../../shared/records/measures';
import { linksOf } from '../../../shared/records/validation';
import {
  formatAmount,
  formatCount,
  formatMoney,
  formatNumber,
  formatPercent,
} from '../../ui/format';
import { formatDayInWords, formatInstant, formatMonth } from '../../ui/times';

export type Names = Readonly<Record<string, string>>;

/** What a cell has to know besides its value. */
export interface CellContext {
  readonly definition: KindDefinition;
  readonly names: Names;
  /** `2026-11-22`: what is due before it is late. */
  readonly today: string;
  /** The one currency of a column whose heading names it. */
  readonly currency?: string | null;
}

/** A number with as many decimals as it has, at most two. */
function plainNumber(value: number): string {
  return Number.isInteger(value) ? formatCount(value) : formatNumber(value, 2);
}

/** A ratio as it is read. */
export function ratioText(unit: '%' | undefined, value: number): string {
  return unit === '%' ? formatPercent(value, 1) : formatNumber(value, 2);
}

/** What stands in a field, as plain text; empty when there is nothing. */
export function valueText(
  field: FieldDefinition,
  value: FieldValue | undefined,
  names: Names,
): string {
  if (value === undefined || value === null) return '';
  switch (field.type) {
    case 'choice':
      return typeof value === 'string' ? choiceLabel(field, value) : '';
    case 'flag':
      return value === true ? 'Yes' : 'No';
    case 'money': {
      const money = moneyIn(value);
      return money === null ? '' : formatMoney(money);
    }
    case 'integer':
    case 'number':
      if (typeof value !== 'number') return '';
      return field.isShare === true
        ? `${plainNumber(percentOf(value))}\u00a0%`
        : plainNumber(value);
    case 'day': {
      const day = typeof value === 'string' ? parseDay(value) : null;
      return day === null ? '' : formatDayInWords(day);
    }
    case 'instant':
      return typeof value === 'number' ? formatInstant(value) : '';
    case 'reference':
    case 'set':
      return field.to === undefined
        ? Array.isArray(value)
          ? value.filter((each) => typeof each === 'string').join(', ')
          : ''
        : linksOf(field, value)
            .map((id) => names[id] ?? '–')
            .join(', ');
    case 'link':
      return typeof value === 'string'
        ? value.replace(/^https?:\/\/(www\.)?/i, '').replace(/\/$/, '')
        : '';
    default:
      if (typeof value !== 'string') return '';
      return field.reads === 'month' ? formatMonth(value) : value;
  }
}

/** Does a column stand at the right? */
export function isRight({ fields, ratios }: KindDefinition, column: string): boolean {
  const type = fields[column]?.type;
  return (
    ratios?.[column] !== undefined || type === 'integer' || type === 'number' || type === 'money'
  );
}

/** A cell of a list or a line of a card; null when there is nothing to say. */
export function cellOf(
  column: string,
  values: Readonly<Record<string, FieldValue>>,
  { definition, names, today, currency = null }: CellContext,
): ReactNode {
  const value = values[column];
  const ratio = definition.ratios?.[column];
  if (ratio !== undefined) return typeof value === 'number' ? ratioText(ratio.unit, value) : null;
  const field = fieldIn(definition.fields, column, (name) => values[name]);
  if (field === undefined || value === undefined || value === null) return null;
  const text = valueText(field, value, names);
  if (text === '') return null;
  const { state, due } = definition;
  if (column === state?.field)
    return <StateWord words={text} isClosed={isClosed(definition, values)} />;
  if (column === due && typeof value === 'string') {
    const isLate = value < today && !isClosed(definition, values);
    return isLate ? <span className="bad" title={`Due ${text}`}>{`${text} · late`}</span> : text;
  }
  const money = field.type === 'money' ? moneyIn(value) : null;
  return money !== null && money.currency === currency ? formatAmount(money) : text;
}

/** Has a record come to an end, so that nothing is left to do? */
export function isClosed(
  { state }: KindDefinition,
  values: Readonly<Record<string, FieldValue>>,
): boolean {
  const word = state === undefined ? undefined : values[state.field];
  return typeof word === 'string' && state?.closed.includes(word) === true;
}

/** Where a record stands, with a sign that says whether it is still open. */
export function StateWord({
  words,
  isClosed: closed,
}: {
  readonly words: string;
  readonly isClosed: boolean;
}) {
  return (
    <span className="state-word" data-closed={closed || undefined}>
      {words}
    </span>
  );
}

/** The one currency of a money column; null when it has several, or none. */
export function onlyCurrency(sums: ColumnSums, column: string): string | null {
  const [first, ...more] = sums[column] ?? [];
  return more.length === 0 ? (first?.currency ?? null) : null;
}

/** Sums of a column in words, one for each currency. */
export function sumTexts(
  { fields, ratios }: KindDefinition,
  column: string,
  sums: readonly ColumnSum[],
): readonly string[] {
  const ratio = ratios?.[column];
  return sums.map(({ currency, value }) => {
    if (ratio !== undefined) {
      const words = ratioText(ratio.unit, value);
      return currency === null || ratio.unit === '%' ? words : `${words} ${currency}`;
    }
    return fields[column]?.type === 'money' && currency !== null
      ? formatMoney({ amountMinor: value, currency })
      : plainNumber(value);
  });
}

/** The same in one line. */
export function sumText(
  definition: KindDefinition,
  column: string,
  sums: readonly ColumnSum[],
): string {
  return sumTexts(definition, column, sums).join(' · ');
}

/** The present day as records write it. */
export function dayText(today: number): string {
  return formatDay(today);
}
