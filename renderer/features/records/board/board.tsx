import {
  DndContext,
  DragOverlay,
  KeyboardSensor,
  PointerSensor,
  useSensor,
  useSensors,
  type DragEndEvent,
} from '@dnd-kit/core';
import { useMemo, useState } from 'react';
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
import { showFailure } from '../../../ui/notify';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { dayText, type CellContext } from '../cell';
import { CardContent, Column } from './column';
import { announcements, columnSteps, columnUnder, droppableId } from './dragging';

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
