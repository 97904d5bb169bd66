import { Anchor, Button, Collapse, SegmentedControl, TextInput } from '@mantine/core';
import { useId, useState, type SubmitEvent } from 'react';
import { networkSchema } from '../../../../shared/domain/vocabulary';
import { connectors } from '../../../../shared/sync/connectors';
import { AskingLine } from '../connect/asking-line';
import {
  connectErrors,
  fieldOfFailure,
  type ConnectErrors,
  type ConnectField,
  type ConnectValues,
} from '../connect/connect-values';
import { TokenFields } from '../connect/token-fields';
import { useFocusOnLacking } from '../connect/use-focus-on-lacking';
import type { AskingState } from '../connect/use-asking';

const networks = networkSchema.options.map((value) => ({ value, label: connectors[value].label }));

interface DoorFormProps {
  readonly values: ConnectValues;
  readonly asking: AskingState;
  readonly onChange: (field: ConnectField, value: string) => void;
  /** The form is complete: ask the network what the token opens. */
  readonly onList: () => void;
}

/** Which network, and the token: all that is needed to see the accounts behind it. */
export function DoorForm({ values, asking, onChange, onList }: DoorFormProps) {
  const [touched, setTouched] = useState<ReadonlySet<ConnectField>>(new Set());
  const [tries, setTries] = useState(0);
  const [isMore, setIsMore] = useState(false);
  const moreId = useId();
  const failure = asking.failure?.code === 'CANCELLED' ? null : asking.failure;
  const form = useFocusOnLacking(tries, failure);
  const errors = doorErrors(values);
  const refused = failure === null ? null : fieldOfFailure(failure.code);
  const shown: ConnectErrors = {
    ...Object.fromEntries(
      Object.entries(errors).filter(([field]) => tries > 0 || touched.has(field as ConnectField)),
    ),
    ...(refused === null || failure === null ? {} : { [refused]: failure.message }),
  };
  // An error in a folded field would be said to nobody.
  const isOpen =
    isMore ||
    (['address', 'callsPerMinute', 'since'] as const).some((field) => shown[field] !== undefined);
  const connector = connectors[networkSchema.safeParse(values.network).data ?? 'awin'];

  const submit = (event: SubmitEvent): void => {
    event.preventDefault();
    setTries((count) => count + 1);
    if (!asking.isAsking && Object.keys(errors).length === 0) onList();
  };
  const leave = (field: ConnectField): void => {
    setTouched((before) => new Set(before).add(field));
  };
  const text = (field: ConnectField, label: string, description: string) => (
    <TextInput
      label={label}
      description={description}
      value={values[field]}
      error={shown[field]}
      autoComplete="off"
      onChange={(event) => onChange(field, event.currentTarget.value)}
      onBlur={() => leave(field)}
    />
  );

  return (
    <form ref={form} className="form" noValidate onSubmit={submit}>
      <fieldset className="form-part">
        <legend>Network and token</legend>
        <SegmentedControl
          aria-label="Network"
          data={networks}
          value={values.network}
          onChange={(value) => onChange('network', value)}
        />
        <TokenFields values={values} errors={shown} onChange={onChange} onLeave={leave} />
        <Anchor
          component="button"
          type="button"
          size="sm"
          className="form-more"
          aria-expanded={isOpen}
          aria-controls={moreId}
          onClick={() => setIsMore(!isOpen)}
        >
          {isOpen ? 'Fewer settings' : 'More settings: history, pace, address'}
        </Anchor>
        <Collapse expanded={isOpen} id={moreId}>
          <div className="form-row three">
            {text('since', 'Read since', 'First day of the history')}
            {text(
              'callsPerMinute',
              'Calls per minute',
              `Empty: ${connector.defaultCallsPerMinute}, as ${connector.label} documents`,
            )}
            {text('address', 'API address', `Empty: ${connector.documentedAddress}`)}
          </div>
        </Collapse>
      </fieldset>
      {failure === null ? null : (
        <p className="bad form-failure" role="alert">
          {refused === null ? failure.message : 'Nothing was kept.'}{' '}
          <span className="mono">{failure.code}</span>
        </p>
      )}
      <AskingLine network={values.network} asking={asking} />
      <div className="page-actions">
        <Button type="submit" loading={asking.isAsking}>
          {values.network === 'awin' ? 'List its accounts' : 'Check the keys'}
        </Button>
      </div>
    </form>
  );
}

/** What the door itself lacks; which account is chosen later. */
function doorErrors(values: ConnectValues): ConnectErrors {
  return Object.fromEntries(
    Object.entries(connectErrors(values)).filter(([field]) => field !== 'account'),
  );
}
