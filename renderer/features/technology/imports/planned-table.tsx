import { SegmentedControl } from '@mantine/core';
import type { FieldChoice, PlannedRow } from '../../../../shared/ipc/imports';

interface PlannedTableProps {
  readonly headers: readonly string[];
  readonly rows: readonly PlannedRow[];
  /** What the fields are called. */
  readonly labels: ReadonlyMap<string, string>;
  readonly onDecide: (row: number, field: string, choice: FieldChoice) => void;
}

/** Rows of a dry run: what the file has, what will be done and why; what contradicts the desk is decided here. */
export function PlannedTable({ headers, rows, labels, onDecide }: PlannedTableProps) {
  if (rows.length === 0) return <p className="quiet">There are no such rows.</p>;
  const hasDifferences = rows.some(({ differences }) => differences.length > 0);
  const hasProblems = rows.some(({ problems }) => problems.length > 0);
  const hasNames = (hasDifferences || hasProblems) && rows.some(({ name }) => name !== null);
  const shown = hasDifferences || hasProblems ? [] : headers.slice(0, 6);
  return (
    <div className="grid-scroll">
      <table className="grid flat planned">
        <caption className="visually-hidden">Rows of the file</caption>
        <thead>
          <tr>
            <th scope="col" className="number">
              Row
            </th>
            {hasNames ? <th scope="col">Name</th> : null}
            {shown.map((header) => (
              <th key={header} scope="col">
                {header}
              </th>
            ))}
            <th scope="col">{hasDifferences ? 'What differs' : 'Why'}</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.row}>
              <td className="number">{row.row}</td>
              {hasNames ? (
                <td>
                  <span className="one-line">{row.name ?? '–'}</span>
                </td>
              ) : null}
              {shown.map((header, at) => (
                <td key={header}>
                  <span className="one-line">{row.cells[at] === '' ? '–' : row.cells[at]}</span>
                </td>
              ))}
              <td>
                <Why row={row} labels={labels} onDecide={onDecide} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface WhyProps extends Pick<PlannedTableProps, 'labels' | 'onDecide'> {
  readonly row: PlannedRow;
}

function Why({ row, labels, onDecide }: WhyProps) {
  if (row.differences.length > 0) {
    return (
      <ul className="planned-list">
        {row.differences.map(({ field, label, mine, theirs, choice }) => (
          <li key={field} className="planned-difference">
            <span className="planned-label">{label}</span>
            <SegmentedControl
              size="xs"
              aria-label={`${label} in row ${row.row}`}
              value={choice ?? ''}
              data={[
                { value: 'mine', label: `Ours: ${mine}` },
                { value: 'theirs', label: `File: ${theirs}` },
              ]}
              onChange={(value) => onDecide(row.row, field, value === 'theirs' ? 'theirs' : 'mine')}
            />
          </li>
        ))}
      </ul>
    );
  }
  if (row.problems.length === 0) return <span className="quiet">{row.reason}</span>;
  return (
    <ul className="planned-list">
      {row.problems.map(({ field, value, message }) => (
        <li key={`${field} ${message}`}>
          <strong>{labels.get(field) ?? field}</strong>{' '}
          {value === '' ? '' : `“${value.slice(0, 80)}”: `}
          {message}
        </li>
      ))}
    </ul>
  );
}
