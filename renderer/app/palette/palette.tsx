import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useEffect, useState, type ReactNode } from 'react';
import type { SearchGroup } from '../../../shared/ipc/search';
import { kindOf } from '../../../shared/records/index';
import { formatCount } from '../../ui/format';
import { KeyCaps } from '../key-caps';
import { useScopeActions } from '../scope';
import { matchingActions, usePaletteActions, type PaletteAction } from './actions';
import { destinationOf } from './destinations';
import { useSearch } from './use-search';

interface PaletteProps {
  readonly onClose: () => void;
  /** What was typed before the field was there; asked for once, when it is. */
  readonly takeTyped: () => string;
}

/** One line that can be chosen. */
interface Choice {
  readonly id: string;
  readonly run: () => void;
  readonly draw: () => ReactNode;
}

interface ChoiceGroup {
  readonly label: string;
  /** How many there are in all, where more match than are shown. */
  readonly total: number;
  readonly choices: readonly Choice[];
}

const mostActions = 6;

/** Finds every record and every action by a few letters; Enter goes there or does it. */
export function Palette({ onClose, takeTyped }: PaletteProps) {
  const [text, setText] = useState('');
  const { answer, failure, text: answered } = useSearch(text.trim());
  const actions = usePaletteActions();
  const scope = useScopeActions();
  // The list is always open: without this Enter would choose nothing. Escape asks it to close, not the dialog.
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });

  const records = (answer?.groups ?? []).flatMap((group) => recordGroup(group, scope));
  const matching = matchingActions(actions, text);
  const groups = [...records, ...actionGroups(matching, text.trim() === '')];
  const choices = new Map(
    groups.flatMap(({ choices: own }) => own.map((choice) => [choice.id, choice])),
  );
  const listed = [...choices.keys()].join('\n');
  const { selectFirstOption } = combobox;
  useEffect(() => {
    selectFirstOption();
  }, [listed, answered, selectFirstOption]);

  const choose = (id: string): void => {
    onClose();
    // The dialog gives the focus back first; what is chosen may take it.
    setTimeout(() => choices.get(id)?.run());
  };

  return (
    <Modal.Root
      opened
      onClose={onClose}
      size={640}
      yOffset="12vh"
      padding={0}
      transitionProps={{ duration: 80 }}
    >
      <Modal.Overlay />
      <Modal.Content aria-label="Search and actions">
        <Combobox store={combobox} onOptionSubmit={choose}>
          <Combobox.EventsTarget>
            <TextInput
              data-autofocus
              size="md"
              variant="unstyled"
              className="palette-input"
              aria-label="Search everything"
              placeholder="Search clients, partners, notes, actions…"
              leftSection={<IconSearch size={18} stroke={1.6} />}
              value={text}
              onFocus={() => {
                const typed = takeTyped();
                if (typed !== '') setText((known) => known + typed);
              }}
              onChange={(event) => setText(event.currentTarget.value)}
            />
          </Combobox.EventsTarget>
          <Combobox.Options
            className="palette-options"
            // A long list scrolls by keyboard, too.
            tabIndex={0}
            aria-label="Found"
            data-answered={answered ?? undefined}
          >
            {groups.map(({ label, total, choices: own }) => (
              <Combobox.Group key={label} label={labelOf(label, total, own.length)}>
                {own.map(({ id, draw }) => (
                  <Combobox.Option key={id} value={id} className="palette-option">
                    {draw()}
                  </Combobox.Option>
                ))}
              </Combobox.Group>
            ))}
            {choices.size === 0 && answered === text.trim() ? (
              <Combobox.Empty className="palette-empty">
                {failure === null
                  ? 'Nothing is called that. Names, sites, e-mail addresses and network ids are found by any part.'
                  : failure.message}
              </Combobox.Empty>
            ) : null}
          </Combobox.Options>
        </Combobox>
      </Modal.Content>
    </Modal.Root>
  );
}

function recordGroup(
  { kind, total, hits }: SearchGroup,
  scope: Parameters<typeof destinationOf>[1],
): ChoiceGroup[] {
  const choices = hits.flatMap((hit): Choice[] => {
    const run = destinationOf(hit, scope);
    if (run === null) return [];
    return [
      {
        id: `${kind} ${hit.id}`,
        run,
        draw: () => <Line words={hit.name} aside={hit.about.join(' · ')} />,
      },
    ];
  });
  if (choices.length === 0) return [];
  return [{ label: kindOf(kind).plural, total, choices }];
}

function actionGroups(actions: readonly PaletteAction[], isAll: boolean): ChoiceGroup[] {
  if (actions.length === 0) return [];
  const shown = isAll ? actions : actions.slice(0, mostActions);
  const choices = shown.map(({ id, words, group, keys, run }): Choice => ({
    id: `action ${id}`,
    run,
    draw: () => (
      <Line words={words} aside={group}>
        {keys === null ? null : <KeyCaps keys={keys} />}
      </Line>
    ),
  }));
  return [{ label: 'Actions', total: choices.length, choices }];
}

function labelOf(label: string, total: number, shown: number): string {
  return total > shown ? `${label} · ${formatCount(shown)} of ${formatCount(total)}` : label;
}

interface LineProps {
  readonly words: string;
  readonly aside: string;
  readonly children?: ReactNode;
}

function Line({ words, aside, children }: LineProps) {
  return (
    <>
      <span className="palette-words one-line">{words}</span>
      <span className="palette-aside quiet one-line">{aside}</span>
      {children}
    </>
  );
}
