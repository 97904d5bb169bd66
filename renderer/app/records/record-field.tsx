import { Checkbox, Select, TagsInput, Textarea, TextInput } from '@mantine/core';
import { memo, useState } from 'react';
import { z } from 'zod';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { FieldDefinition } from '../../../shared/records/definition';
import { kindOf } from '../../../shared/records/index';
import { showFailure } from '../../ui/notify';
import { useDesk, useDeskQuery } from '../desk';
import { useDraft } from './drafts';
import { textOfValue } from './field-text';
import type { RecordEditor } from './record-editing';

export interface RecordFieldProps {
  readonly editor: RecordEditor;
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
  readonly minRows?: number;
}

/** One field of a record, by its definition: saves as one types, says on leaving what is wrong. */
export function RecordField(props: RecordFieldProps) {
  const definition = props.editor.definition.fields[props.field];
  if (definition === undefined) return null;
  switch (definition.type) {
    case 'choice':
      return <ChoiceField {...props} definition={definition} />;
    case 'flag':
      return <FlagField {...props} definition={definition} />;
    case 'set':
      return definition.to === undefined ? <SetField {...props} definition={definition} /> : null;
    case 'reference':
      return <ReferenceField {...props} definition={definition} />;
    case 'structure':
    case 'instant':
      return null;
    default:
      return <TypedField {...props} definition={definition} />;
  }
}

interface DefinedProps extends RecordFieldProps {
  readonly definition: FieldDefinition;
}

/** What every field shows: its label, what is wrong with it, that it is required. */
function commonProps({ definition, editor, field, label, hideLabel = false }: DefinedProps) {
  const words = label ?? definition.label;
  const unit = definition.unit === undefined ? words : `${words} (${definition.unit})`;
  return {
    size: 'xs' as const,
    error: editor.error(field),
    ...(hideLabel ? { 'aria-label': unit } : { label: unit }),
  };
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
      maxLength={300}
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
  readonly editor: RecordEditor;
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
  const { editor, field, definition, choiceLabel = (choice: string) => choice } = props;
  const value = editor.value(field);
  return (
    <Select
      {...commonProps(props)}
      clearable={definition.required !== true}
      allowDeselect={false}
      placeholder={props.placeholder}
      data={(definition.choices ?? []).map((choice) => ({
        value: choice,
        label: choiceLabel(choice),
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

const makeNew = '+';

function textOfField(value: FieldValue | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined;
}

function ReferenceField(props: DefinedProps) {
  const { editor, field, definition, creatable = false, only } = props;
  const { data } = useDesk();
  const to = definition.to ?? '';
  const { nameField } = kindOf(to);
  const known = useDeskQuery('records.list', { kind: to });
  const [search, setSearch] = useState('');
  const value = editor.value(field);
  const records = (known.value ?? [])
    // Who has left stays where they were, and is offered for nothing new.
    .filter(({ id, values }) => values['leftOn'] === undefined || id === value)
    .filter(({ id }) => only?.includes(id) ?? true)
    .map(({ id, values }) => ({ value: id, label: textOfField(values[nameField]) ?? id }))
    .sort((one, other) => one.label.localeCompare(other.label));
  const wanted = search.trim();
  const isKnown = records.some(({ label }) => label.toLowerCase() === wanted.toLowerCase());
  const offer = creatable && wanted !== '' && !isKnown;
  const create = (): void => {
    data
      .call('records.write', {
        changes: [{ op: 'create', kind: to, values: { [nameField]: wanted } }],
        origin: 'person',
        reason: `New ${kindOf(to).label.toLowerCase()}`,
      })
      .then(({ records: made }) => editor.choose(field, made[0]?.id ?? null))
      .catch(showFailure);
  };
  return (
    <Select
      {...commonProps(props)}
      searchable
      clearable={definition.required !== true}
      allowDeselect={false}
      placeholder={props.placeholder}
      nothingFoundMessage="Nothing found"
      limit={100}
      data={offer ? [...records, { value: makeNew, label: `Create “${wanted}”` }] : records}
      filter={({ options, search: text }) =>
        options.filter(
          (option) =>
            !('label' in option) ||
            ('value' in option && option.value === makeNew) ||
            option.label.toLowerCase().includes(text.trim().toLowerCase()),
        )
      }
      value={typeof value === 'string' ? value : null}
      onSearchChange={setSearch}
      onChange={(next) => (next === makeNew ? create() : editor.choose(field, next))}
    />
  );
}
