import { Button, CloseButton, Kbd, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import {
  memo,
  useEffect,
  useRef,
  useState,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { useStore } from 'zustand';
import type {
  Measure,
  PartnerFilter,
  PartnerQuestion,
} from '../../../../shared/domain/partner-list';
import { AddFilter } from './add-filter';
import { filterInWords, parseFilter } from './filter-words';
import { changeSettings, listSettings } from './list-state';

interface FilterBarProps {
  readonly filters: readonly PartnerFilter[];
  /** Is something searched for? */
  readonly isSearched: boolean;
  /** The list's question, neither searched nor filtered. */
  readonly whole: PartnerQuestion;
  readonly measure: Measure | null;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** From the search one goes on into the list. */
  readonly onLeave: () => void;
  /** What list it is: stands before the search. */
  readonly children: ReactNode;
}

/** Search, and filters as words that can be read and removed. A key of the search draws its field alone. */
export const FilterBar = memo(DrawnFilterBar);

function DrawnFilterBar({
  filters,
  isSearched,
  whole,
  measure,
  searchRef,
  onLeave,
  children,
}: FilterBarProps) {
  const remove = (at: number): void => {
    changeSettings({ filters: filters.filter((_, place) => place !== at) });
    searchRef.current?.focus();
  };
  return (
    <div className="filter-bar" role="search" aria-label="Find partners">
      {children}
      <SearchField measure={measure} inputRef={searchRef} onLeave={onLeave} />
      {filters.map((filter, at) => {
        const words = filterInWords(filter, measure);
        return (
          <Button
            key={words}
            variant="default"
            size="xs"
            className="filter-words"
            aria-label={`Remove filter: ${words}`}
            title="Remove this filter"
            rightSection={<IconX size={12} stroke={2} aria-hidden="true" />}
            onClick={() => remove(at)}
          >
            {words}
          </Button>
        );
      })}
      <AddFilter question={whole} measure={measure} onAdd={addFilter} />
      {filters.length > 0 || isSearched ? (
        <Button
          variant="subtle"
          size="xs"
          onClick={() => changeSettings({ filters: [], search: '' })}
        >
          Clear
        </Button>
      ) : null}
    </div>
  );
}

function addFilter(filter: PartnerFilter): void {
  changeSettings({ filters: [...listSettings.getState().filters, filter] });
}

interface SearchFieldProps {
  readonly measure: Measure | null;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
}

function SearchField({ measure, inputRef, onLeave }: SearchFieldProps) {
  const search = useStore(listSettings, (settings) => settings.search);
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
    // A filter that is being written is nothing to search for.
    sent.current = parseFilter(text) === null ? text : '';
    changeSettings({ search: sent.current });
  };
  const filter = typed.trim() === '' ? null : parseFilter(typed);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' && filter !== null) {
      event.preventDefault();
      addFilter(filter);
      type('');
    } else if (event.key === 'Enter' || event.key === 'ArrowDown') {
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
      aria-label="Search partners"
      placeholder="Name, site, id, or ‘type is coupon’"
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
      description={
        filter === null ? undefined : `Enter makes it a filter: ${filterInWords(filter, measure)}`
      }
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
