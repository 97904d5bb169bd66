import { useCallback, useMemo, type ReactNode, type RefObject } from 'react';
import {
  columnLabel,
  listColumns,
  recordFilterOps,
  recordFilterSchema,
  type RecordFilter,
  type RecordFilterOp,
  type RecordQuestion,
} from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { useDeskQuery } from '../../../app/desk';
import { AddFilter, WordsField, type WordsProps } from '../../../app/lists/add-filter';
import { FilterBar, FilterChip, type SearchText } from '../../../app/lists/filter-bar';
import { filterInWords, opLabel } from './filter-words';
import { changeSettings, listSettings, onSettings } from './list-state';
import { useColumnWords } from './use-records';

interface RecordFiltersProps {
  readonly definition: KindDefinition;
  readonly filters: readonly RecordFilter[];
  readonly isSearched: boolean;
  /** The list's question, neither searched nor filtered. */
  readonly whole: RecordQuestion;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
  /** How the list is drawn: stands before the search. */
  readonly children: ReactNode;
}

/** Search and filters of the list of a kind. */
export function RecordFilters(props: RecordFiltersProps) {
  const { definition, filters, isSearched, whole, searchRef } = props;
  const { kind, plural } = definition;
  const search = useMemo<SearchText>(
    () => ({
      subscribe: onSettings,
      get: () => listSettings(kind).search,
      set: (text) => changeSettings(kind, { search: text }),
    }),
    [kind],
  );
  const remove = (at: number): void => {
    changeSettings(kind, { filters: filters.filter((_, place) => place !== at) });
    searchRef.current?.focus();
  };
  const wordsField = useCallback(
    (words: WordsProps) => <RecordWords question={whole} {...words} />,
    [whole],
  );
  const columns = useMemo(
    () =>
      [definition.nameField, ...listColumns(definition)]
        .filter((name) => opsOf(definition, name).length > 0)
        .map((value) => ({ value, label: columnLabel(definition, value) })),
    [definition],
  );
  const choicesOf = useCallback(
    (column: string) =>
      opsOf(definition, column).map((value) => ({
        value,
        label: opLabel(definition, column, value),
      })),
    [definition],
  );
  const addEntered = useCallback(
    (entered: Readonly<Record<string, unknown>>): boolean => {
      const filter = recordFilterSchema.safeParse(entered);
      if (!filter.success) return false;
      changeSettings(kind, { filters: [...listSettings(kind).filters, filter.data] });
      return true;
    },
    [kind],
  );
  return (
    <FilterBar
      plural={plural.toLowerCase()}
      search={search}
      searchRef={searchRef}
      onLeave={props.onLeave}
      chips={filters.map((filter, at) => (
        <NamedChip
          key={JSON.stringify(filter)}
          definition={definition}
          filter={filter}
          whole={whole}
          onRemove={() => remove(at)}
        />
      ))}
      addFilter={
        <AddFilter
          columns={columns}
          first={definition.state?.field ?? columns[0]?.value ?? ''}
          opsOf={choicesOf}
          wordsField={wordsField}
          onAdd={addEntered}
        />
      }
      onClear={filters.length > 0 || isSearched ? () => clearFilters(kind) : undefined}
    >
      {props.children}
    </FilterBar>
  );
}

/** Shows every record of a kind in scope. */
export function clearFilters(kind: string): void {
  changeSettings(kind, { filters: [], search: '' });
}

/** The comparisons that a column can be filtered by. */
function opsOf({ fields, ratios }: KindDefinition, column: string): readonly RecordFilterOp[] {
  if (ratios?.[column] !== undefined) return ['over', 'under', 'known', 'unknown'];
  const type = fields[column]?.type;
  return type === undefined ? [] : recordFilterOps[type];
}

interface NamedChipProps {
  readonly definition: KindDefinition;
  readonly filter: RecordFilter;
  readonly whole: RecordQuestion;
  readonly onRemove: () => void;
}

/** A filter whose ids of other records are called by their names. */
function NamedChip({ definition, filter, whole, onRemove }: NamedChipProps) {
  const isReference = definition.fields[filter.column]?.to !== undefined;
  const names = useColumnWords(whole, isReference ? filter.column : null);
  return <FilterChip words={filterInWords(definition, filter, names)} onRemove={onRemove} />;
}

/** The words that a column of the records holds. */
function RecordWords({ question, ...props }: WordsProps & { readonly question: RecordQuestion }) {
  const known = useDeskQuery('lists.recordWords', { question, column: props.column });
  return <WordsField choices={known.value ?? []} {...props} />;
}
