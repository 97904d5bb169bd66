import {
  choiceLabel,
  columnLabel,
  type RecordFilter,
  type RecordFilterOp,
} from '../../../../shared/domain/record-list';
import { parseDay } from '../../../../shared/kernel/days';
import type { KindDefinition } from '../../../../shared/records/definition';
import { formatDayInWords } from '../../../ui/times';
import type { Names } from '../cell';

const opWords: Readonly<Record<RecordFilterOp, string>> = {
  is: 'is',
  'is-not': 'is not',
  contains: 'contains',
  over: 'over',
  under: 'under',
  since: 'since',
  before: 'before',
  within: 'due within days',
  past: 'in the last days',
  known: 'is known',
  unknown: 'is unknown',
};

/** What a comparison is called for a field. */
export function opLabel(
  { fields, due }: KindDefinition,
  column: string,
  op: RecordFilterOp,
): string {
  const isFlag = fields[column]?.type === 'flag';
  if (isFlag && (op === 'known' || op === 'unknown')) return op === 'known' ? 'is yes' : 'is no';
  if (op === 'within' && column !== due) return 'by in days';
  return opWords[op];
}

/** A filter as a sentence: `state is not done`, `fee over 500`, `due within 7 days`, `owner is unknown`. */
export function filterInWords(
  definition: KindDefinition,
  filter: RecordFilter,
  names: Names,
): string {
  const { column, op } = filter;
  const name = columnLabel(definition, column).toLowerCase();
  const field = definition.fields[column];
  if (isOpenOnly(definition, filter)) return 'open only';
  switch (op) {
    case 'is':
    case 'is-not': {
      const words = filter.words.map((word) =>
        field?.type === 'choice' ? choiceLabel(field, word) : (names[word] ?? word),
      );
      return `${name} ${opWords[op]} ${words.join(' or ')}`;
    }
    case 'contains':
      return `${name} contains “${filter.text}”`;
    case 'over':
    case 'under': {
      const unit = field?.unit ?? definition.ratios?.[column]?.unit ?? '';
      const value = filter.value.toLocaleString('en-US').replace('-', '−');
      return `${name} ${op} ${value}${unit === '' ? '' : ` ${unit}`}`;
    }
    case 'since':
    case 'before': {
      const day = parseDay(filter.day);
      return `${name} ${op} ${day === null ? filter.day : formatDayInWords(day)}`;
    }
    case 'within':
      return filter.days === 0 ? `${name} by today` : `${name} within ${days(filter.days)}`;
    case 'past':
      return filter.days === 0 ? `${name} is today` : `${name} in the last ${days(filter.days)}`;
    case 'known':
    case 'unknown':
      return `${name} ${opLabel(definition, column, op)}`;
  }
}

/** Does a filter leave out exactly what has come to an end? */
export function isOpenOnly({ state }: KindDefinition, filter: RecordFilter): boolean {
  return (
    filter.op === 'is-not' &&
    filter.column === state?.field &&
    filter.words.length === state.closed.length &&
    filter.words.every((word) => state.closed.includes(word))
  );
}

function days(count: number): string {
  return count === 1 ? '1 day' : `${count} days`;
}
