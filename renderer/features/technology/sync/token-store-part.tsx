import { Button } from '@mantine/core';
import { useState } from 'react';
import type { TokenStoreKind } from '../../../../shared/ipc/channels';
import { toFailure, type DeskFailure } from '../../../../shared/kernel/result';
import { useDesk, useMainState } from '../../../app/desk';

const storeWords: Readonly<Record<TokenStoreKind, string>> = {
  keyring: 'in this computer’s key store',
  file: 'in an encrypted file, its key in a second file that only your user account can read',
  session: 'nowhere: they are gone when Quarterdeck is closed',
};

const moveWords: Readonly<Record<TokenStoreKind, string>> = {
  keyring: 'Move to the key store',
  file: 'Move to an encrypted file',
  session: 'Keep for this session only',
};

/** Where tokens are kept, and the ways to change it. */
export function TokenStorePart() {
  const { shell } = useDesk();
  const tokenStore = useMainState((state) => state.tokenStore);
  const [failure, setFailure] = useState<DeskFailure | null>(null);
  if (tokenStore === null || tokenStore.choiceNeeded) return null;

  const others: readonly TokenStoreKind[] = tokenStore.keyringAvailable
    ? ['keyring']
    : ['file', 'session'];
  const move = (store: TokenStoreKind): void => {
    setFailure(null);
    shell.call('tokenStore.choose', { store }).catch((thrown: unknown) => {
      setFailure(toFailure(thrown));
    });
  };
  return (
    <section className="token-store" aria-label="Tokens">
      <p>
        <span className="quiet">Tokens are kept</span> {storeWords[tokenStore.store]}.
      </p>
      {others
        .filter((store) => store !== tokenStore.store)
        .map((store) => (
          <Button key={store} variant="default" size="xs" onClick={() => move(store)}>
            {moveWords[store]}
          </Button>
        ))}
      {failure === null ? null : (
        <p className="bad" role="alert">
          {failure.message}
        </p>
      )}
    </section>
  );
}
