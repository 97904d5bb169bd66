import { z } from 'zod';
import { createStore } from 'zustand/vanilla';
import {
  measureSchema,
  partnerColumns,
  partnerFilterSchema,
  partnerLevelSchema,
  partnerSortSchema,
  type PartnerColumn,
} from '../../../../shared/domain/partner-list';
import { createKeptStore } from '../../../app/kept-state';

const columnSchema = z.enum(Object.keys(partnerColumns) as [PartnerColumn, ...PartnerColumn[]]);

/** How the list looks: what a saved view keeps under a name. */
export const listSettingsSchema = z.object({
  level: partnerLevelSchema,
  measure: measureSchema.nullable(),
  search: z.string().max(300),
  filters: z.array(partnerFilterSchema).max(30),
  sort: partnerSortSchema,
  /** Columns beside the name, in their order. */
  columns: z.array(columnSchema).max(40),
});
export type ListSettings = z.infer<typeof listSettingsSchema>;

export const initialSettings: ListSettings = {
  level: 'partner',
  measure: null,
  search: '',
  filters: [],
  sort: { column: 'revenue', direction: 'descending' },
  columns: ['type', 'owner', 'programs', 'status', 'revenue', 'change', 'orders', 'lastSale'],
};

/** Kept over restarts. */
export const listSettings = createKeptStore('partners', listSettingsSchema, initialSettings);

/** Where one is in the list: kept while one looks at something else, not over a restart. */
export interface ListPlace {
  /** Keys of the selected lines. */
  readonly selected: ReadonlySet<string>;
  /** The line that the keyboard is on. */
  readonly cursor: number;
  /** Where a selection with Shift begins. */
  readonly anchor: number;
  readonly scrollTop: number;
  /** The line whose side panel is open. */
  readonly open: string | null;
}

export const listPlace = createStore<ListPlace>(() => ({
  selected: new Set(),
  cursor: 0,
  anchor: 0,
  scrollTop: 0,
  open: null,
}));

/** Changes how the list looks; another list begins at its top, with what was selected. */
export function changeSettings(change: Partial<ListSettings>): void {
  listSettings.setState(change);
  if ('columns' in change && Object.keys(change).length === 1) return;
  listPlace.setState({ cursor: 0, anchor: 0, scrollTop: 0 });
  if ('level' in change) listPlace.setState({ selected: new Set(), open: null });
}
