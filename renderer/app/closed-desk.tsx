import { Button } from '@mantine/core';
import type { DeskFailure } from '../../shared/kernel/result';
import { Suspense } from 'react';
import { Recovery } from '../features/technology';
import { showFailure } from '../ui/notify';
import { useDesk } from './desk';

const titles: Readonly<Record<string, string>> = {
  NEWER_STORE: 'This desk belongs to a newer Quarterdeck',
  OLDER_ENGINE: 'This desk belongs to a newer Quarterdeck',
  STORE_INCOMPLETE: 'This desk has lost what was in it',
};

/** The store of this desk can't be opened: says why in plain words, and offers the ways on. Nothing is changed. */
export function ClosedDesk({ failure }: { readonly failure: DeskFailure }) {
  const { shell } = useDesk();
  return (
    <main className="bare closed-desk">
      <section className="state" role="alert">
        <h1>{titles[failure.code] ?? 'This desk can’t be opened'}</h1>
        <p>{failure.message}</p>
        <p className="quiet mono">
          {failure.code}
          {failure.detail === undefined ? '' : ` · ${failure.detail}`}
        </p>
        <div className="state-actions">
          <Button
            variant={failure.code === 'NEWER_STORE' ? 'filled' : 'default'}
            onClick={() => void shell.call('app.openProfile', {}).catch(showFailure)}
          >
            Open another desk…
          </Button>
          <Button variant="default" onClick={() => window.location.reload()}>
            Try again
          </Button>
          <Button
            variant="subtle"
            onClick={() => void shell.call('app.openLogFolder', {}).catch(showFailure)}
          >
            Show log folder
          </Button>
        </div>
      </section>
      <Suspense fallback={null}>
        <Recovery code={failure.code} />
      </Suspense>
    </main>
  );
}
