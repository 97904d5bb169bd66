import { useDraggable, useDroppable } from '@dnd-kit/core';
import type { ReactNode } from 'react';
import type { BoardColumn, RecordLine } from '../../../../shared/domain/record-list';
import { recordName } from '../../../../shared/records/record-name';
import { changePlace, useListPlace } from '../../../app/lists/list-place';
import { formatCount } from '../../../ui/format';
import { cellOf, sumText, type CellContext } from '../cell';
import { listOf } from '../list/list-state';
import { droppableId } from './dragging';

const columnsOnCard = 3;

interface ColumnProps {
  readonly column: BoardColumn;
  readonly context: CellContext;
}

/** A state with its first cards, and what their money comes to. */
export function Column({ column, context }: ColumnProps) {
  const { setNodeRef, isOver } = useDroppable({ id: droppableId(column.key) });
  const { definition } = context;
  const money = Object.entries(column.sums).find(
    ([name]) => definition.fields[name]?.type === 'money',
  );
  return (
    <section
      className="board-column"
      aria-label={column.label}
      data-over={isOver || undefined}
      ref={setNodeRef}
    >
      <header>
        <h2 className="one-line" title={column.label}>
          {column.label}
        </h2>
        <span className="quiet">{formatCount(column.count)}</span>
      </header>
      {money === undefined ? null : (
        <p className="quiet one-line board-sum">{sumText(definition, money[0], money[1])}</p>
      )}
      <ul>
        {column.cards.map((card) => (
          <Card key={card.id} card={card} context={context} />
        ))}
      </ul>
      {column.count > column.cards.length ? (
        <p className="quiet">
          and {formatCount(column.count - column.cards.length)} more in the table
        </p>
      ) : null}
    </section>
  );
}

interface CardProps {
  readonly card: RecordLine;
  readonly context: CellContext;
}

function Card({ card, context }: CardProps) {
  const { kind } = context.definition;
  const open = useListPlace(listOf(kind), (place) => place.open);
  const { attributes, listeners, setNodeRef, isDragging } = useDraggable({
    id: card.id,
    attributes: { roleDescription: 'card that can be moved' },
  });
  return (
    <li>
      <div
        ref={setNodeRef}
        {...attributes}
        {...listeners}
        className="board-card"
        data-open={open === card.id || undefined}
        data-away={isDragging || undefined}
        onClick={() => changePlace(listOf(kind), { open: card.id })}
        onKeyDown={(event) => {
          // Enter opens; Space picks the card up, which is dnd-kit's.
          if (event.key === 'Enter') changePlace(listOf(kind), { open: card.id });
          else listeners?.['onKeyDown']?.(event);
        }}
      >
        <CardContent card={card} context={context} />
      </div>
    </li>
  );
}

/** What a card says: its name, and what one steers by. */
export function CardContent({ card, context }: CardProps): ReactNode {
  const { definition } = context;
  const first = [definition.due, definition.responsible].filter((name) => name !== undefined);
  const facts = [...definition.columns.filter((name) => !first.includes(name)), ...first]
    .filter((name) => name !== definition.nameField && name !== definition.state?.field)
    .filter((name) => definition.fields[name]?.type !== 'long-text')
    .map((name) => ({ name, cell: cellOf(name, card.values, context) }))
    .filter(({ cell }) => cell !== null);
  const shown = [
    ...facts.filter(({ name }) => !first.includes(name)).slice(0, columnsOnCard - 1),
    ...facts.filter(({ name }) => first.includes(name)),
  ];
  return (
    <>
      <span className="board-name">{recordName(context.definition, card.values)}</span>
      <span className="quiet entry-facts">
        {shown.map(({ name, cell }) => (
          <span key={name}>{cell}</span>
        ))}
      </span>
    </>
  );
}
