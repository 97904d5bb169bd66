import { Combobox } from '@mantine/core';
import { memo, useEffect, useSyncExternalStore } from 'react';
import { useStore } from 'zustand';
import { useDeskQuery } from '../desk';
import { KeyCaps } from '../key-caps';
import { recents } from '../recents';
import { useScopeActions } from '../scope';
import { usePaletteActions } from './actions';
import { choiceGroups, groupHeading, recentGroup, type Choice } from './choices';
import type { SearchLine } from './search-line';

const mostRecent = 6;

interface FoundListProps {
  readonly line: SearchLine;
  /** Is told what every line of the list does, by its id. Both functions stay the same. */
  readonly onChoices: (runs: ReadonlyMap<string, Choice['run']>) => void;
  /** Other lines stand there now. */
  readonly onDrawn: () => void;
}

/** Records and actions that the text finds, drawn once for every answer. */
export function FoundList({ line, onChoices, onDrawn }: FoundListProps) {
  const { answer, failure, text, answered } = useSyncExternalStore(line.subscribe, line.found);
  const actions = usePaletteActions();
  const scope = useScopeActions();
  const recent = useRecentRecords();
  const found = choiceGroups(text, answer, actions, scope);
  const groups = text === '' ? [...recentGroup(recent, scope), ...found] : found;
  const choices = groups.flatMap((group) => group.choices);
  const problems = answer?.problems ?? [];
  const listed = choices.map(({ id }) => id).join('\n');
  useEffect(() => {
    onChoices(new Map(choices.map(({ id, run }) => [id, run])));
  });
  useEffect(() => {
    onDrawn();
  }, [listed, answered, onDrawn]);
  return (
    <>
      {problems.length === 0 ? null : (
        <div className="palette-problems" role="status">
          {problems.map((problem) => (
            <p key={problem}>{problem}</p>
          ))}
        </div>
      )}
      <Combobox.Options
        className="palette-options"
        // A long list scrolls by keyboard, too.
        tabIndex={0}
        aria-label="Found"
        data-answered={answered ?? undefined}
      >
        {groups.map((group) => (
          <Combobox.Group key={group.label} label={groupHeading(group)}>
            {group.choices.map(({ id, words, aside, keys }) => (
              <FoundLine key={id} id={id} words={words} aside={aside} keys={keys} />
            ))}
          </Combobox.Group>
        ))}
        {choices.length === 0 && answered !== null && problems.length === 0 ? (
          <Combobox.Empty className="palette-empty">
            {failure === null
              ? 'Nothing is called that. Names, sites, e-mail addresses, network ids and notes are found by any word; client:, kind:, state: and owner: narrow the search.'
              : failure.message}
          </Combobox.Empty>
        ) : null}
      </Combobox.Options>
    </>
  );
}

/** The records that were opened last and are still there. */
function useRecentRecords() {
  const places = useStore(recents, (state) => state.places);
  const ids = places.slice(0, mostRecent).map(({ id }) => id);
  const { value } = useDeskQuery('records.named', ids.length === 0 ? null : { ids });
  return value ?? [];
}

/** A line that says the same as before is not drawn again. */
const FoundLine = memo(({ id, words, aside, keys }: Omit<Choice, 'run'>) => (
  <Combobox.Option value={id} className="palette-option">
    <span className="palette-words one-line">{words}</span>
    <span className="palette-aside quiet one-line">{aside}</span>
    {keys === null ? null : <KeyCaps keys={keys} />}
  </Combobox.Option>
));
