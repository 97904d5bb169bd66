import { Combobox } from '@mantine/core';
import { memo, useEffect, useSyncExternalStore } from 'react';
import type { SearchGroup } from '../../../shared/ipc/search';
import { kindOf } from '../../../shared/records/index';
import { formatCount } from '../../ui/format';
import { KeyCaps } from '../key-caps';
import { useScopeActions } from '../scope';
import { matchingActions, usePaletteActions, type PaletteAction } from './actions';
import { destinationOf } from './destinations';
import type { SearchLine } from './search-line';

const mostActions = 6;

/** One line that can be chosen. */
interface Choice {
  readonly id: string;
  readonly words: string;
  readonly aside: string;
  /** The keys that do the same; null where there are none. */
  readonly keys: string | null;
  readonly run: () => void;
}

interface ChoiceGroup {
  readonly label: string;
  /** How many there are in all, where more match than are shown. */
  readonly total: number;
  readonly choices: readonly Choice[];
}

interface FoundListProps {
  readonly line: SearchLine;
  /** Is told what every line of the list does, by its id. Both functions stay the same. */
  readonly onChoices: (runs: ReadonlyMap<string, () => void>) => void;
  /** Other lines stand there now. */
  readonly onDrawn: () => void;
}

/** Records and actions that the text finds, drawn once for every answer. */
export function FoundList({ line, onChoices, onDrawn }: FoundListProps) {
  const { answer, failure, text, answered } = useSyncExternalStore(line.subscribe, line.found);
  const actions = usePaletteActions();
  const scope = useScopeActions();
  const records = (answer?.groups ?? []).flatMap((group) => recordGroup(group, scope));
  const found = matchingActions(actions, text);
  const named = actionGroups(found, text === '');
  // Who types the whole name of an action means it, whatever records hold the same words.
  const wanted = text.trim().toLowerCase();
  const isAction = found.some(({ words }) => words.toLowerCase() === wanted);
  const groups = isAction ? [...named, ...records] : [...records, ...named];
  const choices = groups.flatMap((group) => group.choices);
  const listed = choices.map(({ id }) => id).join('\n');
  useEffect(() => {
    onChoices(new Map(choices.map(({ id, run }) => [id, run])));
  });
  useEffect(() => {
    onDrawn();
  }, [listed, answered, onDrawn]);
  return (
    <Combobox.Options
      className="palette-options"
      // A long list scrolls by keyboard, too.
      tabIndex={0}
      aria-label="Found"
      data-answered={answered ?? undefined}
    >
      {groups.map(({ label, total, choices: own }) => (
        <Combobox.Group key={label} label={labelOf(label, total, own.length)}>
          {own.map(({ id, words, aside, keys }) => (
            <FoundLine key={id} id={id} words={words} aside={aside} keys={keys} />
          ))}
        </Combobox.Group>
      ))}
      {choices.length === 0 && answered !== null ? (
        <Combobox.Empty className="palette-empty">
          {failure === null
            ? 'Nothing is called that. Names, sites, e-mail addresses and network ids are found by any part.'
            : failure.message}
        </Combobox.Empty>
      ) : null}
    </Combobox.Options>
  );
}

function recordGroup(
  { kind, total, hits }: SearchGroup,
  scope: Parameters<typeof destinationOf>[1],
): ChoiceGroup[] {
  const choices = hits.flatMap((hit): Choice[] => {
    const run = destinationOf(hit, scope);
    if (run === null) return [];
    const id = `${kind} ${hit.id}`;
    return [{ id, words: hit.name, aside: hit.about.join(' · '), keys: null, run }];
  });
  if (choices.length === 0) return [];
  return [{ label: kindOf(kind).plural, total, choices }];
}

function actionGroups(actions: readonly PaletteAction[], isAll: boolean): ChoiceGroup[] {
  if (actions.length === 0) return [];
  const shown = isAll ? actions : actions.slice(0, mostActions);
  const choices = shown.map(({ id, words, group, keys, run }): Choice => ({
    id: `action ${id}`,
    words,
    aside: group,
    keys,
    run,
  }));
  return [{ label: 'Actions', total: choices.length, choices }];
}

function labelOf(label: string, total: number, shown: number): string {
  return total > shown ? `${label} · ${formatCount(shown)} of ${formatCount(total)}` : label;
}

/** A line that says the same as before is not drawn again. */
const FoundLine = memo(({ id, words, aside, keys }: Omit<Choice, 'run'>) => (
  <Combobox.Option value={id} className="palette-option">
    <span className="palette-words one-line">{words}</span>
    <span className="palette-aside quiet one-line">{aside}</span>
    {keys === null ? null : <KeyCaps keys={keys} />}
  </Combobox.Option>
));
