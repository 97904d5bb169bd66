import { SegmentedControl, Select } from '@mantine/core';
import {
  operatorValue,
  withOperator,
  type SearchOperator,
} from '../../../shared/domain/search-text';
import type { SearchGroup } from '../../../shared/ipc/search';
import { textOf } from '../../../shared/ipc/record-values';
import { kindOf, kinds } from '../../../shared/records/index';
import { formatCount } from '../../ui/format';
import { useDeskQuery } from '../desk';

interface SearchFiltersProps {
  readonly text: string;
  readonly groups: readonly SearchGroup[];
  readonly onType: (text: string) => void;
}

const states = [
  { value: '', label: 'Any state' },
  { value: 'open', label: 'Open' },
  { value: 'closed', label: 'Closed' },
];
const owners = [
  { value: '', label: 'Anybody’s' },
  { value: 'me', label: 'Mine' },
  { value: 'nobody', label: 'Nobody’s' },
];

/** What narrows a search, to choose from; each choice is a word of the text. */
export function SearchFilters({ text, groups, onType }: SearchFiltersProps) {
  const narrow = (operator: SearchOperator, value: string | null): void => {
    onType(withOperator(text, operator, value === '' ? null : value));
  };
  const among = (operator: SearchOperator, known: readonly { readonly value: string }[]): string =>
    known.find(({ value }) => value === operatorValue(text, operator))?.value ?? '';
  const kind = operatorValue(text, 'kind');
  const client = operatorValue(text, 'client');
  return (
    <div className="search-filters" role="group" aria-label="Narrow the search">
      <Select
        aria-label="Kind of record"
        placeholder="Every kind"
        size="xs"
        w={200}
        clearable
        searchable
        data={kindChoices(groups, kind === '' ? null : kind)}
        value={kind === '' ? null : kind}
        onChange={(value) => narrow('kind', value)}
      />
      <ClientChoice
        value={client === '' ? null : client}
        onChoose={(name) => narrow('client', name)}
      />
      <SegmentedControl
        aria-label="State"
        size="xs"
        data={states}
        value={among('state', states)}
        onChange={(value) => narrow('state', value)}
      />
      <SegmentedControl
        aria-label="Whose"
        size="xs"
        data={owners}
        value={among('owner', owners)}
        onChange={(value) => narrow('owner', value)}
      />
    </div>
  );
}

/** The kinds of what was found, with how many of each. */
function kindChoices(groups: readonly SearchGroup[], chosen: string | null) {
  const choices = groups.map(({ kind, total }) => ({
    value: kind,
    label: `${kindOf(kind).plural} · ${formatCount(total)}`,
  }));
  if (chosen === null || choices.some(({ value }) => value === chosen)) return choices;
  // Nothing of it was found, or it is called otherwise: it can be taken away all the same.
  const known = kinds.find(({ kind }) => kind === chosen);
  return [...choices, { value: chosen, label: known?.plural ?? chosen }];
}

interface ClientChoiceProps {
  readonly value: string | null;
  readonly onChoose: (name: string | null) => void;
}

function ClientChoice({ value, onChoose }: ClientChoiceProps) {
  const { value: clients = [] } = useDeskQuery('records.list', { kind: 'client' });
  const names = clients
    .flatMap((client) => textOf(client, 'name') ?? [])
    .sort((one, other) => one.localeCompare(other));
  const known = value === null || names.includes(value) ? names : [...names, value];
  return (
    <Select
      aria-label="Client"
      placeholder="Every client"
      size="xs"
      w={180}
      clearable
      searchable
      data={known}
      value={value}
      onChange={onChoose}
    />
  );
}
