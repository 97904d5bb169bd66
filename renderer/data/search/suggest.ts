import {
  daysMeant,
  dayWords,
  searchOperators,
  writeSearchPart,
  type SearchOperator,
  type SearchPart,
} from '../../../shared/domain/search-text';
import { formatDay } from '../../../shared/kernel/days';
import type { SearchSuggestion } from '../../../shared/ipc/search';
import { searchedKinds } from './entries';
import { plainText } from './fold';
import { beginning, namedStates, type SearchContext } from './understand';

const most = 8;
/** Of an operator's name so much has to be there before it is offered. */
const leastName = 2;

interface Value {
  readonly value: string;
  readonly aside: string;
}

const says: Readonly<Record<SearchOperator, string>> = {
  client: 'Of one client',
  program: 'Of one program',
  kind: 'Of one kind: tasks, notes, campaigns…',
  state: 'By where it stands',
  owner: 'By whose it is',
  before: 'By its day',
  after: 'By its day',
  on: 'By its day',
};

/** Ways to go on with what is being typed: names of operators, and values behind one. */
export function suggest(
  text: string,
  parts: readonly SearchPart[],
  context: SearchContext,
): readonly SearchSuggestion[] {
  const last = parts.at(-1);
  if (last === undefined || last.to !== text.length) return [];
  const { operator, value, isNot, from } = last;
  const whole = (typed: string): string => `${text.slice(0, from)}${isNot ? '-' : ''}${typed}`;
  if (operator === null) {
    const begun = value.toLowerCase();
    if (last.isQuoted || begun.length < leastName) return [];
    return searchOperators
      .filter((name) => name.startsWith(begun))
      .map((name) => ({ text: whole(`${name}:`), words: `${name}:`, aside: says[name] }));
  }
  if (typeof operator !== 'string') return [];
  const values = valuesOf(operator, context);
  // What is finished needs no suggestion.
  if (values.some((each) => plainText(each.value) === plainText(value) && value !== '')) return [];
  return beginning(values, (each) => [each.value], value)
    .slice(0, most)
    .map((each) => ({
      text: `${whole(writeSearchPart(operator, each.value))} `,
      words: writeSearchPart(operator, each.value),
      aside: each.aside,
    }));
}

function valuesOf(operator: SearchOperator, context: SearchContext): readonly Value[] {
  switch (operator) {
    case 'client':
    case 'program':
      return namesOf(context, operator);
    case 'owner':
      return [
        { value: 'me', aside: 'Whoever sits at this desk' },
        ...namesOf(context, 'team-member'),
        { value: 'nobody', aside: 'What nobody looks after' },
      ];
    case 'kind':
      return searchedKinds.map(({ label, purpose = '' }) => ({
        value: label.toLowerCase(),
        aside: purpose,
      }));
    case 'state':
      return statesOf(context);
    default:
      return dayWords.map((value) => {
        const days = daysMeant(value, context.today);
        return { value, aside: days === null ? '' : daysInWords(days.from, days.to) };
      });
  }
}

function namesOf({ index }: SearchContext, kind: string): readonly Value[] {
  return [...index.entriesOf(kind)]
    .map(({ name, hint }) => ({ value: name, aside: hint }))
    .sort((one, other) => one.value.localeCompare(other.value));
}

function statesOf({ index }: SearchContext): readonly Value[] {
  const kindsByLabel = new Map<string, string[]>();
  const plurals = new Map(searchedKinds.map(({ kind, plural }) => [kind, plural]));
  for (const { kind, label } of namedStates(index)) {
    const kinds = kindsByLabel.get(label.toLowerCase()) ?? [];
    kindsByLabel.set(label.toLowerCase(), [...kinds, plurals.get(kind) ?? '']);
  }
  kindsByLabel.delete('open');
  kindsByLabel.delete('closed');
  return [
    { value: 'open', aside: 'Whatever has not come to an end' },
    { value: 'closed', aside: 'Whatever has come to an end' },
    ...[...kindsByLabel].map(([value, kinds]) => ({ value, aside: kinds.join(', ') })),
  ];
}

function daysInWords(from: number, to: number): string {
  return from === to ? formatDay(from) : `${formatDay(from)} to ${formatDay(to)}`;
}
