import type { RecordFilter, RecordQuestion } from '../../../../shared/domain/record-list';
import { formatDay, parseDay, utcDay } from '../../../../shared/kernel/days';
import type { FieldValue } from '../../../../shared/ipc/desk-records';
import { amountOf, ratioOf, wordLabel, wordsOf } from './column';
import type { RecordTable } from './table';

type Test = (at: number) => boolean;

/** The places of the records that belong to what is in scope. */
export function inScope(table: RecordTable, scope: RecordQuestion['scope']): number[] {
  const places = table.ids.map((_, at) => at);
  if (scope === null) return places;
  const { fields, kind } = table.definition;
  const [clients, programs] = [new Set(scope.clients), new Set(scope.programs)];
  const named = (to: string): readonly string[] =>
    Object.keys(fields).filter((name) => fields[name]?.to === to);
  const [ofClient, ofProgram] = [named('client'), named('program')];
  // A kind that belongs to the agency as a whole has no place in a scope: all of it is shown.
  if (ofClient.length + ofProgram.length === 0) {
    return kind === 'client' ? places.filter((at) => clients.has(table.ids[at] ?? '')) : places;
  }
  const reads = (at: number, columns: readonly string[]): readonly string[] =>
    columns.flatMap((column) => wordsOf(table.values[at]?.[column]));
  return places.filter((at) => {
    const theirs = reads(at, ofProgram);
    if (theirs.length > 0) return theirs.some((id) => programs.has(id));
    return reads(at, ofClient).some((id) => clients.has(id));
  });
}

/** Does the record at a place pass search and filters? */
export function passes(
  table: RecordTable,
  { search, filters, today }: RecordQuestion,
): (at: number) => boolean {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  const texts = words.length === 0 ? [] : table.searchTexts();
  const tests: Test[] = filters.map((filter) => testOf(table, filter, today));
  return (at) =>
    words.every((word) => texts[at]?.includes(word) === true) && tests.every((test) => test(at));
}

function testOf(table: RecordTable, filter: RecordFilter, today: string): Test {
  const { definition, values, names } = table;
  const { column } = filter;
  const ratio = definition.ratios?.[column];
  const field = definition.fields[column];
  const valueAt = (at: number): FieldValue | undefined =>
    ratio === undefined ? values[at]?.[column] : ratioOf(ratio, values[at] ?? {});
  switch (filter.op) {
    case 'is':
    case 'is-not': {
      const wanted = new Set(filter.words);
      return (at) => wordsOf(valueAt(at)).some((word) => wanted.has(word)) === (filter.op === 'is');
    }
    case 'contains': {
      const text = filter.text.toLowerCase();
      return (at) =>
        wordsOf(valueAt(at)).some((word) =>
          (field === undefined ? word : wordLabel(field, word, names)).toLowerCase().includes(text),
        );
    }
    case 'over':
    case 'under': {
      // A share is asked for in percent, as it is read.
      const limit = ratio?.unit === '%' ? filter.value / 100 : filter.value;
      return (at) => {
        const amount = amountOf(valueAt(at))?.value;
        return amount !== undefined && (filter.op === 'over' ? amount > limit : amount < limit);
      };
    }
    case 'since':
      return (at) => dayOf(valueAt(at)) >= filter.day;
    case 'before':
      return (at) => isBefore(dayOf(valueAt(at)), filter.day);
    case 'within': {
      const last = moved(today, filter.days);
      return (at) => {
        const day = dayOf(valueAt(at));
        return day !== '' && day <= last;
      };
    }
    case 'past': {
      const first = moved(today, -filter.days);
      return (at) => {
        const day = dayOf(valueAt(at));
        return day >= first && day <= today;
      };
    }
    case 'known':
      return (at) => isKnown(valueAt(at));
    case 'unknown':
      return (at) => !isKnown(valueAt(at));
  }
}

/** A flag that isn't set is not known to be so: it reads as no. */
function isKnown(value: FieldValue | undefined): boolean {
  return value !== undefined && value !== null && value !== false;
}

function isBefore(day: string, limit: string): boolean {
  return day !== '' && day < limit;
}

/** The day of a day's or an instant's value, as text; empty when there is none. */
function dayOf(value: FieldValue | undefined): string {
  if (typeof value === 'number') return formatDay(utcDay(value));
  return typeof value === 'string' ? value : '';
}

function moved(day: string, days: number): string {
  const parsed = parseDay(day);
  return parsed === null ? day : formatDay(parsed + days);
}
