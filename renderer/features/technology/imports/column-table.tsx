import { Select } from '@mantine/core';
import type { FileShape, ImportProposal } from '../../../../shared/ipc/imports';
import { TableHead } from '../../../ui/table-head';

interface ColumnTableProps {
  readonly shape: FileShape;
  readonly targets: ImportProposal['targets'];
  readonly mapping: readonly (string | null)[];
  readonly disabled: boolean;
  readonly onMap: (column: number, target: string | null) => void;
}

/** The columns of a file, what is in them, and where each goes. */
export function ColumnTable({ shape, targets, mapping, disabled, onMap }: ColumnTableProps) {
  const places = targets.map(({ key, label, required }) => ({
    value: key,
    label: required ? `${label} *` : label,
  }));
  return (
    <div className="grid-scroll">
      <table className="grid flat fields import-columns">
        <caption className="visually-hidden">Columns of the file</caption>
        <TableHead columns={['Column', 'Such as', 'Goes to']} />
        <tbody>
          {shape.columns.map(({ header, samples }, column) => (
            <tr key={header} className={mapping[column] === null ? 'off' : undefined}>
              <th scope="row">{header}</th>
              <td className="import-samples">
                <span className="one-line">{samples.length === 0 ? '–' : samples.join(' · ')}</span>
              </td>
              <td>
                <Select
                  size="xs"
                  aria-label={`'${header}' goes to`}
                  data={places}
                  value={mapping[column] ?? null}
                  placeholder="Left out"
                  searchable
                  clearable
                  disabled={disabled}
                  onChange={(target) => onMap(column, target)}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
