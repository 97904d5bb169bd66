import type { Row } from '@tanstack/react-table';
import { FlexRender } from '@tanstack/react-table';
import { memo, type MouseEvent } from 'react';
import type { PartnerColumn, PartnerRow } from '../../../../shared/domain/partner-list';
import { isRight, type listFeatures, type ListLine } from './columns';

interface PartnerLineProps {
  readonly line: Row<typeof listFeatures, ListLine>;
  /** What stands in it; undefined while it is on its way. */
  readonly row: PartnerRow | undefined;
  readonly at: number;
  /** Px from the list's top. */
  readonly top: number;
  /** The CSS grid of every line. */
  readonly template: string;
  /** Another one when other columns, or other figures, are shown. */
  readonly columns: unknown;
  readonly isSelected: boolean;
  readonly isCursor: boolean;
  readonly isOpen: boolean;
  readonly onPick: (at: number, event: MouseEvent<HTMLElement>) => void;
  readonly onOpen: (at: number) => void;
}

/** The id of a line's element. */
export function lineId(at: number): string {
  return `partner-line-${at}`;
}

/** A line of the list. While one types or scrolls only lines that say something else are drawn again. */
export const PartnerLine = memo(DrawnLine, (before, now) => {
  // The table makes a new line object of the same row each time.
  const { line: _before, ...known } = before;
  const { line: _now, ...asked } = now;
  return (Object.keys(asked) as (keyof typeof asked)[]).every((key) => known[key] === asked[key]);
});

function DrawnLine(props: PartnerLineProps) {
  const { line, row, at, top, template, isSelected, isCursor, isOpen, onPick, onOpen } = props;
  return (
    <div
      id={lineId(at)}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={isSelected}
      className="list-line"
      data-cursor={isCursor || undefined}
      data-open={isOpen || undefined}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onClick={(event) => onPick(at, event)}
      onDoubleClick={() => onOpen(at)}
    >
      <span role="gridcell" className="list-check">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          readOnly
          aria-label={`Select ${row?.name ?? 'this line'}`}
        />
      </span>
      {line.getAllCells().map((cell) => (
        <span
          key={cell.id}
          role={cell.column.id === 'name' ? 'rowheader' : 'gridcell'}
          className={cellClass(cell.column.id as PartnerColumn)}
        >
          <FlexRender cell={cell} />
        </span>
      ))}
    </div>
  );
}

function cellClass(column: PartnerColumn): string {
  return `list-cell${isRight(column) ? ' number' : ''}${column === 'name' ? ' strong' : ''}`;
}
