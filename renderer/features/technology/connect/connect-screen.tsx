import { Button } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState, type KeyboardEvent } from 'react';
import { formatDay } from '../../../../shared/kernel/days';
import { toFailure, type DeskFailure } from '../../../../shared/kernel/result';
import { defaultSince } from '../../../../shared/sync/plan';
import { runWork } from '../../../app/activity';
import { useDesk, useMainState } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { ConnectFields } from './connect-fields';
import {
  connectErrors,
  connectionFrom,
  tokenFrom,
  type ConnectErrors,
  type ConnectField,
  type ConnectValues,
} from './connect-values';
import { TokenStoreChoice, type TokenStoreAnswer } from './token-store-choice';

function emptyValues(): ConnectValues {
  return {
    network: 'awin',
    account: '',
    name: '',
    client: '',
    model: 'retail',
    address: '',
    callsPerMinute: '',
    since: formatDay(defaultSince(Date.now())),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    token: '',
    publicKey: '',
  };
}

/** Connects one account of one network: asks, checks by one call, then reads it for the first time. */
export function ConnectScreen() {
  const { shell, activity } = useDesk();
  const choiceNeeded = useMainState(({ tokenStore }) => tokenStore?.choiceNeeded ?? false);
  const [values, setValues] = useState(emptyValues);
  const [touched, setTouched] = useState<ReadonlySet<ConnectField>>(new Set());
  const [tried, setTried] = useState(false);
  const [store, setStore] = useState<TokenStoreAnswer | null>(null);
  const [checking, setChecking] = useState(false);
  const [failure, setFailure] = useState<DeskFailure | null>(null);

  const errors = connectErrors(values);
  const shown: ConnectErrors = Object.fromEntries(
    Object.entries(errors).filter(([field]) => tried || touched.has(field as ConnectField)),
  );
  const storeMissing = choiceNeeded && store === null;

  const submit = async (): Promise<void> => {
    setTried(true);
    if (checking || Object.keys(errors).length > 0 || storeMissing) return;
    setChecking(true);
    setFailure(null);
    try {
      if (choiceNeeded && store !== null) await shell.call('tokenStore.choose', { store });
      const saved = await shell.call('connections.connect', {
        ...connectionFrom(values),
        token: tokenFrom(values),
      });
      notifications.show({ message: `${saved.program} is connected. Its history is being read.` });
      void runWork(activity, 'sync', () => shell.call('sync.run', { connection: saved.id }));
      goTo({ area: 'sync' });
    } catch (thrown) {
      setFailure(toFailure(thrown));
      setChecking(false);
    }
  };

  const finishByKey = (event: KeyboardEvent): void => {
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) void submit();
  };

  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>Connect a network</h1>
          <p className="quiet">
            One account of one network is one program. The token is checked by one call before
            anything is kept.
          </p>
        </div>
      </header>
      <form
        className="form"
        noValidate
        onKeyDown={finishByKey}
        onSubmit={(event) => {
          event.preventDefault();
          void submit();
        }}
      >
        <ConnectFields
          values={values}
          errors={shown}
          onChange={(field, value) => {
            setValues((before) => ({ ...before, [field]: value }));
            if (field === 'token' || field === 'publicKey') setFailure(null);
          }}
          onLeave={(field) => setTouched((before) => new Set(before).add(field))}
        />
        {choiceNeeded ? (
          <TokenStoreChoice
            value={store}
            error={tried && storeMissing ? 'Choose where the token is kept.' : null}
            onChange={setStore}
          />
        ) : null}
        {failure === null ? null : (
          <p className="bad form-failure" role="alert">
            {failure.message} <span className="mono">{failure.code}</span>
          </p>
        )}
        <div className="page-actions">
          <Button type="submit" loading={checking}>
            Check and connect
          </Button>
          <Button variant="default" onClick={() => window.history.back()}>
            Back
          </Button>
        </div>
      </form>
    </div>
  );
}
