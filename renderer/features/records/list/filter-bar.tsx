import { Button, CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import {
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import type { RecordFilter, RecordQuestion } from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { AddFilter } from './add-filter';
import { filterInWords } from './filter-words';
import { changeSettings, listSettings, type ListSettings } from './list-state';
import { useColumnWords } from './use-records';

interface FilterBarProps {
  readonly definition: KindDefinition;
  readonly settings: ListSettings;
  readonly whole: RecordQuestion;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** From the search one goes on into the list. */
  readonly onLeave: () => void;
  /** How the list is drawn: stands before the search. */
  readonly children: ReactNode;
}

/** Search, and filters as words that can be read and removed. */
export function FilterBar({
  definition,
  settings,
  whole,
  searchRef,
  onLeave,
  children,
}: FilterBarProps) {
  const { kind, plural } = definition;
  const { filters, search } = settings;
  const remove = (at: number): void => {
    changeSettings(kind, { filters: filters.filter((_, place) => place !== at) });
    searchRef.current?.focus();
  };
  return (
    <div className="filter-bar" role="search" aria-label={`Find ${plural.toLowerCase()}`}>
      {children}
      <SearchField
        kind={kind}
        plural={plural}
        search={search}
        inputRef={searchRef}
        onLeave={onLeave}
      />
      {filters.map((filter, at) => (
        <FilterChip
          key={JSON.stringify(filter)}
          definition={definition}
          filter={filter}
          whole={whole}
          onRemove={() => remove(at)}
        />
      ))}
      <AddFilter
        definition={definition}
        question={whole}
        onAdd={(filter) =>
          changeSettings(kind, { filters: [...listSettings(kind).filters, filter] })
        }
      />
      {filters.length > 0 || search !== '' ? (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => changeSettings(kind, { filters: [], search: '' })}
        >
          Clear
        </Button>
      ) : null}
    </div>
  );
}

interface FilterChipProps {
  readonly definition: KindDefinition;
  readonly filter: RecordFilter;
  readonly whole: RecordQuestion;
  readonly onRemove: () => void;
}

function FilterChip({ definition, filter, whole, onRemove }: FilterChipProps) {
  const isReference = definition.fields[filter.column]?.to !== undefined;
  const names = useColumnWords(whole, isReference ? filter.column : null);
  const words = filterInWords(definition, filter, names);
  return (
    <Button
      variant="default"
      size="xs"
      className="filter-words"
      aria-label={`Remove filter: ${words}`}
      title="Remove this filter"
      rightSection={<IconX size={12} stroke={2} aria-hidden="true" />}
      onClick={onRemove}
    >
      {words}
    </Button>
  );
}

interface SearchFieldProps {
  readonly kind: string;
  readonly plural: string;
  readonly search: string;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
}

function SearchField({ kind, plural, search, inputRef, onLeave }: SearchFieldProps) {
  // What is typed stands there at once; the list follows as fast as it can be filtered.
  const [typed, setTyped] = useState(search);
  const sent = useRef(search);
  useEffect(() => {
    if (search === sent.current) return;
    sent.current = search;
    setTyped(search);
  }, [search]);
  const type = (text: string): void => {
    setTyped(text);
    sent.current = text;
    changeSettings(kind, { search: text });
  };
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' || event.key === 'ArrowDown') {
      event.preventDefault();
      onLeave();
    } else if (event.key === 'Escape' && typed !== '') {
      event.preventDefault();
      event.stopPropagation();
      type('');
    }
  };
  return (
    <TextInput
      ref={inputRef}
      className="list-search"
      size="xs"
      aria-label={`Search ${plural.toLowerCase()}`}
      placeholder="Search"
      value={typed}
      maxLength={300}
      leftSection={<IconSearch size={14} stroke={1.6} aria-hidden="true" />}
      rightSectionWidth={28}
      rightSection={
        typed === '' ? (
          <Kbd size="xs" aria-hidden="true">
            /
          </Kbd>
        ) : (
          <CloseButton size="xs" aria-label="Clear the search" onClick={() => type('')} />
        )
      }
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}
