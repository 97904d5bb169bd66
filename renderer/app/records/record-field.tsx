import { Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { memo } from 'react';
import { z } from 'zod';
import { choiceLabel } from '../../../shared/domain/record-list';
import { fieldIn } from '../../../shared/records/measures';
import { useDraft } from './drafts';
import { textOfValue } from './field-text';
import { commonProps, listProps, type DefinedProps, type RecordFieldProps } from './field-props';
import type { FieldEditor } from './record-editing';
import { ReferenceField, ReferencesField } from './reference-field';

/** One field of a record, by its definition: saves as one types, says on leaving what is wrong. */
export function RecordField(props: RecordFieldProps) {
  const { editor, field } = props;
  const definition = fieldIn(editor.definition.fields, field, (name) => editor.value(name));
  if (definition === undefined) return null;
  switch (definition.type) {
    case 'choice':
      return <ChoiceField {...props} definition={definition} />;
    case 'flag':
      return <FlagField {...props} definition={definition} />;
    case 'set':
      return definition.to === undefined ? (
        <SetField {...props} definition={definition} />
      ) : (
        <ReferencesField {...props} definition={definition} />
      );
    case 'reference':
      return <ReferenceField {...props} definition={definition} />;
    case 'structure':
    case 'order':
    case 'instant':
      return null;
    default:
      return <TypedField {...props} definition={definition} />;
  }
}

function TypedField(props: DefinedProps) {
  const { editor, field, definition, placeholder, autoFocus = false, minRows = 2 } = props;
  const draft = useDraft(editor.placeOf(field));
  const value = draft ?? textOfValue(definition, editor.value(field));
  const shared = { ...commonProps(props), value, placeholder, autoFocus };
  if (definition.type === 'long-text') {
    return <LongText {...shared} editor={editor} field={field} minRows={minRows} />;
  }
  return (
    <TextInput
      {...shared}
      data-autofocus={autoFocus || undefined}
      type={definition.type === 'day' ? 'date' : 'text'}
      maxLength={definition.type === 'link' ? 2_000 : 300}
      onFocus={() => editor.focus()}
      onBlur={() => editor.leave(field)}
      onChange={(event) => editor.type(field, event.currentTarget.value)}
      onKeyDown={(event) => {
        if (event.key === 'Enter') editor.leave(field);
      }}
    />
  );
}

interface LongTextProps {
  readonly editor: FieldEditor;
  readonly field: string;
  readonly size: 'xs';
  readonly error: string | undefined;
  readonly label?: string;
  readonly 'aria-label'?: string;
  readonly value: string;
  readonly placeholder: string | undefined;
  readonly autoFocus: boolean;
  readonly minRows: number;
}

/** Finding its height lays out the page: it is drawn for what it says, and not for every word that has been stored. */
const LongText = memo(({ editor, field, autoFocus, ...props }: LongTextProps) => (
  <Textarea
    {...props}
    data-autofocus={autoFocus || undefined}
    autoFocus={autoFocus}
    autosize
    maxRows={14}
    maxLength={50_000}
    onFocus={() => editor.focus()}
    onBlur={() => editor.leave(field)}
    onChange={(event) => editor.type(field, event.currentTarget.value)}
  />
));

function ChoiceField(props: DefinedProps) {
  const { editor, field, definition } = props;
  const labelOf = props.choiceLabel ?? ((choice: string) => choiceLabel(definition, choice));
  const value = editor.value(field);
  return (
    <Select
      {...commonProps(props)}
      clearable={definition.required !== true}
      allowDeselect={false}
      {...listProps(props)}
      placeholder={props.placeholder}
      data={(definition.choices ?? []).map((choice) => ({
        value: choice,
        label: labelOf(choice),
      }))}
      value={typeof value === 'string' ? value : null}
      onChange={(next) => editor.choose(field, next)}
    />
  );
}

function FlagField(props: DefinedProps) {
  const { editor, field } = props;
  const { size, error, ...label } = commonProps(props);
  return (
    <Checkbox
      {...label}
      size={size}
      error={error}
      checked={editor.value(field) === true}
      onChange={(event) => editor.choose(field, event.currentTarget.checked)}
    />
  );
}

const membersSchema = z.array(z.string());

function SetField(props: DefinedProps) {
  const { editor, field } = props;
  const members = membersSchema.safeParse(editor.value(field)).data ?? [];
  return (
    <TagsInput
      {...commonProps(props)}
      placeholder={members.length === 0 ? props.placeholder : undefined}
      comboboxProps={{ withinPortal: false }}
      value={[...members]}
      acceptValueOnBlur
      onChange={(next) =>
        editor.choose(field, [...new Set(next.map((word) => word.trim()).filter(Boolean))])
      }
    />
  );
}
