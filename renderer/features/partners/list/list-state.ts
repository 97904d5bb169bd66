import { z } from 'zod';
import {
  measureSchema,
  partnerColumns,
  partnerFilterSchema,
  partnerLevelSchema,
  partnerSortSchema,
  type PartnerColumn,
} from '../../../../shared/domain/partner-list';
import { createKeptStore } from '../../../app/kept-state';
import { changePlace, listTop } from '../../../app/lists/list-place';

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

/** The list's name among the places. */
export const partnersList = 'partners';

/** Changes how the list looks; another list begins at its top, with what was selected. */
export function changeSettings(change: Partial<ListSettings>): void {
  listSettings.setState(change);
  if ('columns' in change && Object.keys(change).length === 1) return;
  changePlace(partnersList, {
    ...listTop,
    ...('level' in change ? { selected: new Set(), open: null } : {}),
  });
}
