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
import type { PartnerFilter } from '../../../../shared/domain/partner-list';
import { AddFilter } from './add-filter';
import { filterInWords, parseFilter } from './filter-words';
import { changeSettings, listSettings } from './list-state';
import type { PartnerList } from './use-partner-list';

interface FilterBarProps {
  readonly list: PartnerList;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  /** From the search one goes on into the list. */
  readonly onLeave: () => void;
  /** What list it is: stands before the search. */
  readonly children: ReactNode;
}

/** Search, and filters as words that can be read and removed. */
export function FilterBar({ list, searchRef, onLeave, children }: FilterBarProps) {
  const { settings, whole, state } = list;
  const measure = state.head?.measure ?? null;
  const { filters } = settings;
  const remove = (at: number): void => {
    changeSettings({ filters: filters.filter((_, place) => place !== at) });
    searchRef.current?.focus();
  };
  return (
    <div className="filter-bar" role="search" aria-label="Find partners">
      {children}
      <SearchField list={list} inputRef={searchRef} onLeave={onLeave} />
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
      {filters.length > 0 || settings.search !== '' ? (
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
  readonly list: PartnerList;
  readonly inputRef: RefObject<HTMLInputElement | null>;
  readonly onLeave: () => void;
}

function SearchField({ list, inputRef, onLeave }: SearchFieldProps) {
  const { settings, state } = list;
  // What is typed stands there at once; the list follows as fast as it can be filtered.
  const [typed, setTyped] = useState(settings.search);
  const sent = useRef(settings.search);
  useEffect(() => {
    if (settings.search === sent.current) return;
    sent.current = settings.search;
    setTyped(settings.search);
  }, [settings.search]);
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
      changeSettings({ filters: [...settings.filters, filter] });
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
  const measure = state.head?.measure ?? null;
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
