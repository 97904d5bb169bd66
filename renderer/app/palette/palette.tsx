import { Combobox, Modal, TextInput, useCombobox } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useCallback, useEffect, useRef, useState, type RefObject } from 'react';
import { useStore } from 'zustand';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { formatDay } from '../../../shared/kernel/days';
import { useSteady } from '../../ui/use-steady';
import { useDesk, useDeskQuery } from '../desk';
import { recents } from '../recents';
import { useScope, useScopeActions } from '../scope';
import { usePaletteActions } from './actions';
import type { Choice } from './choices';
import { FoundList } from './found-list';
import { SearchLine } from './search-line';

interface PaletteProps {
  readonly onClose: () => void;
  /** What was typed before the field was there; asked for once, when it is. */
  readonly takeTyped: () => string;
}

/** How many records of each kind are asked for. */
const perKind = 6;
const mostRecent = 6;

/** Finds every record and every action by a few letters; Enter goes there or does it. */
export function Palette({ onClose, takeTyped }: PaletteProps) {
  const { data } = useDesk();
  const { today } = useScope();
  const actions = usePaletteActions();
  const scope = useScopeActions();
  const recent = useRecentRecords();
  const [line] = useState(() => new SearchLine(data, { limit: perKind, today: formatDay(today) }));
  // The list is always open: without this Enter would choose nothing. Escape asks it to close, not the dialog.
  const combobox = useCombobox({ opened: true, onDropdownClose: onClose });
  // What each line of the list does, as the list last said.
  const runs = useRef<ReadonlyMap<string, Choice['run']>>(new Map());
  const typeTextRef = useRef<((text: string) => void) | null>(null);
  const isEntered = useRef(false);

  const choose = useSteady((id: string): void => {
    const run = runs.current.get(id);
    if (typeof run === 'string') {
      typeTextRef.current?.(run);
      return;
    }
    onClose();
    // The dialog gives the focus back first; what is chosen may take it.
    if (run !== undefined) setTimeout(run);
  });

  const holdRuns = useCallback((made: ReadonlyMap<string, Choice['run']>) => {
    runs.current = made;
  }, []);
  const select = useSteady(() => {
    combobox.selectFirstOption();
    if (!isEntered.current || line.isBehind()) return;
    isEntered.current = false;
    combobox.clickSelectedOption();
  });

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
      <Modal.Content
        aria-label="Search and actions"
        onKeyDownCapture={(event) => {
          // Enter means what the text finds, not what an earlier one has found.
          isEntered.current = event.key === 'Enter' && line.isBehind();
          if (!isEntered.current) return;
          event.preventDefault();
          event.stopPropagation();
        }}
      >
        <Combobox store={combobox}>
          <SearchField line={line} takeTyped={takeTyped} typeTextRef={typeTextRef} />
          <FoundList
            line={line}
            actions={actions}
            scope={scope}
            recent={recent}
            onChoices={holdRuns}
            onDrawn={select}
            onChoose={choose}
          />
        </Combobox>
      </Modal.Content>
    </Modal.Root>
  );
}

interface SearchFieldProps {
  readonly line: SearchLine;
  readonly takeTyped: () => string;
  /** Puts another text in the field; set while it is there. */
  readonly typeTextRef: RefObject<((text: string) => void) | null>;
}

/** Its text is its own: a key draws the field, and the answer the list. */
function SearchField({ line, takeTyped, typeTextRef }: SearchFieldProps) {
  const [text, setText] = useState('');
  useEffect(() => {
    typeTextRef.current = setText;
  }, [typeTextRef]);
  useEffect(() => {
    line.ask(text.trim());
  }, [line, text]);
  return (
    <Combobox.EventsTarget>
      <TextInput
        data-autofocus
        size="md"
        variant="unstyled"
        className="palette-input"
        aria-label="Search everything"
        placeholder="Search everything, or do something…"
        leftSection={<IconSearch size={18} stroke={1.6} />}
        value={text}
        onFocus={() => {
          const typed = takeTyped();
          if (typed !== '') setText((known) => known + typed);
        }}
        onChange={({ currentTarget: { value } }) => {
          // The answer is looked for while the letter is drawn.
          line.ask(value.trim());
          setText(value);
        }}
      />
    </Combobox.EventsTarget>
  );
}

/** The records that were opened last and are still there. */
function useRecentRecords() {
  const places = useStore(recents, (state) => state.places);
  const ids = places.slice(0, mostRecent).map(({ id }) => id);
  const { value } = useDeskQuery('records.named', ids.length === 0 ? null : { ids });
  return value ?? noRecords;
}

const noRecords: readonly DeskRecord[] = [];
