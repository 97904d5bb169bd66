import type { FieldDefinition } from '../../../shared/records/definition';
import type { FieldEditor } from './record-editing';

export interface RecordFieldProps {
  readonly editor: FieldEditor;
  readonly field: string;
  /** Takes the place of the definition's own label. */
  readonly label?: string;
  readonly placeholder?: string;
  /** Words for the choices of a choice field. */
  readonly choiceLabel?: (choice: string) => string;
  /** A reference can be made here by its name alone. */
  readonly creatable?: boolean;
  /** A reference may lead to these records only. */
  readonly only?: readonly string[];
  /** The label is only for screen readers. */
  readonly hideLabel?: boolean;
  readonly autoFocus?: boolean;
  /** What can be chosen is listed at once, without a further key, and over whatever cuts off the field's surroundings. */
  readonly listed?: boolean;
  readonly minRows?: number;
}

export interface DefinedProps extends RecordFieldProps {
  readonly definition: FieldDefinition;
}

/** How a list of choices opens. */
export function listProps({ listed = false }: RecordFieldProps) {
  return listed ? { defaultDropdownOpened: true, comboboxProps: { withinPortal: true } } : {};
}

/** What every field shows: its label, what is wrong with it, that it is required. */
export function commonProps({ definition, editor, field, label, hideLabel = false }: DefinedProps) {
  const words = label ?? definition.label;
  const unit = definition.unit === undefined ? words : `${words} (${definition.unit})`;
  return {
    size: 'xs' as const,
    error: editor.error(field),
    ...(hideLabel ? { 'aria-label': unit } : { label: unit }),
  };
}
