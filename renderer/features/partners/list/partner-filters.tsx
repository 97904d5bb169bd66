import { memo, useCallback, type ReactNode, type RefObject } from 'react';
import {
  filterOps,
  partnerColumnNames,
  partnerColumns,
  partnerFilterSchema,
  type Measure,
  type PartnerColumn,
  type PartnerFilter,
  type PartnerQuestion,
} from '../../../../shared/domain/partner-list';
import { useDeskQuery } from '../../../app/desk';
import { AddFilter, WordsField, type WordsProps } from '../../../app/lists/add-filter';
import { FilterBar, FilterChip, type SearchText } from '../../../app/lists/filter-bar';
import { columnLabel, filterInWords, opLabel, parseFilter, wordIn } from './filter-words';
import { changeSettings, listSettings } from './list-state';

interface PartnerFiltersProps {
  readonly filters: readonly PartnerFilter[];
  readonly isSearched: boolean;
  /** The list's question, neither searched nor filtered. */
  readonly whole: PartnerQuestion;
  readonly measure: Measure | null;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
  /** What list it is: stands before the search. */
  readonly children: ReactNode;
}

const search: SearchText = {
  subscribe: listSettings.subscribe,
  get: () => listSettings.getState().search,
  set: (text) => changeSettings({ search: text }),
};

/** Search and filters of the list of partners. A key of the search draws its field alone. */
export const PartnerFilters = memo((props: PartnerFiltersProps) => {
  const { filters, isSearched, whole, measure, searchRef } = props;
  const remove = (at: number): void => {
    changeSettings({ filters: filters.filter((_, place) => place !== at) });
    searchRef.current?.focus();
  };
  const wordsField = useCallback(
    (words: WordsProps) => <PartnerWords question={whole} {...words} />,
    [whole],
  );
  const unitOf = useCallback((column: string) => unitIn(column, measure), [measure]);
  return (
    <FilterBar
      plural="partners"
      search={search}
      searchRef={searchRef}
      placeholder="Name, site, id, or ‘type is coupon’"
      parse={(text) => {
        const filter = parseFilter(text);
        return filter === null
          ? null
          : { words: filterInWords(filter, measure), add: () => addFilter(filter) };
      }}
      onLeave={props.onLeave}
      chips={filters.map((filter, at) => {
        const words = filterInWords(filter, measure);
        return <FilterChip key={words} words={words} onRemove={() => remove(at)} />;
      })}
      addFilter={
        <AddFilter
          columns={columnChoices}
          first="type"
          opsOf={opsOf}
          unitOf={unitOf}
          wordsField={wordsField}
          onAdd={addEntered}
        />
      }
      onClear={filters.length > 0 || isSearched ? clearFilters : undefined}
    >
      {props.children}
    </FilterBar>
  );
});

/** Shows every partner in scope. */
export function clearFilters(): void {
  changeSettings({ filters: [], search: '' });
}

function addFilter(filter: PartnerFilter): void {
  changeSettings({ filters: [...listSettings.getState().filters, filter] });
}

function addEntered(entered: Readonly<Record<string, unknown>>): boolean {
  const filter = partnerFilterSchema.safeParse(entered);
  if (filter.success) addFilter(filter.data);
  return filter.success;
}

const columnChoices = partnerColumnNames.map((value) => ({ value, label: columnLabel(value) }));

function columnNamed(name: string): PartnerColumn | undefined {
  return partnerColumnNames.find((column) => column === name);
}

function opsOf(name: string) {
  const column = columnNamed(name);
  if (column === undefined) return [];
  return filterOps[partnerColumns[column].kind].map((value) => ({
    value,
    label: opLabel(column, value),
  }));
}

function unitIn(name: string, measure: Measure | null): string {
  const column = columnNamed(name);
  const kind = column === undefined ? undefined : partnerColumns[column].kind;
  if (kind === 'ratio') return '%';
  return kind === 'amount' ? (measure?.currency ?? '') : '';
}

/** The words that a column of partners holds. */
function PartnerWords({ question, ...props }: WordsProps & { readonly question: PartnerQuestion }) {
  const known = useDeskQuery('lists.partnerWords', { question });
  const column = columnNamed(props.column);
  const words = column === undefined ? [] : (known.value?.[column] ?? []);
  const choices = words.map((value) => ({
    value,
    label: column === undefined ? value : wordIn(column, value),
  }));
  return <WordsField choices={choices} {...props} />;
}
