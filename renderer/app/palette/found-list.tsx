import { Combobox } from '@mantine/core';
import { memo, useEffect, useState, useSyncExternalStore, type MouseEvent } from 'react';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { KeyCaps } from '../key-caps';
import type { ScopeActions } from '../scope';
import type { PaletteAction } from './actions';
import { choiceGroups, groupHeading, recentGroup, type Choice, type ChoiceGroup } from './choices';
import type { SearchLine } from './search-line';

interface FoundListProps {
  readonly line: SearchLine;
  readonly actions: readonly PaletteAction[];
  readonly scope: ScopeActions;
  /** The records that were opened last. */
  readonly recent: readonly DeskRecord[];
  /** Is told what every line of the list does, by its id. These functions stay the same. */
  readonly onChoices: (runs: ReadonlyMap<string, Choice['run']>) => void;
  /** Other lines stand there now. */
  readonly onDrawn: () => void;
  readonly onChoose: (id: string) => void;
}

/** Records and actions that the text finds, drawn once for every answer. */
export function FoundList({
  line,
  actions,
  scope,
  recent,
  onChoices,
  onDrawn,
  onChoose,
}: FoundListProps) {
  const { answer, failure, text, answered } = useSyncExternalStore(line.subscribe, line.found);
  const found = choiceGroups(text, answer, actions, scope);
  const groups = text === '' ? [...recentGroup(recent, scope), ...found] : found;
  const isWhole = useIsWhole(answered);
  const seen = linesSeen(groups);
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
        onClick={(event) => {
          const id = chosenId(event);
          if (id !== null) onChoose(id);
        }}
      >
        {groups.map((group, at) => {
          const lines = isWhole ? group.choices : group.choices.slice(0, seen[at]);
          // By their place, not by what they say: other words in a line that is there cost a fraction of another line.
          return lines.length === 0 ? null : (
            <div key={at} role="group" aria-labelledby={`found-group-${at}`}>
              <div id={`found-group-${at}`} className="palette-heading">
                {groupHeading(group)}
              </div>
              {lines.map(({ id, words, aside, keys }, place) => (
                <FoundLine key={place} id={id} words={words} aside={aside} keys={keys} />
              ))}
            </div>
          );
        })}
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

/** More lines than the list has room for. */
const linesInSight = 15;

/** Is it time for the lines that stand below what is seen of an answer? They are drawn in the first pause after it. */
function useIsWhole(answered: string | null): boolean {
  const [drawn, setDrawn] = useState<string | null>(null);
  const isWhole = answered === drawn;
  useEffect(() => {
    if (isWhole) return undefined;
    const pause = requestIdleCallback(() => setDrawn(answered), { timeout: 200 });
    return () => cancelIdleCallback(pause);
  }, [answered, isWhole]);
  return isWhole;
}

/** How many lines of each group are seen before anybody scrolls. */
function linesSeen(groups: readonly ChoiceGroup[]): readonly number[] {
  let room = linesInSight;
  return groups.map(({ choices }) => {
    const seen = Math.min(choices.length, Math.max(0, room));
    // A heading takes the room of a line.
    room -= seen + 1;
    return seen;
  });
}

function chosenId({ target }: MouseEvent): string | null {
  const option = target instanceof Element ? target.closest('[data-choice]') : null;
  return option?.getAttribute('data-choice') ?? null;
}

/**
 * A line that says the same as before is not drawn again. Lines and groups are what the keys of a combobox look for, without
 * the components: thirty of those cost more than everything else that happens between a key and its answer.
 */
const FoundLine = memo(({ id, words, aside, keys }: Omit<Choice, 'run'>) => (
  <div
    role="option"
    id={`choice-${encodeURIComponent(id)}`}
    data-choice={id}
    data-combobox-option
    className="palette-option"
  >
    <span className="palette-words one-line">{words}</span>
    <span className="palette-aside quiet one-line">{aside}</span>
    {keys === null ? null : <KeyCaps keys={keys} />}
  </div>
));
