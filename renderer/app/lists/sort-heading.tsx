import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import { memo } from 'react';

/** The order of a list. */
export interface ListSort<Column extends string = string> {
  readonly column: Column;
  readonly direction: 'ascending' | 'descending';
}

interface SortHeadingProps<Column extends string> {
  readonly column: Column;
  readonly label: string;
  /** The unit or currency of the whole column. */
  readonly unit?: string | null | undefined;
  /** Do its values stand to the right? */
  readonly isRight: boolean;
  /** The way in which it sorts first: words from A on, numbers from the highest on. */
  readonly usual: ListSort['direction'];
  readonly sort: ListSort<Column>;
  readonly onSort: (sort: ListSort<Column>) => void;
}

/** A heading that sorts: one way, and then the other. */
export const SortHeading = memo(DrawnHeading) as typeof DrawnHeading;

function DrawnHeading<Column extends string>({
  column,
  label,
  unit = null,
  isRight,
  usual,
  sort,
  onSort,
}: SortHeadingProps<Column>) {
  const isSorted = sort.column === column;
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  const other = sort.direction === 'ascending' ? 'descending' : 'ascending';
  return (
    <span
      role="columnheader"
      aria-sort={isSorted ? sort.direction : undefined}
      className={isRight ? 'number' : undefined}
    >
      <button
        type="button"
        className="list-sort"
        title={label}
        onClick={() => onSort({ column, direction: isSorted ? other : usual })}
      >
        <span className="one-line">
          {label}
          {unit === null ? null : <small className="quiet"> {unit}</small>}
        </span>
        {isSorted ? <Arrow size={12} stroke={2} aria-hidden="true" /> : null}
      </button>
    </span>
  );
}
