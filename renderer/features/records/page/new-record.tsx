import { Button } from '@mantine/core';
import { useState } from 'react';
import type { FieldValue } from '../../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../../shared/records/definition';
import { useDeskQuery } from '../../../app/desk';
import { useRecordEditor } from '../../../app/records/record-editor';
import { useScope } from '../../../app/scope';
import { scopeState } from '../../../app/scope-state';
import { TableSkeleton } from '../../../ui/states';
import { dayText } from '../cell';
import { keyAfter, orderFieldOf } from '../order';
import { RecordFields } from './record-fields';

interface NewRecordProps {
  readonly definition: KindDefinition;
  readonly onFinish: () => void;
}

/** The key of the last record of a kind with an order; null where there is none, undefined until it is known. */
function useLastKey(definition: KindDefinition): string | null | undefined {
  const { today } = useScope();
  const order = orderFieldOf(definition);
  const { value } = useDeskQuery(
    'lists.records',
    order === undefined
      ? null
      : {
          question: {
            kind: definition.kind,
            scope: null,
            search: '',
            filters: [],
            sort: { column: order, direction: 'descending' },
            group: null,
            folded: [],
            today: dayText(today),
          },
          offset: 0,
          limit: 1,
        },
  );
  if (order === undefined) return null;
  if (value === undefined) return undefined;
  const [line] = value.window;
  const key = line?.type === 'record' ? line.values[order] : undefined;
  return typeof key === 'string' ? key : null;
}

/** The form of a record that does not exist yet: it is made as soon as it has all that is required. */
export function NewRecord(props: NewRecordProps) {
  const person = useDeskQuery('person.get', {});
  const last = useLastKey(props.definition);
  // What a record begins with names the person at the desk: it is made only when that is known.
  return (person.pending && person.value === undefined) || last === undefined ? (
    <TableSkeleton rows={6} />
  ) : (
    <KnownNewRecord {...props} person={person.value?.member?.id ?? null} last={last} />
  );
}

function KnownNewRecord({
  definition,
  person,
  last,
  onFinish,
}: NewRecordProps & { readonly person: string | null; readonly last: string | null }) {
  const { client, today } = useScope();
  const { subject } = scopeState.getState();
  const program = subject.kind === 'program' ? subject.id : null;
  // It is made while one types on: the form stays, and what was typed goes into the record from then on.
  const [made, setMade] = useState<string | null>(null);
  const { kind } = definition;
  const order = orderFieldOf(definition);
  // Where it stands is settled once: it is the last itself as soon as it is made.
  const [placeBehind] = useState(() => (order === undefined ? {} : { [order]: keyAfter(last) }));
  const { value: record = null } = useDeskQuery(
    'records.get',
    made === null ? null : { kind, id: made },
  );
  const editor = useRecordEditor({
    kind,
    record,
    defaults: {
      ...initialValues(definition, { person, client, program, today: dayText(today) }),
      ...placeBehind,
    },
    onCreated: ({ id }) => setMade(id),
  });
  return (
    <>
      <RecordFields definition={definition} editor={editor} onFinish={onFinish} />
      <Button
        size="xs"
        mt={12}
        onClick={() => {
          if (editor.finish()) onFinish();
        }}
      >
        Done
      </Button>
    </>
  );
}

interface Beginning {
  readonly person: string | null;
  readonly client: string | null;
  readonly program: string | null;
  readonly today: string;
}

/** What a new record begins with: what the definition says, and whose it is by the scope of the desk. */
export function initialValues(
  { fields }: KindDefinition,
  { person, client, program, today }: Beginning,
): Record<string, FieldValue> {
  const values: Record<string, FieldValue> = {};
  for (const [name, { initial, to, type }] of Object.entries(fields)) {
    const value =
      initial === 'today'
        ? today
        : initial === 'person'
          ? person
          : initial !== undefined
            ? initial.value
            : type === 'reference' && to === 'client'
              ? client
              : type === 'reference' && to === 'program'
                ? program
                : null;
    if (value !== null) values[name] = value;
  }
  return values;
}
