import { ActionIcon } from '@mantine/core';
import { IconEye, IconEyeOff, IconGripVertical, IconPencil } from '@tabler/icons-react';
import { memo, useRef, useState, type KeyboardEvent } from 'react';
import type { SectionId, SectionOutline } from '../../../../../shared/documents/review/draft';

interface SectionListProps {
  readonly sections: readonly SectionOutline[];
  readonly selected: SectionId;
  readonly onSelect: (id: SectionId) => void;
  /** Into the section's text. */
  readonly onEdit: (id: SectionId) => void;
  readonly onMove: (id: SectionId, places: number) => Promise<void>;
  readonly onMoveBefore: (id: SectionId, other: SectionId) => Promise<void>;
  readonly onHide: (section: SectionOutline, hidden: boolean) => Promise<void>;
}

/** The sections in the document's order. Alt with the arrows moves one, H hides or shows it, Enter goes to its text. */
export const SectionList = memo(DrawnList);

function DrawnList(props: SectionListProps) {
  const { sections, selected, onSelect, onEdit, onMove, onMoveBefore, onHide } = props;
  const list = useRef<HTMLOListElement>(null);
  const [dragged, setDragged] = useState<SectionId | null>(null);
  const [over, setOver] = useState<SectionId | null>(null);
  const [said, setSaid] = useState('');

  const focusOn = (id: SectionId): void => {
    list.current?.querySelector<HTMLElement>(`[data-section="${id}"]`)?.focus();
  };

  const move = async (section: SectionOutline, places: number): Promise<void> => {
    await onMove(section.id, places);
    const at = sections.indexOf(section) + places + 1;
    setSaid(`${section.name} is section ${String(at)} of ${String(sections.length)}`);
    focusOn(section.id);
  };

  const onKeyDown = (event: KeyboardEvent, section: SectionOutline, index: number): void => {
    if (event.ctrlKey || event.metaKey) return;
    const step = { ArrowDown: 1, j: 1, ArrowUp: -1, k: -1 }[event.key] ?? 0;
    if (step !== 0) {
      event.preventDefault();
      event.stopPropagation();
      if (event.altKey) {
        if (canMove(section)) void move(section, step);
        return;
      }
      const next = sections[index + step];
      if (next === undefined) return;
      onSelect(next.id);
      focusOn(next.id);
    } else if (event.key === 'h' && canHide(section)) {
      event.preventDefault();
      void onHide(section, section.state !== 'hidden');
    } else if (event.key === 'Enter' || event.key === 'e') {
      event.preventDefault();
      onEdit(section.id);
    }
  };

  return (
    <nav className="editor-sections" aria-label="Sections">
      <ol ref={list}>
        {sections.map((section, index) => (
          <li
            key={section.id}
            className={`editor-section ${section.state} ${section.id === selected ? 'current' : ''} ${over === section.id ? 'drop' : ''}`}
            draggable={canMove(section)}
            onDragStart={() => setDragged(section.id)}
            onDragEnd={() => {
              setDragged(null);
              setOver(null);
            }}
            onDragOver={(event) => {
              if (dragged === null || !canMove(section)) return;
              event.preventDefault();
              setOver(section.id);
            }}
            onDrop={(event) => {
              event.preventDefault();
              if (dragged !== null) void onMoveBefore(dragged, section.id);
              setOver(null);
            }}
          >
            <IconGripVertical
              className={canMove(section) ? 'grip' : 'grip fixed'}
              size={14}
              aria-hidden="true"
            />
            <button
              type="button"
              data-section={section.id}
              tabIndex={section.id === selected ? 0 : -1}
              aria-current={section.id === selected ? 'true' : undefined}
              onClick={() => onSelect(section.id)}
              onDoubleClick={() => onEdit(section.id)}
              onKeyDown={(event) => onKeyDown(event, section, index)}
            >
              <span className="editor-section-name">{section.name}</span>
              <small className="one-line" title={section.reason}>
                {wordsOf(section)}
              </small>
            </button>
            {section.slots.some(({ own }) => own !== null) ? (
              <IconPencil size={14} role="img" aria-label="Has your own text" />
            ) : null}
            {canHide(section) ? (
              <ActionIcon
                variant="subtle"
                color="gray"
                size="sm"
                tabIndex={section.id === selected ? 0 : -1}
                aria-label={
                  section.state === 'hidden' ? `Show ${section.name}` : `Hide ${section.name}`
                }
                title={section.state === 'hidden' ? 'Show (H)' : 'Hide (H)'}
                onClick={() => void onHide(section, section.state !== 'hidden')}
              >
                {section.state === 'hidden' ? <IconEyeOff size={15} /> : <IconEye size={15} />}
              </ActionIcon>
            ) : null}
          </li>
        ))}
      </ol>
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </nav>
  );
}

/** The cover stays first and the appendix last. */
function canMove({ id }: SectionOutline): boolean {
  return id !== 'cover' && id !== 'appendix';
}

/** What has nothing to say is not there anyway. */
function canHide({ id, state }: SectionOutline): boolean {
  return id !== 'cover' && state !== 'nothing';
}

function wordsOf({ state, slides, reason }: SectionOutline): string {
  if (state === 'hidden') return 'hidden';
  if (state === 'nothing') return reason === '' ? 'nothing to say' : reason;
  return slides.length === 1 ? '1 page' : `${slides.length} pages`;
}
