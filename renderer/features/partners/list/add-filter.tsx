import { Button, MultiSelect, NumberInput, Popover, Select, TextInput } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { memo, useState, type SyntheticEvent } from 'react';
import {
  filterOps,
  partnerColumnNames,
  partnerColumns,
  partnerFilterSchema,
  type Measure,
  type PartnerColumn,
  type PartnerFilter,
  type PartnerFilterOp,
  type PartnerQuestion,
} from '../../../../shared/domain/partner-list';
import { useDeskQuery } from '../../../app/desk';
import { columnLabel, opLabel, wordIn } from './filter-words';

const within = { withinPortal: false };

interface AddFilterProps {
  /** The whole list: neither searched nor filtered. */
  readonly question: PartnerQuestion;
  readonly measure: Measure | null;
  readonly onAdd: (filter: PartnerFilter) => void;
}

/** Chooses a column, a comparison and a value; what comes of it is a sentence. */
export const AddFilter = memo(DrawnAddFilter);

function DrawnAddFilter({ question, measure, onAdd }: AddFilterProps) {
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
            question={question}
            measure={measure}
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

function FilterForm({ question, measure, onAdd }: AddFilterProps) {
  const [column, setColumn] = useState<PartnerColumn>('type');
  const ops = filterOps[partnerColumns[column].kind];
  const [chosenOp, setOp] = useState<PartnerFilterOp>('is');
  const op = ops.includes(chosenOp) ? chosenOp : (ops[0] ?? 'known');
  const [words, setWords] = useState<string[]>([]);
  const [text, setText] = useState('');
  const [number, setNumber] = useState<string | number>('');
  const [error, setError] = useState<string | null>(null);
  const [isListing, setListing] = useState(false);
  const known = useDeskQuery('lists.partnerWords', { question });

  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const filter = partnerFilterSchema.safeParse(valueOf(column, op, words, text, number));
    if (filter.success) onAdd(filter.data);
    else setError(lackOf(op));
  };
  const unit =
    partnerColumns[column].kind === 'ratio'
      ? '%'
      : partnerColumns[column].kind === 'amount'
        ? (measure?.currency ?? '')
        : '';
  return (
    <form className="filter-form" onSubmit={submit}>
      <Select
        label="Column"
        size="xs"
        allowDeselect={false}
        comboboxProps={within}
        data={partnerColumnNames.map((value) => ({ value, label: columnLabel(value) }))}
        value={column}
        onChange={(value) => {
          const next = partnerColumnNames.find((name) => name === value);
          if (next === undefined) return;
          setColumn(next);
          setWords([]);
          setError(null);
        }}
      />
      <Select
        label="Comparison"
        size="xs"
        allowDeselect={false}
        comboboxProps={within}
        data={ops.map((value) => ({ value, label: opLabel(column, value) }))}
        value={op}
        onChange={(value) => {
          const next = ops.find((name) => name === value);
          if (next !== undefined) setOp(next);
        }}
      />
      {op === 'is' || op === 'is-not' ? (
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
          data={(known.value?.[column] ?? []).map((value) => ({
            value,
            label: wordIn(column, value),
          }))}
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
      {op === 'over' || op === 'under' ? (
        <NumberInput
          label="Number"
          size="xs"
          error={error}
          suffix={unit === '' ? '' : ` ${unit}`}
          thousandSeparator=","
          value={number}
          onChange={setNumber}
        />
      ) : null}
      {op === 'since' || op === 'not-since' ? (
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
  column: PartnerColumn,
  op: PartnerFilterOp,
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
    case 'since':
    case 'not-since':
      return { column, op, day: text };
    case 'known':
    case 'unknown':
      return { column, op };
  }
}

function lackOf(op: PartnerFilterOp): string {
  if (op === 'is' || op === 'is-not') return 'Choose at least one word.';
  if (op === 'over' || op === 'under') return 'Enter a number.';
  return op === 'contains' ? 'Enter some text.' : 'Enter a day.';
}
