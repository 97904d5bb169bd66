import {
  pointerWithin,
  rectIntersection,
  type CollisionDetection,
  type KeyboardCoordinateGetter,
} from '@dnd-kit/core';
import type { BoardColumn, RecordLine } from '../../../../shared/domain/record-list';
import type { KindDefinition } from '../../../../shared/records/definition';

/** What dnd-kit knows a column by. */
export function droppableId(key: string): string {
  return `column ${key}`;
}

/** The column under the pointer; with the keyboard, which has none, the one that the card lies over. */
export const columnUnder: CollisionDetection = (asked) =>
  asked.pointerCoordinates === null ? rectIntersection(asked) : pointerWithin(asked);

/** With the keyboard a card goes a column to the left or right. */
export const columnSteps: KeyboardCoordinateGetter = (event, { context, currentCoordinates }) => {
  const step = event.code === 'ArrowRight' ? 1 : event.code === 'ArrowLeft' ? -1 : 0;
  if (step === 0) return undefined;
  event.preventDefault();
  const rects = [...context.droppableRects.values()].sort((one, other) => one.left - other.left);
  const middle = currentCoordinates.x + (context.collisionRect?.width ?? 0) / 2;
  const at = rects.findIndex(({ left, right }) => middle >= left && middle <= right);
  const next = rects[Math.max(0, Math.min(rects.length - 1, at + step))];
  return next === undefined ? undefined : { x: next.left + 8, y: next.top + 48 };
};

/** What a screen reader says while a card is moved. */
export function announcements(
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
