import { memo, type MouseEvent, type ReactNode } from 'react';
import type { GroupLine, ListLine } from '../../../../shared/domain/record-list';
import { recordName } from '../../../../shared/records/record-name';
import { formatCount } from '../../../ui/format';
import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { cellOf, isRight, onlyCurrency, sumText, type CellContext } from '../cell';
import type { ListHead } from './use-records';
import { CellEditor } from './cell-editor';

/** The id of a line's element; with a column, of its cell. */
export function lineId(at: number, column?: number): string {
  return column === undefined ? `record-line-${at}` : `record-cell-${at}-${column}`;
}

interface LineProps {
  readonly line: ListLine | undefined;
  readonly at: number;
  /** Px from the list's top. */
  readonly top: number;
  /** The CSS grid of every line. */
  readonly template: string;
  /** The name and the columns beside it. */
  readonly columns: readonly string[];
  readonly context: CellContext;
  readonly sums: ListHead['sums'];
  readonly isSelected: boolean;
  /** The column that the keyboard is on in this line; null when it is in another one. */
  readonly cursorColumn: number | null;
  readonly isEditing: boolean;
  readonly isOpen: boolean;
  readonly isFolded: boolean;
  readonly onPick: (at: number, event: MouseEvent<HTMLElement>) => void;
  readonly onOpen: (at: number) => void;
  readonly onFold: (key: string) => void;
}

/** A line of the list: a record, or the heading of a group. Only lines that say something else are drawn again. */
export const ListedLine = memo(DrawnLine);

function DrawnLine(props: LineProps): ReactNode {
  const { line } = props;
  return line?.type === 'group' ? (
    <GroupHeading {...props} group={line} />
  ) : (
    <RecordRow {...props} />
  );
}

function RecordRow(props: LineProps): ReactNode {
  const { line, at, top, template, columns, context, sums, isSelected, cursorColumn } = props;
  const record = line?.type === 'record' ? line : undefined;
  const { definition } = context;
  const name = record === undefined ? '' : recordName(definition, record.values);
  return (
    <div
      id={lineId(at)}
      role="row"
      aria-rowindex={at + 2}
      aria-selected={isSelected}
      className="list-line"
      data-cursor={cursorColumn !== null || undefined}
      data-open={props.isOpen || undefined}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onClick={(event) => props.onPick(at, event)}
      onDoubleClick={() => props.onOpen(at)}
    >
      <span role="gridcell" className="list-check">
        <input
          type="checkbox"
          tabIndex={-1}
          checked={isSelected}
          readOnly
          aria-label={`Select ${name === '' ? 'this line' : name}`}
        />
      </span>
      {columns.map((column, index) => {
        const isCursor = cursorColumn === index;
        const isEdited = isCursor && props.isEditing && record !== undefined;
        const currency = onlyCurrency(sums, column);
        const content =
          record === undefined ? (
            <span className="list-waiting" />
          ) : isEdited ? (
            <CellEditor kind={definition.kind} id={record.id} field={column} />
          ) : column === definition.nameField ? (
            name
          ) : (
            cellOf(column, record.values, { ...context, currency })
          );
        return (
          <span
            key={column}
            id={lineId(at, index)}
            role={index === 0 ? 'rowheader' : 'gridcell'}
            className={`list-cell${isRight(definition, column) ? ' number' : ''}${index === 0 ? ' strong' : ''}`}
            title={typeof content === 'string' ? content : undefined}
            data-cell={index}
            data-cursor={(isCursor && index > 0) || undefined}
            data-editing={isEdited || undefined}
          >
            {content ?? <span className="quiet">–</span>}
          </span>
        );
      })}
    </div>
  );
}

interface GroupHeadingProps extends LineProps {
  readonly group: GroupLine;
}

function GroupHeading({ group, at, top, template, columns, context, ...props }: GroupHeadingProps) {
  const { definition } = context;
  const Arrow = props.isFolded ? IconChevronRight : IconChevronDown;
  return (
    <div
      id={lineId(at)}
      role="row"
      aria-rowindex={at + 2}
      aria-expanded={!props.isFolded}
      className="list-line list-group"
      data-cursor={props.cursorColumn !== null || undefined}
      style={{ gridTemplateColumns: template, transform: `translateY(${top}px)` }}
      onClick={() => props.onFold(group.key)}
    >
      <span role="gridcell" className="list-check">
        <Arrow size={14} stroke={1.8} aria-hidden="true" />
      </span>
      {columns.map((column, index) => (
        <span
          key={column}
          id={lineId(at, index)}
          role={index === 0 ? 'rowheader' : 'gridcell'}
          className={`list-cell${isRight(definition, column) ? ' number' : ''}${index === 0 ? ' strong' : ''}`}
          title={index === 0 ? undefined : sumText(definition, column, group.sums[column] ?? [])}
        >
          {index === 0 ? (
            <>
              {group.label} <small className="quiet">{formatCount(group.count)}</small>
            </>
          ) : (
            sumText(definition, column, group.sums[column] ?? [])
          )}
        </span>
      ))}
    </div>
  );
}
