import { Button } from '@mantine/core';
import type { OfferedSnapshot } from '../../../../shared/ipc/safety';
import { formatBytes, formatCount } from '../../../ui/format';
import { actionsHeading, numeric, TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';
import { reasonWords } from './words';

interface SnapshotTableProps {
  readonly snapshots: readonly OfferedSnapshot[];
  readonly disabled: boolean;
  readonly onRestore: (snapshot: OfferedSnapshot) => void;
}

/** The snapshots on this computer, the newest first; each can be put back. */
export function SnapshotTable({ snapshots, disabled, onRestore }: SnapshotTableProps) {
  return (
    <table className="grid flat snapshot-table" aria-label="Snapshots">
      <TableHead columns={['Taken', 'Why', numeric('Records'), numeric('Size'), actionsHeading]} />
      <tbody>
        {snapshots.map((snapshot) => (
          <tr key={snapshot.name}>
            <td>{formatInstant(snapshot.at)}</td>
            <td>{reasonWords(snapshot.reason)}</td>
            <td className="number">{formatCount(snapshot.records)}</td>
            <td className="number">{formatBytes(snapshot.bytes)}</td>
            <td className="number">
              <Button
                variant="default"
                size="compact-xs"
                disabled={disabled}
                aria-label={`Restore the snapshot of ${formatInstant(snapshot.at)}`}
                onClick={() => onRestore(snapshot)}
              >
                Restore…
              </Button>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
