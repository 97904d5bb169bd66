import { onDemand } from '../../ui/on-demand';

/** Lists, boards and pages of records of any kind, drawn by its definition. */
export const RecordsScreen = onDemand(
  async () => (await import('./list/records-screen')).RecordsScreen,
);
export const RecordScreen = onDemand(
  async () => (await import('./page/record-screen')).RecordScreen,
);
/** The first records of a kind that pass some filters: a part of a home screen. */
export const ShortList = onDemand(async () => (await import('./short-list')).ShortList);
/** What has happened to a record, for pages that were made by hand. */
export const RecordHistory = onDemand(
  async () => (await import('./page/record-history')).RecordHistory,
);
export { valueText } from './cell';
/** The way through the list of a kind, for pages that were made by hand. */
export const Walk = onDemand(async () => (await import('./page/walk')).Walk);
