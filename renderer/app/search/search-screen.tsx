import { TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import {
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
  type KeyboardEvent,
  type RefObject,
} from 'react';
import { operatorValue, withOperator } from '../../../shared/domain/search-text';
import { formatDay } from '../../../shared/kernel/days';
import type { SearchSuggestion } from '../../../shared/ipc/search';
import { formatCounted } from '../../ui/format';
import { EmptyState, FailureState, TableSkeleton } from '../../ui/states';
import { useDesk } from '../desk';
import { SearchLine } from '../palette/search-line';
import { useRowKeys } from '../row-keys';
import { useScope } from '../scope';
import { FoundGroup } from './found-group';
import { keepSearchText, useSearchText } from './search-place';
import { SearchFilters } from './search-filters';

/** Of each kind so many are shown, and of the only one that is looked for as many as are read. */
const shownOfKind = 8;
const mostRead = 200;

/** Everything that a text finds, by kind. What narrows it stands in the text itself. */
export function SearchScreen() {
  const { data } = useDesk();
  const { today } = useScope();
  const asked = useSearchText();
  const [text, setText] = useState(asked);
  const [line] = useState(() => new SearchLine(data, { limit: mostRead, today: formatDay(today) }));
  const { answer, failure } = useSyncExternalStore(line.subscribe, line.found);
  const field = useRef<HTMLInputElement>(null);
  const results = useRowKeys();
  // The palette may send another text here.
  const [known, setKnown] = useState(asked);
  if (known !== asked) {
    setKnown(asked);
    setText(asked);
  }
  useEffect(() => {
    line.ask(text.trim());
  }, [line, text]);
  useEffect(
    () =>
      data.onEvent(({ event }) => {
        if (event !== 'progress') line.again();
      }),
    [data, line],
  );
  const type = (next: string): void => {
    setText(next);
    keepSearchText(next);
  };
  const complete = (next: string): void => {
    type(next);
    field.current?.focus();
  };
  const only = operatorValue(text, 'kind');
  const isEmpty = text.trim() === '';
  return (
    <div className="page search-page">
      <header className="page-head">
        <div>
          <h1>Search</h1>
          <p className="quiet" aria-live="polite">
            {answer === null || isEmpty
              ? 'Records, notes, documents and attachments of the whole desk'
              : answer.problems.length > 0
                ? 'A part of it can’t be understood yet'
                : formatCounted(answer.total, 'result', 'results')}
          </p>
        </div>
      </header>
      <SearchField
        field={field}
        text={text}
        onType={type}
        onLeave={() => results.current?.querySelector<HTMLElement>('[data-row]')?.focus()}
      />
      <SearchFilters text={text} groups={answer?.groups ?? []} onType={type} />
      <Suggestions suggestions={answer?.suggestions ?? []} onChoose={complete} />
      {answer === null || answer.problems.length === 0 ? null : (
        <div className="search-problems caution" role="status">
          {answer.problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      {failure === null ? null : (
        <FailureState
          title="Nothing could be searched"
          failure={failure}
          onRetry={() => line.again()}
        />
      )}
      {answer === null && failure === null && !isEmpty ? <TableSkeleton rows={8} /> : null}
      <div className="search-results" ref={results}>
        {(answer?.groups ?? []).map((group) => (
          <FoundGroup
            key={group.kind}
            group={group}
            shown={only === null ? shownOfKind : mostRead}
            onAll={() => type(withOperator(text, 'kind', group.kind))}
          />
        ))}
      </div>
      {isEmpty || (answer?.groups.length === 0 && answer.problems.length === 0) ? (
        <NothingFound isEmpty={isEmpty} />
      ) : null}
    </div>
  );
}

interface SearchFieldProps {
  readonly field: RefObject<HTMLInputElement | null>;
  readonly text: string;
  readonly onType: (text: string) => void;
  /** To the first result. */
  readonly onLeave: () => void;
}

function SearchField({ field, text, onType, onLeave }: SearchFieldProps) {
  useEffect(() => field.current?.focus(), [field]);
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key !== 'ArrowDown' && event.key !== 'Enter') return;
    event.preventDefault();
    onLeave();
  };
  return (
    <TextInput
      ref={field}
      type="search"
      size="md"
      aria-label="What to look for"
      placeholder="Words, “phrases”, -left out, client:, kind:, state:, owner:, before:"
      leftSection={<IconSearch size={18} stroke={1.6} aria-hidden="true" />}
      value={text}
      onChange={({ currentTarget }) => onType(currentTarget.value)}
      onKeyDown={onKeyDown}
    />
  );
}

interface SuggestionsProps {
  readonly suggestions: readonly SearchSuggestion[];
  readonly onChoose: (text: string) => void;
}

/** How what is being typed can go on. */
function Suggestions({ suggestions, onChoose }: SuggestionsProps) {
  if (suggestions.length === 0) return null;
  return (
    <div className="search-suggestions" role="group" aria-label="Suggestions">
      {suggestions.map(({ text, words, aside }) => (
        <button key={words} type="button" title={aside} onClick={() => onChoose(text)}>
          {words}
        </button>
      ))}
    </div>
  );
}

function NothingFound({ isEmpty }: { readonly isEmpty: boolean }) {
  return isEmpty ? (
    <EmptyState title="Find anything">
      Type a few letters of a name, a site, an e-mail address or a word of a note. Narrow it with
      what stands above, or in the text itself, such as ‘banners client:nordlicht state:open
      before:"next week"’.
    </EmptyState>
  ) : (
    <EmptyState title="Nothing was found">
      Every word has to be in a record, in any order. Take one away, or something that narrows the
      search.
    </EmptyState>
  );
}
