import type { ReactNode } from 'react';
import type { RecordFieldProps } from './field-props';
import { RecordField } from './record-field';
import type { RecordEditor } from './record-editing';

interface RecordFormProps {
  readonly editor: RecordEditor;
  /** Field names in their order, or fields with more to say about them. */
  readonly fields: readonly (string | Omit<RecordFieldProps, 'editor'>)[];
  /** Named for screen readers. */
  readonly label: string;
  /** Ctrl or Cmd with Enter, and Escape, finish. */
  readonly onFinish?: () => void;
  readonly children?: ReactNode;
}

/** The fields of a record, edited where they stand. There is no button to save: what is valid is saved. */
export function RecordForm({ editor, fields, label, onFinish, children }: RecordFormProps) {
  return (
    <div
      className="record-form"
      role="group"
      aria-label={label}
      onKeyDown={(event) => {
        const isDone = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
        if (onFinish === undefined || (!isDone && event.key !== 'Escape')) return;
        event.stopPropagation();
        // Esc goes away from what is unfinished, which stays a draft; finishing it says what it lacks.
        if (isDone && !editor.finish()) return;
        editor.leaveAll();
        onFinish();
      }}
    >
      {fields.map((each) => {
        const props = typeof each === 'string' ? { field: each } : each;
        return <RecordField key={props.field} editor={editor} {...props} />;
      })}
      {children}
    </div>
  );
}
