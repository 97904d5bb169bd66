import { Autocomplete, Checkbox, Select, TextInput } from '@mantine/core';
import { programModelSchema } from '../../../../shared/domain/vocabulary';
import { formatCount } from '../../../ui/format';
import { choiceErrors, type AccountChoice } from './account-choice';

interface AccountsTableProps {
  readonly choices: readonly AccountChoice[];
  /** The network names no account: the person does. */
  readonly isNamedHere: boolean;
  readonly clients: readonly string[];
  readonly owners: readonly string[];
  readonly zones: readonly string[];
  /** Errors are shown beside their fields, after a try. */
  readonly isTried: boolean;
  readonly onChange: (row: number, change: Partial<AccountChoice>) => void;
  readonly onTickAll: (isChosen: boolean) => void;
}

const models = [
  { value: 'retail', label: 'Retail' },
  { value: 'b2b', label: 'B2B' },
];

/** Every account of a token with what only people know of it; the rows that are ticked will be connected. */
export function AccountsTable(props: AccountsTableProps) {
  const { choices, isNamedHere, clients, owners, zones, isTried, onChange, onTickAll } = props;
  const chosen = choices.filter(({ isChosen }) => isChosen).length;
  return (
    <div className="grid-scroll">
      <table className="grid flat fields">
        <caption className="visually-hidden">Accounts that the token opens</caption>
        <thead>
          <tr>
            <th scope="col" className="column-tick">
              <Checkbox
                aria-label="All accounts"
                checked={chosen === choices.length}
                indeterminate={chosen > 0 && chosen < choices.length}
                onChange={(event) => onTickAll(event.currentTarget.checked)}
              />
            </th>
            <th scope="col">Account</th>
            <th scope="col">Program</th>
            <th scope="col">Client</th>
            <th scope="col">Model</th>
            <th scope="col">Owner</th>
            <th scope="col">Time zone</th>
          </tr>
        </thead>
        <tbody>
          {choices.map((choice, row) => {
            const errors = isTried && choice.isChosen ? choiceErrors(choice) : {};
            const of = choice.name === '' ? choice.account : choice.name;
            const off = !choice.isChosen;
            return (
              <tr key={row} className={off ? 'off' : undefined}>
                <td className="column-tick">
                  <Checkbox
                    aria-label={`Connect ${of === '' ? 'the account' : of}`}
                    checked={choice.isChosen}
                    onChange={(event) => onChange(row, { isChosen: event.currentTarget.checked })}
                  />
                </td>
                <td className="mono">
                  {isNamedHere ? (
                    <TextInput
                      size="xs"
                      aria-label="Account"
                      placeholder="acme-partners"
                      value={choice.account}
                      error={errors.account}
                      onChange={(event) => onChange(row, { account: event.currentTarget.value })}
                    />
                  ) : (
                    <>
                      {choice.account}
                      {choice.isKnown ? <span className="sub">on this desk</span> : null}
                    </>
                  )}
                </td>
                <td>
                  <TextInput
                    size="xs"
                    aria-label={`Program of ${choice.account}`}
                    value={choice.name}
                    disabled={off}
                    error={errors.name}
                    onChange={(event) => onChange(row, { name: event.currentTarget.value })}
                  />
                </td>
                <td>
                  <Autocomplete
                    size="xs"
                    aria-label={`Client of ${of}`}
                    data={[...clients]}
                    autoComplete="off"
                    value={choice.client}
                    disabled={off}
                    error={errors.client}
                    onChange={(client) => onChange(row, { client })}
                  />
                </td>
                <td className="column-model">
                  <Select
                    size="xs"
                    aria-label={`Model of ${of}`}
                    data={models}
                    allowDeselect={false}
                    value={choice.model}
                    disabled={off}
                    onChange={(value) => {
                      const model = programModelSchema.safeParse(value).data;
                      if (model) onChange(row, { model });
                    }}
                  />
                </td>
                <td>
                  <Autocomplete
                    size="xs"
                    aria-label={`Owner of ${of}`}
                    placeholder="Nobody yet"
                    data={[...owners]}
                    autoComplete="off"
                    value={choice.owner}
                    disabled={off}
                    onChange={(owner) => onChange(row, { owner })}
                  />
                </td>
                <td>
                  <Select
                    size="xs"
                    aria-label={`Time zone of ${of}`}
                    data={[...zones]}
                    searchable
                    limit={50}
                    allowDeselect={false}
                    value={choice.timeZone}
                    disabled={off}
                    onChange={(timeZone) => {
                      if (timeZone !== null) onChange(row, { timeZone });
                    }}
                  />
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
      <p className="grid-foot quiet">
        {formatCount(chosen)} of {formatCount(choices.length)} ticked
      </p>
    </div>
  );
}
