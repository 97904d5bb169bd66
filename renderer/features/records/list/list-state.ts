import { useStore } from 'zustand';
import { z } from 'zod';
import { recordFilterSchema, recordSortSchema } from '../../../../shared/domain/record-list';
import { kindOf } from '../../../../shared/records/index';
import { createKeptStore } from '../../../app/kept-state';
import { changePlace, listTop } from '../../../app/lists/list-place';
import { fittingColumns } from './widths';

/** How a list looks: what a saved view keeps under a name. */
export const listSettingsSchema = z.object({
  search: z.string().max(300),
  filters: z.array(recordFilterSchema).max(30),
  sort: recordSortSchema,
  group: z.string().nullable(),
  /** Columns beside the name, in their order. */
  columns: z.array(z.string()).max(60),
  layout: z.enum(['table', 'board']),
});
export type ListSettings = z.infer<typeof listSettingsSchema>;

const keptSchema = z.object({ kinds: z.record(z.string(), listSettingsSchema) });

/** Kept over restarts, by kind. */
const keptSettings = createKeptStore('records', keptSchema, { kinds: {} });

/** How the list of a kind looks before anybody changed it: by its definition, with what is closed out of the way. */
export function initialSettings(kind: string): ListSettings {
  const definition = kindOf(kind);
  const { nameField, columns, fields, sort, state } = definition;
  const open = state === undefined || state.closed.length === 0 ? null : state;
  return {
    search: '',
    filters: open === null ? [] : [{ op: 'is-not', column: open.field, words: [...open.closed] }],
    sort: { column: sort.field, direction: sort.direction },
    group: null,
    columns: fittingColumns(
      definition,
      columns.filter((name) => name !== nameField && fields[name]?.type !== 'long-text'),
    ),
    layout: 'table',
  };
}

/** How the list of a kind looks now. */
export function useListSettings(kind: string): ListSettings {
  return useStore(keptSettings, ({ kinds }) => kinds[kind]) ?? initialSettings(kind);
}

export function listSettings(kind: string): ListSettings {
  return keptSettings.getState().kinds[kind] ?? initialSettings(kind);
}

/** Calls whenever the look of a list has changed, until the returned function is called. */
export const onSettings = keptSettings.subscribe;

/** The name of a kind's list among the places; a view of it is kept under the same. */
export function listOf(kind: string): string {
  return `records/${kind}`;
}

/** Changes how a list looks; another list begins at its top, with what was selected. */
export function changeSettings(kind: string, change: Partial<ListSettings>): void {
  const { kinds } = keptSettings.getState();
  keptSettings.setState({ kinds: { ...kinds, [kind]: { ...listSettings(kind), ...change } } });
  if ('columns' in change && Object.keys(change).length === 1) return;
  changePlace(listOf(kind), listTop);
}
