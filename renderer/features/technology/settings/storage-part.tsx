import { Button } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useDesk, useDeskQuery, useMainState } from '../../../app/desk';
import { formatBytes, formatCount } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { OpenOtherDesk } from '../open-other-desk';
import { readStorage, type StorageState } from './storage-state';

/** How much both databases take, whether the system may clear them, and where the desk lies. */
export function StoragePart() {
  const { shell } = useDesk();
  const folder = useMainState(({ info }) => info?.folder ?? '');
  const status = useDeskQuery('status', {});
  const [storage, setStorage] = useState<StorageState | null>(null);
  useEffect(() => {
    readStorage().then(setStorage, showFailure);
  }, []);
  const keep = (): void => {
    navigator.storage.persist().then(() => readStorage().then(setStorage), showFailure);
  };
  const counts = status.value?.counts ?? {};
  const people = Object.entries(counts)
    .filter(([kind]) => !networkCounts.includes(kind))
    .reduce((sum, [, count]) => sum + count, 0);
  return (
    <>
      <dl className="facts settings-facts">
        <dt>Databases</dt>
        <dd>{storage === null ? '…' : sizeWords(storage)}</dd>
        <dt>Records of people</dt>
        <dd>{status.value ? formatCount(people) : '…'}</dd>
        <dt>Rows of the networks</dt>
        <dd>
          {status.value
            ? `${formatCount(counts['transaction'] ?? 0)} transactions, ${formatCount(counts['traffic'] ?? 0)} rows of traffic`
            : '…'}
        </dd>
        <dt>Kept for ever</dt>
        <dd>
          {storage === null ? '…' : storage.persisted ? 'Yes' : 'No: a full disk may clear them'}
          {storage?.persisted === false ? (
            <Button variant="default" size="xs" onClick={keep}>
              Keep for ever
            </Button>
          ) : null}
        </dd>
        <dt>Folder</dt>
        <dd className="mono settings-path">{folder}</dd>
      </dl>
      <div className="settings-actions">
        <Button
          variant="default"
          onClick={() => void shell.call('app.openProfileFolder', {}).catch(showFailure)}
        >
          Show folder
        </Button>
        <Button
          variant="default"
          onClick={() => void shell.call('app.openLogFolder', {}).catch(showFailure)}
        >
          Show log folder
        </Button>
        <OpenOtherDesk />
      </div>
    </>
  );
}

/** What `status` counts of the networks' rows. */
const networkCounts = ['transaction', 'traffic', 'partnership'];

function sizeWords({ usage, quota }: StorageState): string {
  return `${formatBytes(usage)} of ${formatBytes(quota)} that this computer allows`;
}
