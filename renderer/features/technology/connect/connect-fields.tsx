import {
  Autocomplete,
  PasswordInput,
  SegmentedControl,
  Select,
  TextInput,
  type TextInputProps,
} from '@mantine/core';
import { useMemo } from 'react';
import { networkSchema } from '../../../../shared/domain/vocabulary';
import { connectors } from '../../../../shared/sync/connectors';
import { useDeskQuery } from '../../../app/desk';
import type { ConnectErrors, ConnectField, ConnectValues } from './connect-values';

interface ConnectFieldsProps {
  readonly values: ConnectValues;
  readonly errors: ConnectErrors;
  readonly onChange: (field: ConnectField, value: string) => void;
  readonly onLeave: (field: ConnectField) => void;
}

const networks = networkSchema.options.map((value) => ({ value, label: connectors[value].label }));
const models = [
  { value: 'retail', label: 'Retail: orders' },
  { value: 'b2b', label: 'B2B: payments' },
];

/** The fields of the connect form. */
export function ConnectFields({ values, errors, onChange, onLeave }: ConnectFieldsProps) {
  const clients = useDeskQuery('records.list', { kind: 'client' });
  const clientNames = useMemo(
    () => namesOf((clients.value ?? []).map((record) => record.values['name'])),
    [clients.value],
  );
  const zones = useMemo(() => namesOf([...Intl.supportedValuesOf('timeZone'), 'UTC']), []);
  const network = networkSchema.safeParse(values.network).data ?? 'awin';
  const connector = connectors[network];

  const text = (field: ConnectField, label: string, more: Partial<TextInputProps> = {}) => (
    <TextInput
      label={label}
      value={values[field]}
      error={errors[field]}
      autoComplete="off"
      onChange={(event) => onChange(field, event.currentTarget.value)}
      onBlur={() => onLeave(field)}
      {...more}
    />
  );

  return (
    <>
      <fieldset className="form-part">
        <legend>Account</legend>
        <SegmentedControl
          aria-label="Network"
          data={networks}
          value={network}
          onChange={(value) => {
            onChange('network', value);
            const chosen = networkSchema.safeParse(value).data;
            if (chosen) onChange('model', connectors[chosen].defaultModel);
          }}
        />
        <div className="form-row">
          {text('account', 'Account', {
            required: true,
            description:
              network === 'awin' ? 'The advertiser id, a number' : 'The name of the account',
          })}
          {text('name', 'Program name', {
            description: network === 'awin' ? 'Empty: as Awin calls it' : 'Empty: as the account',
          })}
        </div>
        <TokenFields values={values} errors={errors} onChange={onChange} onLeave={onLeave} />
      </fieldset>
      <fieldset className="form-part">
        <legend>Program</legend>
        <div className="form-row">
          <Autocomplete
            label="Client"
            description="Whose program it is; empty: the program’s name"
            data={clientNames}
            autoComplete="off"
            value={values.client}
            onChange={(value) => onChange('client', value)}
          />
          <div className="form-field">
            <span className="form-label" id="connect-model">
              Model
            </span>
            <span className="form-description">Retail and B2B are never added together</span>
            <SegmentedControl
              aria-labelledby="connect-model"
              data={models}
              value={values.model}
              onChange={(value) => onChange('model', value)}
            />
          </div>
        </div>
        <div className="form-row">
          {text('since', 'Read since', {
            description: 'First day of its history, such as 2024-11-01',
          })}
          <Select
            label="Time zone"
            description="In which the program’s days are counted"
            data={zones}
            searchable
            limit={50}
            allowDeselect={false}
            value={values.timeZone}
            error={errors.timeZone}
            onChange={(value) => onChange('timeZone', value ?? '')}
          />
        </div>
      </fieldset>
      <fieldset className="form-part">
        <legend>Connection</legend>
        <div className="form-row">
          {text('callsPerMinute', 'Calls per minute', {
            description: `Empty: ${connector.defaultCallsPerMinute}, as ${connector.label} documents`,
            inputMode: 'numeric',
          })}
          {text('address', 'API address', {
            description: `Empty: ${connector.documentedAddress}`,
            inputMode: 'url',
          })}
        </div>
      </fieldset>
    </>
  );
}

/** What opens the account: Awin's one token, or PartnerStack's two keys. */
export function TokenFields({ values, errors, onChange, onLeave }: ConnectFieldsProps) {
  const secret = (field: 'token' | 'publicKey', label: string, description: string) => (
    <PasswordInput
      label={label}
      description={description}
      value={values[field]}
      error={errors[field]}
      aria-invalid={errors[field] === undefined ? undefined : true}
      required
      autoComplete="off"
      visibilityToggleButtonProps={{ 'aria-label': `Show or hide the ${label.toLowerCase()}` }}
      onChange={(event) => onChange(field, event.currentTarget.value)}
      onBlur={() => onLeave(field)}
    />
  );
  if (values.network !== 'partnerstack') {
    return secret('token', 'Token', 'Awin user menu → API credentials');
  }
  return (
    <div className="form-row">
      {secret('publicKey', 'Public key', 'Settings → Integrations → API keys')}
      {secret('token', 'Secret key', 'Shown once by PartnerStack')}
    </div>
  );
}

function namesOf(values: readonly unknown[]): string[] {
  const names = values.filter((value): value is string => typeof value === 'string');
  return [...new Set(names)].sort((a, b) => a.localeCompare(b));
}
