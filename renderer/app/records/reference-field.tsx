import { MultiSelect, Select } from '@mantine/core';
import { useState } from 'react';
import { z } from 'zod';
import type { RecordQuestion } from '../../../shared/domain/record-list';
import { textOf } from '../../../shared/ipc/record-values';
import { formatDay } from '../../../shared/kernel/days';
import { kindOf } from '../../../shared/records/index';
import { showFailure } from '../../ui/notify';
import { useDesk, useDeskQuery } from '../desk';
import { useScope } from '../scope';
import { commonProps, listProps, type DefinedProps } from './field-props';

/** As many as a person looks through; whoever is further down is found by typing. */
const mostOffered = 50;
const makeNew = '+';

interface Option {
  readonly value: string;
  readonly label: string;
}

/** The records that can be referred to: those that the words find, of however many there are. */
function useOffered(
  to: string,
  search: string,
  only: readonly string[] | undefined,
): readonly Option[] {
  const { nameField, fields } = kindOf(to);
  const { today } = useScope();
  const order = Object.keys(fields).find((name) => fields[name]?.type === 'order');
  // Who has left stays where they were, and is offered for nothing new.
  const filters: RecordQuestion['filters'] =
    fields['leftOn'] === undefined ? [] : [{ op: 'unknown', column: 'leftOn' }];
  const { value } = useDeskQuery('lists.records', {
    question: {
      kind: to,
      scope: null,
      search,
      filters,
      sort: { column: order ?? nameField, direction: 'ascending' },
      group: null,
      folded: [],
      today: formatDay(today),
    },
    offset: 0,
    limit: only === undefined ? mostOffered : 10_000,
  });
  return (value?.window ?? []).flatMap((line) => {
    if (line.type === 'group' || !(only?.includes(line.id) ?? true)) return [];
    const name = line.values[nameField];
    return [{ value: line.id, label: typeof name === 'string' ? name : line.id }];
  });
}

/** What the present references are called, whether or not they are among those that are offered. */
function usePresent(to: string, ids: readonly string[]): readonly Option[] {
  const { nameField } = kindOf(to);
  const { value } = useDeskQuery('records.named', ids.length === 0 ? null : { ids: [...ids] });
  return ids.map((id) => {
    const record = value?.find((each) => each.id === id);
    return { value: id, label: record === undefined ? '…' : (textOf(record, nameField) ?? id) };
  });
}

function together(one: readonly Option[], other: readonly Option[]): Option[] {
  return [...one, ...other.filter(({ value }) => !one.some((each) => each.value === value))];
}

/** Refers to one record. */
export function ReferenceField(props: DefinedProps) {
  const { editor, field, definition, creatable = false, only } = props;
  const { data } = useDesk();
  const to = definition.to ?? '';
  const { nameField, label } = kindOf(to);
  const [search, setSearch] = useState('');
  const value = editor.value(field);
  const id = typeof value === 'string' ? value : null;
  const present = usePresent(to, id === null ? [] : [id]);
  const wanted = search.trim();
  // What stands in the field is no search.
  const isName = present.some((each) => each.label === wanted);
  const offered = useOffered(to, isName ? '' : wanted, only);
  const options = together(offered, present);
  const isKnown = options.some((each) => each.label.toLowerCase() === wanted.toLowerCase());
  const isNew = creatable && wanted !== '' && !isKnown;
  const create = (): void => {
    data
      .call('records.write', {
        changes: [{ op: 'create', kind: to, values: { [nameField]: wanted } }],
        origin: 'person',
        reason: `New ${label.toLowerCase()}`,
      })
      .then(({ records: made }) => editor.choose(field, made[0]?.id ?? null))
      .catch(showFailure);
  };
  return (
    <Select
      {...commonProps(props)}
      searchable
      {...listProps(props)}
      clearable={definition.required !== true}
      allowDeselect={false}
      placeholder={props.placeholder}
      nothingFoundMessage="Nothing found"
      data={isNew ? [...options, { value: makeNew, label: `Create “${wanted}”` }] : options}
      // The worker has found them already, by more than their names.
      filter={({ options: found }) => found}
      value={id}
      onSearchChange={setSearch}
      onChange={(next) => (next === makeNew ? create() : editor.choose(field, next))}
    />
  );
}

const idsSchema = z.array(z.string());

/** Refers to any number of records. */
export function ReferencesField(props: DefinedProps) {
  const { editor, field, definition, only } = props;
  const to = definition.to ?? '';
  const [search, setSearch] = useState('');
  const ids = idsSchema.safeParse(editor.value(field)).data ?? [];
  const present = usePresent(to, ids);
  const offered = useOffered(to, search.trim(), only);
  return (
    <MultiSelect
      {...commonProps(props)}
      searchable
      {...listProps(props)}
      hidePickedOptions
      placeholder={ids.length === 0 ? props.placeholder : undefined}
      nothingFoundMessage="Nothing found"
      data={together(offered, present)}
      filter={({ options: found }) => found}
      value={[...ids]}
      searchValue={search}
      onSearchChange={setSearch}
      onChange={(next) => editor.choose(field, next)}
    />
  );
}
