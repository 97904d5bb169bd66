import { Button } from '@mantine/core';
import type { DeskFailure } from '../../shared/kernel/result';
import { showFailure } from '../ui/notify';
import { useDesk } from './desk';

/** The store of this desk can't be opened: says why in plain words, and offers the ways on. Nothing is changed. */
export function ClosedDesk({ failure }: { readonly failure: DeskFailure }) {
  const { shell } = useDesk();
  const isNewer = failure.code === 'NEWER_STORE';
  return (
    <main className="bare">
      <section className="state" role="alert">
        <h1>
          {isNewer ? 'This desk belongs to a newer Quarterdeck' : 'This desk can’t be opened'}
        </h1>
        <p>{failure.message}</p>
        <p className="quiet mono">
          {failure.code}
          {failure.detail === undefined ? '' : ` · ${failure.detail}`}
        </p>
        <div className="state-actions">
          <Button onClick={() => void shell.call('app.openProfile', {}).catch(showFailure)}>
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
    </main>
  );
}
