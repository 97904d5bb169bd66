import { Button } from '@mantine/core';
import type { ListedFile } from '../../../../shared/domain/file-sources';
import { useDesk } from '../../../app/desk';
import { notifyUndone } from '../../../app/undo';
import { Sign } from '../../../ui/figure';
import { formatCount } from '../../../ui/format';
import { daysInWords } from '../../../ui/metric-words';
import { showFailure } from '../../../ui/notify';
import { actionsHeading, numeric, TableHead } from '../../../ui/table-head';
import { formatInstant } from '../../../ui/times';
import { pluralOf } from '../imports/import-words';

/** Files that are sources of figures, each with what it holds and who brought it in. */
export function FileTable({ files }: { readonly files: readonly ListedFile[] }) {
  return (
    <section className="sync-part" aria-label="Files">
      <h2>Files</h2>
      <div className="grid-scroll">
        <table className="grid flat">
          <caption className="visually-hidden">Files that are sources of figures</caption>
          <TableHead
            columns={[
              'File',
              'Programs',
              'Days',
              numeric('Rows'),
              'Brought in',
              'State',
              actionsHeading,
            ]}
          />
          <tbody>
            {files.map((file) => (
              <FileRow key={file.importId} file={file} />
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

const states = {
  read: { tone: 'good', words: 'counts' },
  missing: { tone: 'caution', words: 'is read again from the kept file' },
  interrupted: { tone: 'bad', words: 'interrupted: bring the file in again' },
} as const;

function FileRow({ file }: { readonly file: ListedFile }) {
  const { data } = useDesk();
  const { importId, programs, from, to, rows, startedAt, by, state } = file;
  const takeBack = (): void => {
    data.call('imports.undo', { id: importId }).then(notifyUndone, showFailure);
  };
  return (
    <tr>
      <th scope="row" className="name" title={file.file}>
        <span className="one-line">{file.file}</span>
        <span className="sub">{pluralOf(file.into)}</span>
      </th>
      <td className="name" title={programs.join(', ')}>
        {programs.length > 2 ? `${formatCount(programs.length)} programs` : programs.join(', ')}
      </td>
      <td>{from === null || to === null ? '–' : daysInWords({ from, to })}</td>
      <td className="number">{formatCount(rows)}</td>
      <td>
        {startedAt === null ? '–' : formatInstant(startedAt)}
        {by === null ? null : <span className="sub">{by}</span>}
      </td>
      <td>
        <Sign {...states[state]} />
      </td>
      <td className="number">
        <Button
          size="xs"
          variant="default"
          aria-label={`Take back ${file.file}`}
          onClick={takeBack}
        >
          Take back
        </Button>
      </td>
    </tr>
  );
}
