import { PasswordInput } from '@mantine/core';
import type { ConnectErrors, ConnectField, ConnectValues } from './connect-values';

interface TokenFieldsProps {
  readonly values: ConnectValues;
  readonly errors: ConnectErrors;
  readonly onChange: (field: ConnectField, value: string) => void;
  readonly onLeave: (field: ConnectField) => void;
}

/** What opens an account: Awin's one token, or PartnerStack's two keys. */
export function TokenFields({ values, errors, onChange, onLeave }: TokenFieldsProps) {
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
