import { Button, MultiSelect, NumberInput, Select, TextInput } from '@mantine/core';
import { IconFilterPlus } from '@tabler/icons-react';
import { memo, useState, type ReactNode, type SyntheticEvent } from 'react';
import type { PartnerFilterOp } from '../../../shared/domain/partner-list';
import type { RecordFilterOp } from '../../../shared/domain/record-list';
import { PopoverButton } from '../../ui/popover-button';

/** Every comparison of any list. */
export type FilterOp = PartnerFilterOp | RecordFilterOp;

/** A stored word, column or comparison with what it is called. */
export interface Choice<Value extends string = string> {
  readonly value: Value;
  readonly label: string;
}

const within = { withinPortal: false };

/** What a comparison needs besides its column, and what is said when it isn't there. */
const needs: Readonly<Record<FilterOp, keyof typeof lacks>> = {
  is: 'words',
  'is-not': 'words',
  contains: 'text',
  over: 'value',
  under: 'value',
  within: 'days',
  past: 'days',
  since: 'day',
  'not-since': 'day',
  before: 'day',
  known: 'nothing',
  unknown: 'nothing',
};
const lacks = {
  words: 'Choose at least one word.',
  text: 'Enter some text.',
  value: 'Enter a number.',
  days: 'Enter a number.',
  day: 'Enter a day.',
  nothing: 'This can’t be a filter.',
} as const;

interface AddFilterProps {
  readonly columns: readonly Choice[];
  /** The column that most people filter by. */
  readonly first: string;
  /** The comparisons that make sense for a column, the usual one first. */
  readonly opsOf: (column: string) => readonly Choice<FilterOp>[];
  readonly unitOf?: (column: string) => string;
  /** The field in which words of a column are chosen; `WordsField` with what the column holds. */
  readonly wordsField: (props: WordsProps) => ReactNode;
  /** Takes what was entered; false where it is no filter yet. */
  readonly onAdd: (filter: Readonly<Record<string, unknown>>) => boolean;
}

/** Chooses a column, a comparison and a value; what comes of it is a sentence. */
export const AddFilter = memo((props: AddFilterProps) => (
  <PopoverButton label="Filter" icon={IconFilterPlus} position="bottom-start" width={300}>
    {(close) => <FilterForm {...props} onDone={close} />}
  </PopoverButton>
));

function FilterForm({
  columns,
  first,
  opsOf,
  unitOf,
  wordsField,
  onAdd,
  onDone,
}: AddFilterProps & { readonly onDone: () => void }) {
  const [column, setColumn] = useState(first);
  const [chosenOp, setOp] = useState<FilterOp>('is');
  const [words, setWords] = useState<string[]>([]);
  const [text, setText] = useState('');
  const [number, setNumber] = useState<string | number>('');
  const [error, setError] = useState<string | null>(null);
  const ops = opsOf(column);
  const op = ops.find(({ value }) => value === chosenOp)?.value ?? ops[0]?.value ?? 'known';
  const need = needs[op];
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const entered = { words, text: text.trim(), value: number, days: number, day: text };
    const value = need === 'nothing' ? {} : { [need]: entered[need] };
    if (onAdd({ column, op, ...value })) onDone();
    else setError(lacks[need]);
  };
  const unit = need === 'value' ? (unitOf?.(column) ?? '') : '';
  return (
    <form className="filter-form" onSubmit={submit}>
      <Select
        label="Column"
        size="xs"
        allowDeselect={false}
        comboboxProps={within}
        data={columns}
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
        data={ops}
        value={op}
        onChange={(value) => setOp(ops.find((each) => each.value === value)?.value ?? op)}
      />
      {need === 'words' ? wordsField({ column, error, words, onChange: setWords }) : null}
      {need === 'text' ? (
        <TextInput
          label="Text"
          size="xs"
          error={error}
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      ) : null}
      {need === 'value' || need === 'days' ? (
        <NumberInput
          label={need === 'days' ? 'Days' : 'Number'}
          size="xs"
          error={error}
          suffix={unit === '' ? '' : ` ${unit}`}
          thousandSeparator=","
          allowDecimal={need === 'value'}
          value={number}
          onChange={setNumber}
        />
      ) : null}
      {need === 'day' ? (
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

/** Which words of a column are chosen. */
export interface WordsProps {
  readonly column: string;
  readonly error: string | null;
  readonly words: string[];
  readonly onChange: (words: string[]) => void;
}

interface WordsFieldProps extends WordsProps {
  readonly choices: readonly Choice[];
}

/** Chooses among the words that a column holds. */
export function WordsField({ choices, words, error, onChange }: WordsFieldProps) {
  const [isListing, setListing] = useState(false);
  return (
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
      data={choices}
      value={words}
      onChange={onChange}
    />
  );
}
