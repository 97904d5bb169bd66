import { Accordion } from '@mantine/core';
import type { FieldGroup, KindDefinition } from '../../../../shared/records/definition';
import { fieldIn } from '../../../../shared/records/measures';
import type { RecordEditor } from '../../../app/records/record-editing';
import { RecordForm } from '../../../app/records/record-form';
import { valueText } from '../cell';
import { editableFields } from '../kind';

interface RecordFieldsProps {
  readonly definition: KindDefinition;
  readonly editor: RecordEditor;
  readonly onFinish?: () => void;
}

/** The parts of a kind's form: those of the definition, what people added in one of its own, and what is in no part. */
export function formGroups(definition: KindDefinition): readonly FieldGroup[] {
  const editable = editableFields(definition);
  const groups = definition.groups ?? [
    { label: 'Details', fields: editable.filter((name) => !isCustom(name)) },
  ];
  const parts = groups.map(({ label, fields }) => ({
    label,
    fields: fields.filter((name) => editable.includes(name)),
  }));
  const named = new Set(parts.flatMap(({ fields }) => fields));
  const own = editable.filter((name) => isCustom(name) && !named.has(name));
  return [...parts, { label: 'Fields of our own', fields: own }].filter(
    ({ fields }) => fields.length > 0,
  );
}

function isCustom(name: string): boolean {
  return name.startsWith('custom.');
}

/** The form of a record: its first part stands open, the others are a click away. */
export function RecordFields({ definition, editor, onFinish }: RecordFieldsProps) {
  const [first, ...others] = formGroups(definition);
  if (first === undefined) return null;
  const finish = onFinish === undefined ? {} : { onFinish };
  return (
    <>
      <RecordForm
        editor={editor}
        label={first.label}
        fields={first.fields.map((field) => ({
          field,
          autoFocus: editor.id === null && field === first.fields[0],
        }))}
        {...finish}
      />
      {others.length === 0 ? null : (
        <Accordion multiple className="files" chevronPosition="right" mt={8}>
          {others.map(({ label, fields }) => (
            <Accordion.Item key={label} value={label}>
              <Accordion.Control>
                {label}
                <Filled editor={editor} fields={fields} />
              </Accordion.Control>
              <Accordion.Panel>
                <RecordForm editor={editor} label={label} fields={fields} {...finish} />
              </Accordion.Panel>
            </Accordion.Item>
          ))}
        </Accordion>
      )}
    </>
  );
}

interface FilledProps {
  readonly editor: RecordEditor;
  readonly fields: readonly string[];
}

/** What stands in a part of the form that is closed, on one line; whoever opens it reads and hears it there. */
function Filled({ editor, fields }: FilledProps) {
  const said = fields.flatMap((name) => {
    const field = fieldIn(editor.definition.fields, name, (each) => editor.value(each));
    if (field === undefined || field.to !== undefined) return [];
    const text = valueText(field, editor.value(name), {});
    return text === '' ? [] : [`${field.label}: ${text}`];
  });
  return said.length === 0 ? null : (
    <span className="filled-part quiet" aria-hidden>
      {said.join(' · ')}
    </span>
  );
}
