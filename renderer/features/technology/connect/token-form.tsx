import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type KeyboardEvent } from 'react';
import { runWork } from '../../../app/activity';
import { useDesk, useMainState } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { AskingLine } from './asking-line';
import {
  connectErrors,
  connectionFrom,
  fieldOfFailure,
  tokenFrom,
  type ConnectErrors,
  type ConnectField,
  type ConnectValues,
} from './connect-values';
import { useAsking } from './use-asking';
import { useFocusOnLacking } from './use-focus-on-lacking';
import { TokenFields } from './token-fields';
import { TokenStoreChoice, type TokenStoreAnswer } from './token-store-choice';

interface TokenFormProps {
  /** The connection whose token is replaced. */
  readonly initial: ConnectValues;
}

/** Asks for a new token, checks it by one call, keeps it, and has the account read. */
export function TokenForm({ initial }: TokenFormProps) {
  const { shell, activity } = useDesk();
  const choiceNeeded = useMainState(({ tokenStore }) => tokenStore?.choiceNeeded ?? false);
  const [values, setValues] = useState(initial);
  const [touched, setTouched] = useState<ReadonlySet<ConnectField>>(new Set());
  const [tries, setTries] = useState(0);
  const [store, setStore] = useState<TokenStoreAnswer | null>(null);
  const asking = useAsking();
  const failure = asking.failure?.code === 'CANCELLED' ? null : asking.failure;
  const form = useFocusOnLacking(tries, failure);

  const errors = connectErrors(values);
  const blamed = failure === null ? null : fieldOfFailure(failure.code);
  // Only the token is asked for: no other field can be blamed.
  const refused = blamed === 'token' ? blamed : null;
  const shown: ConnectErrors = {
    ...Object.fromEntries(
      Object.entries(errors).filter(([field]) => tries > 0 || touched.has(field as ConnectField)),
    ),
    ...(refused === null || failure === null ? {} : { [refused]: failure.message }),
  };
  const storeMissing = choiceNeeded && store === null;

  const submit = async (): Promise<void> => {
    setTries((count) => count + 1);
    if (asking.isAsking || Object.keys(errors).length > 0 || storeMissing) return;
    const saved = await asking.ask(async () => {
      if (choiceNeeded && store !== null) await shell.call('tokenStore.choose', { store });
      return shell.call('connections.connect', {
        token: tokenFrom(values),
        connections: [connectionFrom(values)],
      });
    });
    const [connection] = saved ?? [];
    if (connection === undefined) return;
    notifications.show({ message: `${connection.program} is connected and is being read.` });
    void runWork(activity, shell, 'sync', () =>
      shell.call('sync.run', { connection: connection.id }),
    );
    goTo({ area: 'sync' });
  };

  const finishByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };
  const fields = {
    values,
    errors: shown,
    onChange: (field: ConnectField, value: string) => {
      setValues((before) => ({ ...before, [field]: value }));
      asking.forget();
    },
    onLeave: (field: ConnectField) => setTouched((before) => new Set(before).add(field)),
  };

  return (
    <form
      ref={form}
      className="form"
      noValidate
      onKeyDown={finishByKey}
      onSubmit={(event) => {
        event.preventDefault();
        void submit();
      }}
    >
      <section className="form-part" aria-label="Token">
        <TokenFields {...fields} />
      </section>
      {choiceNeeded ? (
        <TokenStoreChoice
          value={store}
          error={tries > 0 && storeMissing ? 'Choose where the token is kept.' : null}
          onChange={setStore}
        />
      ) : null}
      {failure === null ? null : (
        <p className="bad form-failure" role="alert">
          {refused === null ? failure.message : 'Nothing was connected and nothing was kept.'}{' '}
          <span className="mono">{failure.code}</span>
        </p>
      )}
      <AskingLine network={values.network} asking={asking} />
      <div className="page-actions">
        <Button type="submit" loading={asking.isAsking}>
          Check and connect
        </Button>
        <Button variant="default" onClick={() => window.history.back()}>
          Back
        </Button>
      </div>
    </form>
  );
}
