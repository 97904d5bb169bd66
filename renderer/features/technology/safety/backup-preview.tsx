import type { BackupPreview } from '../../../../shared/ipc/safety';
import { formatCount, formatCounted, unknownMark } from '../../../ui/format';
import { numeric, TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';
import { kindWords } from './words';

/** What a backup holds beside what the desk holds now. */
export function BackupTable({ preview }: { readonly preview: BackupPreview }) {
  const { replaces } = preview;
  const names = new Set([...Object.keys(preview.kinds), ...Object.keys(replaces?.kinds ?? {})]);
  const now = (kind: string): string =>
    replaces === null ? unknownMark : formatCount(replaces.kinds[kind] ?? 0);
  const isEmptier = replaces !== null && preview.records * 2 < replaces.records;
  return (
    <>
      <p>
        Backup of {formatInstant(preview.at)} by Quarterdeck {preview.app}, with{' '}
        {formatCounted(preview.documents, 'file', 'files')}.
      </p>
      {isEmptier ? (
        <p className="caution">The backup holds less than half of what this desk holds now.</p>
      ) : null}
      <div className="safety-compared">
        <table className="grid flat" aria-label="What restoring changes">
          <TableHead columns={['Records', numeric('Now'), numeric('In the backup')]} />
          <tbody>
            {[...names].map((kind) => (
              <tr key={kind}>
                <th scope="row">{kindWords(kind)}</th>
                <td className="number">{now(kind)}</td>
                <td className="number">{formatCount(preview.kinds[kind] ?? 0)}</td>
              </tr>
            ))}
            <tr>
              <th scope="row">Last change</th>
              <td className="number">{instantOf(replaces?.changedAt)}</td>
              <td className="number">{instantOf(preview.changedAt)}</td>
            </tr>
          </tbody>
        </table>
      </div>
    </>
  );
}

function instantOf(instant: number | null | undefined): string {
  return instant === null || instant === undefined ? unknownMark : formatInstant(instant);
}
