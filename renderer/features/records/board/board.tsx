import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  pointerWithin,
  rectIntersection,
  useDraggable,
  useDroppable,
  useSensor,
  useSensors,
  type CollisionDetection,
  type DragEndEvent,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import { useMemo, useState, type ReactNode } from 'react';
import type {
  BoardColumn,
  RecordFilter,
  RecordLine,
  RecordQuestion,
} from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { notifyUndo } from '../../../app/undo';
import { useScope } from '../../../app/scope';
import { formatCount } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { cellOf, dayText, sumText, type CellContext } from '../cell';
import { changePlace, useListPlace } from '../../../app/lists/list-place';
import { listOf } from '../list/list-state';

const columnsOnCard = 3;

interface BoardProps {
  readonly definition: KindDefinition;
  readonly question: RecordQuestion;
}

/** The records of a kind as cards in columns by where they stand; a card that is moved to another column stands there. */
export function Board({ definition, question }: BoardProps) {
  const state = definition.state?.field ?? '';
  const states = useStates(definition, state);
  const { filters } = question;
  const shown = useMemo(
    () => states?.filter((word) => filters.every((filter) => lets(filter, state, word))),
    [states, filters, state],
  );
  const asked = useMemo(() => ({ ...question, group: null, folded: [] }), [question]);
  const { value, failure, retry } = useDeskQuery(
    'lists.board',
    shown === undefined ? null : { question: asked, column: state, states: [...shown] },
  );
  if (failure !== undefined) {
    return <FailureState title="The board can’t be shown" failure={failure} onRetry={retry} />;
  }
  if (value === undefined) return <TableSkeleton rows={10} />;
  return (
    <DrawnBoard definition={definition} columns={value.columns} names={value.names} state={state} />
  );
}

/** Does a filter let a state through? What is filtered away has no column either. */
function lets(filter: RecordFilter, state: string, word: string): boolean {
  if (filter.column !== state || !('words' in filter)) return true;
  return filter.words.includes(word) === (filter.op === 'is');
}

/** All words that a state can have: those of a choice, or all records of the kind that it refers to. */
function useStates({ fields }: KindDefinition, state: string): readonly string[] | undefined {
  const field = fields[state];
  const known = useDeskQuery('records.list', field?.to === undefined ? null : { kind: field.to });
  return useMemo(
    () => (field?.to === undefined ? (field?.choices ?? []) : known.value?.map(({ id }) => id)),
    [field, known.value],
  );
}

interface DrawnBoardProps {
  readonly definition: KindDefinition;
  readonly columns: readonly BoardColumn[];
  readonly names: Readonly<Record<string, string>>;
  readonly state: string;
}

function DrawnBoard({ definition, columns, names, state }: DrawnBoardProps) {
  const { data } = useDesk();
  const { today } = useScope();
  const [dragged, setDragged] = useState<RecordLine | null>(null);
  const sensors = useSensors(
    useSensor(PointerSensor, { activationConstraint: { distance: 6 } }),
    useSensor(KeyboardSensor, { coordinateGetter: columnSteps }),
  );
  const context: CellContext = { definition, names, today: dayText(today) };
  const { kind, label } = definition;
  const drop = ({ active, over }: DragEndEvent): void => {
    setDragged(null);
    const from = columns.find(({ cards }) => cards.some(({ id }) => id === active.id));
    const to = columns.find(({ key }) => over?.id === droppableId(key));
    if (to === undefined || to === from) return;
    const words = `${label} moved to ${to.label}`;
    data
      .call('records.write', {
        changes: [
          {
            op: 'set',
            kind,
            id: String(active.id),
            values: { [state]: to.key === '' ? null : to.key },
          },
        ],
        origin: 'person',
        reason: words,
      })
      .then(({ entry }) => notifyUndo(`${words}.`, entry))
      .catch(showFailure);
  };
  const cards = new Map(columns.flatMap((column) => column.cards.map((card) => [card.id, card])));
  return (
    <DndContext
      sensors={sensors}
      collisionDetection={columnUnder}
      accessibility={{ announcements: announcements(definition, columns, cards) }}
      onDragStart={({ active }) => setDragged(cards.get(String(active.id)) ?? null)}
      onDragCancel={() => setDragged(null)}
      onDragEnd={drop}
    >
      <div
        className="board"
        role="group"
        aria-label={`${definition.plural} by ${stateLabel(definition, state)}`}
        tabIndex={0}
      >
        {columns.map((column) => (
          <Column key={column.key} column={column} context={context} />
        ))}
      </div>
      <DragOverlay dropAnimation={null}>
        {dragged === null ? null : (
          <div className="board-card" data-dragged>
            <CardContent card={dragged} context={context} />
          </div>
        )}
      </DragOverlay>
    </DndContext>
  );
}

function stateLabel({ fields }: KindDefinition, state: string): string {
  return (fields[state]?.label ?? 'state').toLowerCase();
}

function droppableId(key: string): string {
  return `column ${key}`;
}

interface ColumnProps {
  readonly column: BoardColumn;
  readonly context: CellContext;
}

function Column({ column, context }: ColumnProps) {
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

function cardName({ values }: RecordLine, { definition }: CellContext): string {
  const name = values[definition.nameField];
  return typeof name === 'string' ? name : definition.label;
}

function CardContent({ card, context }: CardProps): ReactNode {
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
      <span className="board-name">{cardName(card, context)}</span>
      <span className="quiet entry-facts">
        {shown.map(({ name, cell }) => (
          <span key={name}>{cell}</span>
        ))}
      </span>
    </>
  );
}

/** The column under the pointer; with the keyboard, which has none, the one that the card lies over. */
const columnUnder: CollisionDetection = (asked) =>
  asked.pointerCoordinates === null ? rectIntersection(asked) : pointerWithin(asked);

/** With the keyboard a card goes a column to the left or right. */
const columnSteps: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const rects = [...context.droppableRects.values()].sort((one, other) => one.left - other.left);
  const middle = currentCoordinates.x + (context.collisionRect?.width ?? 0) / 2;
  const at = rects.findIndex(({ left, right }) => middle >= left && middle <= right);
  const next = rects[Math.max(0, Math.min(rects.length - 1, at + step))];
  return next === undefined ? undefined : { x: next.left + 8, y: next.top + 48 };
};

function announcements(
  { label }: KindDefinition,
  columns: readonly BoardColumn[],
  cards: ReadonlyMap<string, RecordLine>,
) {
  const column = (id: unknown): string =>
    columns.find(({ key }) => droppableId(key) === id)?.label ?? 'no column';
  const what = (id: unknown): string => (cards.has(String(id)) ? label : 'The card');
  return {
    onDragStart: ({ active }: { active: { id: unknown } }) => `${what(active.id)} picked up.`,
    onDragOver: ({ over }: { over: { id: unknown } | null }) => `Over ${column(over?.id)}.`,
    onDragEnd: ({ over }: { over: { id: unknown } | null }) => `Put into ${column(over?.id)}.`,
    onDragCancel: () => 'Put back.',
  };
}
