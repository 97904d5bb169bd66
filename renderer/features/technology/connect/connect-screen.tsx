import { Button } from '@mantine/core';
import { useDeskQuery, useMainState } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { networkName } from '../../../ui/words';
import { SetUpScreen } from '../set-up/set-up-screen';
import { OpenOtherDesk } from '../open-other-desk';
import { TokenForm } from './token-form';
import { valuesOf } from './connect-values';

interface ConnectScreenProps {
  /** The connection whose token is to be replaced; null for a new one. */
  readonly connection: string | null;
}

/** Connects accounts of a network, or gives a connection a new token. */
export function ConnectScreen({ connection }: ConnectScreenProps) {
  const isSample = useMainState(({ info }) => info?.profile === 'sample');
  if (isSample) {
    return (
      <div className="page">
        <EmptyState alone title="This desk holds a sample agency" action={<OpenOtherDesk />}>
          It stays one, so that made-up figures never stand beside a client’s. Your own accounts get
          a desk of their own: an empty folder is all it needs.
        </EmptyState>
      </div>
    );
  }
  return connection === null ? (
    <SetUpScreen step="accounts" />
  ) : (
    <NewToken connection={connection} />
  );
}

function NewToken({ connection }: { readonly connection: string }) {
  const { value, failure, retry } = useDeskQuery('connections.list', {});
  const known = value?.find(({ id }) => id === connection);
  if (failure) {
    return (
      <div className="page">
        <FailureState
          alone
          title="The connection could not be read"
          failure={failure}
          onRetry={retry}
        />
      </div>
    );
  }
  if (value === undefined) {
    return (
      <div className="page">
        <TableSkeleton rows={4} />
      </div>
    );
  }
  if (known === undefined) {
    return (
      <div className="page">
        <EmptyState
          alone
          title="This connection is not here"
          action={<Button onClick={() => goTo({ area: 'sync' })}>All connections</Button>}
        >
          It may have been removed meanwhile.
        </EmptyState>
      </div>
    );
  }
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>New token for {known.program}</h1>
          <p className="quiet">
            {networkName(known.network)} {known.account}. The new token is checked by one call, then
            it takes the old one’s place; what was read stays.
          </p>
        </div>
      </header>
      <TokenForm initial={valuesOf(known)} />
    </div>
  );
}
