import { useCallback, useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { PastePreview } from './paste-preview';
import { SheetCell } from './sheet-cell';
import { planEdits, placeTable, type EditPlan, type SheetModel } from './sheet-model';
import { cellsOf } from './table-text';
import { useSheetWrites } from './use-sheet-writes';

interface SheetGridProps {
  readonly label: string;
  readonly model: SheetModel;
  /** Of the journal entry. */
  readonly reason: string;
  readonly nameOf?: (heading: string) => string | null;
}

interface Place {
  readonly row: number;
  readonly column: number;
}

const steps: Readonly<Record<string, Place>> = {
  ArrowUp: { row: -1, column: 0 },
  ArrowDown: { row: 1, column: 0 },
  ArrowLeft: { row: 0, column: -1 },
  ArrowRight: { row: 0, column: 1 },
};

/**
 * A table that is filled in like a spreadsheet: arrow keys move, typing or Enter edits, Delete clears, a pasted table is
 * shown before it is written. Every write is one change with one way back.
 */
export function SheetGrid({ label, model, reason, nameOf }: SheetGridProps) {
  const { rows, columns } = model;
  const [active, setActive] = useState<Place>({ row: 0, column: 0 });
  /** The words that editing begins with; null while nothing is edited. */
  const [draft, setDraft] = useState<string | null>(null);
  const [error, setError] = useState<string | null>(null);
  const [pasted, setPasted] = useState<EditPlan | null>(null);
  const table = useRef<HTMLTableElement>(null);
  const moved = useRef(false);
  const write = useSheetWrites(reason);

  const focusActive = useCallback(() => {
    table.current?.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  }, []);
  useEffect(() => {
    if (!moved.current || draft !== null) return;
    moved.current = false;
    focusActive();
  }, [active, draft, focusActive]);

  const go = (place: Place): void => {
    moved.current = true;
    setError(null);
    setActive({
      row: Math.min(rows.length - 1, Math.max(0, place.row)),
      column: Math.min(columns.length - 1, Math.max(0, place.column)),
    });
  };
  const step = ({ row, column }: Place): void => {
    go({ row: active.row + row, column: active.column + column });
  };
  const keyOf = (place: Place): { row: string; column: string } => ({
    row: rows[place.row]?.key ?? '',
    column: columns[place.column]?.key ?? '',
  });

  /** Takes typed words; false when they can't be read, and then the cell stays open. */
  const take = (text: string): boolean => {
    const plan = planEdits(model, [{ ...keyOf(active), text }]);
    const [found] = plan.errors;
    if (found !== undefined) {
      setError(`“${found.value}” can’t stand here: ${found.why}.`);
      return false;
    }
    setError(null);
    moved.current = true;
    setDraft(null);
    void write(plan);
    return true;
  };

  /** What can be read is taken when the person goes elsewhere; what can't be stays open with its reason. */
  const leave = (text: string): void => {
    if (take(text)) moved.current = false;
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    if (draft !== null || pasted !== null) return;
    const direction = steps[event.key];
    const plain = !event.ctrlKey && !event.metaKey && !event.altKey;
    if (direction !== undefined && plain) {
      event.preventDefault();
      step(direction);
    } else if (event.key === 'Home' || event.key === 'End') {
      event.preventDefault();
      go({ row: active.row, column: event.key === 'Home' ? 0 : columns.length - 1 });
    } else if (event.key === 'PageUp' || event.key === 'PageDown') {
      event.preventDefault();
      step({ row: event.key === 'PageUp' ? -10 : 10, column: 0 });
    } else if ((event.key === 'Enter' || event.key === 'F2') && plain) {
      event.preventDefault();
      const { row, column } = keyOf(active);
      setDraft(model.textOf(row, column));
    } else if ((event.key === 'Delete' || event.key === 'Backspace') && plain) {
      event.preventDefault();
      take('');
    } else if (event.key.length === 1 && plain) {
      event.preventDefault();
      setDraft(event.key);
    }
  };

  const onPaste = (event: ClipboardEvent): void => {
    if (draft !== null || pasted !== null) return;
    event.preventDefault();
    const cells = cellsOf(event.clipboardData?.getData('text/plain') ?? '');
    const [only] = cells;
    if (cells.length === 1 && only?.length === 1) {
      take(only[0] ?? '');
      return;
    }
    const { edits, errors } = placeTable(model, cells, active, nameOf);
    const plan = planEdits(model, edits);
    setPasted({ ...plan, errors: [...errors, ...plan.errors] });
  };
  const onCopy = (event: ClipboardEvent): void => {
    if (draft !== null) return;
    const { row, column } = keyOf(active);
    event.clipboardData?.setData('text/plain', model.textOf(row, column));
    event.preventDefault();
  };
  // The engine tells of a paste where text was selected last, which an empty cell never is: so the whole page listens.
  useEffect(() => {
    const inGrid = (act: (event: ClipboardEvent) => void) => (event: ClipboardEvent) => {
      if (table.current?.contains(document.activeElement) === true) act(event);
    };
    const [paste, copy] = [inGrid(onPaste), inGrid(onCopy)];
    document.addEventListener('paste', paste);
    document.addEventListener('copy', copy);
    return () => {
      document.removeEventListener('paste', paste);
      document.removeEventListener('copy', copy);
    };
  });
  const closePreview = (): void => {
    moved.current = true;
    setPasted(null);
    setActive((place) => ({ ...place }));
  };

  const shown = columns[active.column];
  return (
    <div className="sheet">
      <div className="sheet-scroll">
        <table
          ref={table}
          className="grid flat sheet-grid"
          role="grid"
          aria-label={label}
          aria-rowcount={rows.length + 1}
          aria-colcount={columns.length + 1}
          onKeyDown={onKeyDown}
        >
          <thead>
            <tr>
              <th scope="col" className="sheet-name">
                {model.rowWord}
              </th>
              {columns.map(({ key, label: heading, unit, width, isNumber }) => (
                <th
                  key={key}
                  scope="col"
                  className={isNumber === true ? 'number' : undefined}
                  style={{ minWidth: width }}
                >
                  {heading}
                  {unit === undefined ? null : <small>{unit}</small>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, rowIndex) => (
              <tr key={row.key}>
                <th scope="row" className="sheet-name" title={row.label}>
                  <span className="one-line">{row.label}</span>
                  {row.sub === undefined ? null : <span className="sub one-line">{row.sub}</span>}
                </th>
                {columns.map((column, columnIndex) => {
                  const isActive = rowIndex === active.row && columnIndex === active.column;
                  return (
                    <SheetCell
                      key={column.key}
                      text={model.textOf(row.key, column.key)}
                      gap={model.gapOf(row.key, column.key)}
                      isNumber={column.isNumber === true}
                      isActive={isActive}
                      label={`${column.label} of ${row.label}`}
                      draft={isActive ? draft : null}
                      isWrong={isActive && error !== null}
                      onFocus={() => {
                        if (!isActive) setActive({ row: rowIndex, column: columnIndex });
                      }}
                      onEdit={(text) => setDraft(text)}
                      onTake={take}
                      onLeave={leave}
                      onStep={step}
                      onCancel={() => {
                        moved.current = true;
                        setError(null);
                        setDraft(null);
                      }}
                    />
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <p className="sheet-foot" aria-live="polite">
        {error === null ? (
          <span className="quiet">
            {shown === undefined ? '' : `${shown.label}: ${shown.takes}. `}
            Type to fill in, Delete clears, and a table copied from a spreadsheet can be pasted.
          </span>
        ) : (
          <span className="bad" role="alert">
            {error}
          </span>
        )}
      </p>
      <PastePreview
        plan={pasted}
        onWrite={() => {
          if (pasted !== null) void write(pasted);
          closePreview();
        }}
        onClose={closePreview}
      />
    </div>
  );
}
