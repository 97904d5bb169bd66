import { useRef, useState, type KeyboardEvent } from 'react';

interface SheetCellProps {
  readonly text: string;
  /** The word of an empty cell; null where it may be empty. */
  readonly gap: string | null;
  readonly isNumber: boolean;
  readonly isActive: boolean;
  readonly label: string;
  /** The words that editing begins with; null while the cell is not edited. */
  readonly draft: string | null;
  readonly isWrong: boolean;
  readonly onFocus: () => void;
  readonly onEdit: (text: string) => void;
  /** Takes the words; false when they can't be read. */
  readonly onTake: (text: string) => boolean;
  /** The person went elsewhere: takes the words without coming back. */
  readonly onLeave: (text: string) => void;
  /** Where to go after words were taken. */
  readonly onStep: (step: { readonly row: number; readonly column: number }) => void;
  readonly onCancel: () => void;
}

/** One cell: its words, or the word for what is missing, or a field while it is edited. */
export function SheetCell(props: SheetCellProps) {
  const { text, gap, isNumber, isActive, label, draft, isWrong, onFocus, onEdit } = props;
  const isGap = text === '' && gap !== null;
  const className = [isNumber ? 'number' : '', isGap ? 'gap' : '', isWrong ? 'wrong' : '']
    .filter(Boolean)
    .join(' ');
  return (
    <td
      role="gridcell"
      className={className === '' ? undefined : className}
      tabIndex={isActive ? 0 : -1}
      aria-label={`${label}: ${text === '' ? (gap ?? 'empty') : text}`}
      aria-selected={isActive}
      onFocus={onFocus}
      onDoubleClick={() => onEdit(text)}
    >
      {draft === null ? (
        <span className="sheet-text" title={text === '' ? undefined : text}>
          {isGap ? gap : text}
        </span>
      ) : (
        <CellField {...props} draft={draft} />
      )}
    </td>
  );
}

function CellField(props: SheetCellProps & { readonly draft: string }) {
  const { draft, label, isWrong, onTake, onLeave, onStep, onCancel } = props;
  const [words, setWords] = useState(draft);
  // A field that is taken away says that it lost the focus; by then its words have been dealt with.
  const isDone = useRef(false);
  const onKeyDown = (event: KeyboardEvent): void => {
    event.stopPropagation();
    if (event.key === 'Escape') {
      event.preventDefault();
      isDone.current = true;
      onCancel();
    } else if (event.key === 'Enter' || event.key === 'Tab') {
      event.preventDefault();
      const back = event.shiftKey ? -1 : 1;
      isDone.current = true;
      if (onTake(words)) {
        onStep(event.key === 'Enter' ? { row: back, column: 0 } : { row: 0, column: back });
      } else {
        isDone.current = false;
      }
    }
  };
  return (
    <input
      className="sheet-field"
      aria-label={label}
      aria-invalid={isWrong}
      autoFocus
      value={words}
      onChange={(event) => setWords(event.currentTarget.value)}
      onKeyDown={onKeyDown}
      onBlur={() => {
        if (!isDone.current) onLeave(words);
      }}
    />
  );
}
