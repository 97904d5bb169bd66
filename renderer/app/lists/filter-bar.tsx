import { Button, CloseButton, TextInput } from '@mantine/core';
import { IconSearch, IconX } from '@tabler/icons-react';
import {
  memo,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type ReactNode,
  type RefObject,
} from 'react';
import { SearchKey } from '../key-caps';

/** What a list is searched for: a key of the search draws its field alone. */
export interface SearchText {
  readonly subscribe: (listener: () => void) => () => void;
  readonly get: () => string;
  readonly set: (text: string) => void;
}

/** A filter that was typed into the search. */
export interface TypedFilter {
  /** It as a sentence. */
  readonly words: string;
  readonly add: () => void;
}

interface FilterBarProps {
  /** What the list holds, in small letters: `partners`. */
  readonly plural: string;
  readonly search: SearchText;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly placeholder?: string;
  /** Reads a filter that is typed as it would be shown; null for a search. */
  readonly parse?: (text: string) => TypedFilter | null;
  /** From the search one goes on into the list. */
  readonly onLeave: () => void;
  /** What list it is, and how it is drawn: stands before the search. */
  readonly children: ReactNode;
  /** The filters as words. */
  readonly chips: ReactNode;
  readonly addFilter: ReactNode;
  /** Takes search and filters away; undefined where there is neither. */
  readonly onClear?: (() => void) | undefined;
}

/** Search, and filters as words that can be read and removed. */
export const FilterBar = memo((props: FilterBarProps) => (
  <div className="filter-bar" role="search" aria-label={`Find ${props.plural}`}>
    {props.children}
    <SearchField {...props} />
    {props.chips}
    {props.addFilter}
    {props.onClear === undefined ? null : (
      <Button variant="subtle" size="xs" onClick={props.onClear}>
        Clear
      </Button>
    )}
  </div>
));

interface FilterChipProps {
  readonly words: string;
  readonly onRemove: () => void;
}

/** One filter, to be taken away by a click. */
export function FilterChip({ words, onRemove }: FilterChipProps) {
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

function SearchField({
  plural,
  search,
  searchRef,
  placeholder = 'Search',
  parse,
  onLeave,
}: FilterBarProps) {
  const wanted = useSyncExternalStore(search.subscribe, search.get);
  // What is typed stands there at once; the list follows as fast as it can be filtered.
  const [typed, setTyped] = useState(wanted);
  const sent = useRef(wanted);
  useEffect(() => {
    if (wanted === sent.current) return;
    sent.current = wanted;
    setTyped(wanted);
  }, [wanted]);
  const filterOf = (text: string): TypedFilter | null =>
    text.trim() === '' ? null : (parse?.(text) ?? null);
  const type = (text: string): void => {
    setTyped(text);
    // A filter that is being written is nothing to search for.
    sent.current = filterOf(text) === null ? text : '';
    search.set(sent.current);
  };
  const filter = filterOf(typed);
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>): void => {
    if (event.key === 'Enter' && filter !== null) {
      event.preventDefault();
      filter.add();
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
      ref={searchRef}
      className="list-search"
      size="xs"
      aria-label={`Search ${plural}`}
      placeholder={placeholder}
      value={typed}
      maxLength={300}
      leftSection={<IconSearch size={14} stroke={1.6} aria-hidden="true" />}
      rightSectionWidth={28}
      rightSection={
        typed === '' ? (
          <SearchKey />
        ) : (
          <CloseButton size="xs" aria-label="Clear the search" onClick={() => type('')} />
        )
      }
      onChange={(event) => type(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      description={filter === null ? undefined : `Enter makes it a filter: ${filter.words}`}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
    />
  );
}
