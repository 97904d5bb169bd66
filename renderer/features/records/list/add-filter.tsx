import { Button, MultiSelect, NumberInput, Popover, Select, TextInput } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import {
  columnLabel,
  listColumns,
  recordFilterOps,
  recordFilterSchema,
  type RecordFilter,
  type RecordFilterOp,
  type RecordQuestion,
} from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { useDeskQuery } from '../../../app/desk';
import { opLabel } from './filter-words';

const within = { withinPortal: false };

interface AddFilterProps {
  readonly definition: KindDefinition;
  /** The whole list: neither searched nor filtered. */
  readonly question: RecordQuestion;
  readonly onAdd: (filter: RecordFilter) => void;
}

/** Chooses a column, a comparison and a value; what comes of it is a sentence. */
export function AddFilter({ definition, question, onAdd }: AddFilterProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position="bottom-start"
      width={300}
      trapFocus
      returnFocus
      shadow="md"
      withinPortal={false}
    >
      <Popover.Target>
        <Button
          variant="default"
          size="xs"
          leftSection={<IconFilterPlus size={14} stroke={1.6} aria-hidden="true" />}
          onClick={() => setOpen((was) => !was)}
        >
          Filter
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        {isOpen ? (
          <FilterForm
            definition={definition}
            question={question}
            onAdd={(filter) => {
              setOpen(false);
              onAdd(filter);
            }}
          />
        ) : null}
      </Popover.Dropdown>
    </Popover>
  );
}

/** The comparisons that a column can be filtered by. */
function opsOf({ fields, ratios }: KindDefinition, column: string): readonly RecordFilterOp[] {
  if (ratios?.[column] !== undefined) return ['over', 'under', 'known', 'unknown'];
  const type = fields[column]?.type;
  return type === undefined ? [] : recordFilterOps[type];
}

function FilterForm({ definition, question, onAdd }: AddFilterProps) {
  const columns = [definition.nameField, ...listColumns(definition)].filter(
    (name) => opsOf(definition, name).length > 0,
  );
  const [column, setColumn] = useState(definition.state?.field ?? columns[0] ?? '');
  const ops = opsOf(definition, column);
  const [chosenOp, setOp] = useState<RecordFilterOp>('is');
  const op = ops.includes(chosenOp) ? chosenOp : (ops[0] ?? 'known');
  const [words, setWords] = useState<string[]>([]);
  const [text, setText] = useState('');
  const [number, setNumber] = useState<string | number>('');
  const [error, setError] = useState<string | null>(null);
  const [isListing, setListing] = useState(false);
  const takesWords = op === 'is' || op === 'is-not';
  const known = useDeskQuery('lists.recordWords', takesWords ? { question, column } : null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const filter = recordFilterSchema.safeParse(valueOf(column, op, words, text, number));
    if (filter.success) onAdd(filter.data);
    else setError(lackOf(op));
  };
  return (
    <form className="filter-form" onSubmit={submit}>
      <Select
        label="Column"
        size="xs"
        allowDeselect={false}
        comboboxProps={within}
        data={columns.map((value) => ({ value, label: columnLabel(definition, value) }))}
        value={column}
        onChange={(value) => {
          if (value === null) return;
          setColumn(value);
          setWords([]);
          setError(null);
        }}
      />
      <Select
        label="Comparison"
        size="xs"
        allowDeselect={false}
        comboboxProps={within}
        data={ops.map((value) => ({ value, label: opLabel(definition, column, value) }))}
        value={op}
        onChange={(value) => {
          const next = ops.find((name) => name === value);
          if (next !== undefined) setOp(next);
        }}
      />
      {takesWords ? (
        <MultiSelect
          label="Words"
          size="xs"
          searchable
          hidePickedOptions
          // The list closes with each choice: it lies over the button that ends this.
          dropdownOpened={isListing}
          onDropdownOpen={() => setListing(true)}
          onDropdownClose={() => setListing(false)}
          onOptionSubmit={() => setListing(false)}
          comboboxProps={within}
          error={error}
          data={(known.value ?? []).map(({ value, label }) => ({ value, label }))}
          value={words}
          onChange={setWords}
        />
      ) : null}
      {op === 'contains' ? (
        <TextInput
          label="Text"
          size="xs"
          error={error}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      {op === 'over' || op === 'under' || op === 'within' || op === 'past' ? (
        <NumberInput
          label={op === 'within' || op === 'past' ? 'Days' : 'Number'}
          size="xs"
          error={error}
          thousandSeparator=","
          allowDecimal={op === 'over' || op === 'under'}
          value={number}
          onChange={setNumber}
        />
      ) : null}
      {op === 'since' || op === 'before' ? (
        <TextInput
          label="Day"
          type="date"
          size="xs"
          error={error}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      <Button type="submit" size="xs">
        Add filter
      </Button>
    </form>
  );
}

function valueOf(
  column: string,
  op: RecordFilterOp,
  words: readonly string[],
  text: string,
  number: string | number,
): unknown {
  switch (op) {
    case 'is':
    case 'is-not':
      return { column, op, words };
    case 'contains':
      return { column, op, text: text.trim() };
    case 'over':
    case 'under':
      return { column, op, value: number };
    case 'within':
    case 'past':
      return { column, op, days: number };
    case 'since':
    case 'before':
      return { column, op, day: text };
    case 'known':
    case 'unknown':
      return { column, op };
  }
}

function lackOf(op: RecordFilterOp): string {
  switch (op) {
    case 'is':
    case 'is-not':
      return 'Choose at least one word.';
    case 'contains':
      return 'Enter some text.';
    case 'since':
    case 'before':
      return 'Enter a day.';
    default:
      return 'Enter a number.';
  }
}
