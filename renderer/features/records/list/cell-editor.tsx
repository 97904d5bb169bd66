import { useCallback, useEffect, useRef } from 'react';
import { useDeskQuery } from '../../../app/desk';
import { useRecordEditor } from '../../../app/records/record-editor';
import { RecordField } from '../../../app/records/record-field';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { changePlace } from '../../../app/lists/list-place';
import { listOf } from './list-state';

interface CellEditorProps {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
}

/** One field of a record, edited where it stands in the list. Enter and Esc go back to the list. */
export function CellEditor({ kind, id, field }: CellEditorProps) {
  const { value } = useDeskQuery('records.get', { kind, id });
  return value === null || value === undefined ? null : <LoadedCell record={value} field={field} />;
}

function LoadedCell({ record, field }: { readonly record: DeskRecord; readonly field: string }) {
  const editor = useRecordEditor({ kind: record.kind, record });
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const control = box.current?.querySelector<HTMLElement>('input, textarea, button');
    control?.focus();
    if (control instanceof HTMLInputElement && control.type === 'text') control.select();
  }, []);
  const leave = useCallback((): void => {
    editor.leaveAll();
    changePlace(listOf(record.kind), { editing: false });
    box.current?.closest<HTMLElement>('[role="grid"]')?.focus();
  }, [editor, record.kind]);
  // With one choice everything is said.
  const type = editor.definition.fields[field]?.type;
  const chosen = type === 'choice' || type === 'reference' ? (editor.value(field) ?? null) : null;
  const before = useRef(chosen);
  useEffect(() => {
    if (chosen !== before.current) leave();
  }, [chosen, leave]);
  return (
    <div
      className="cell-editor"
      ref={box}
      onClick={(event) => event.stopPropagation()}
      onDoubleClick={(event) => event.stopPropagation()}
      onKeyDown={(event) => {
        event.stopPropagation();
        // In an open list of choices Enter chooses and Esc closes that list.
        const isListOpen = box.current?.querySelector('[aria-expanded="true"]') !== null;
        if (
          event.key === 'Tab' ||
          (!isListOpen && (event.key === 'Enter' || event.key === 'Escape'))
        ) {
          event.preventDefault();
          leave();
        }
      }}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && box.current?.contains(relatedTarget)) return;
        editor.leaveAll();
        changePlace(listOf(record.kind), { editing: false });
      }}
    >
      <RecordField editor={editor} field={field} hideLabel autoFocus listed />
    </div>
  );
}
