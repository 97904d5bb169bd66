import { eachText } from '../../../shared/privacy/erase-rows';
import { withoutMentions, withSigns } from '../../../shared/privacy/mentions';
import type { Batch } from '../../../shared/sync/batch';
import { eachSentWord, withoutErasedRows } from './erased-columns';
import { withoutErased } from './erased-values';
import { erasedKeysIn } from './known';

/** A batch of a sync without people who were erased here: the network goes on naming them. */
export async function withoutErasedPeople(batch: Batch): Promise<Batch> {
  const { columns, quarantined, resource } = batch;
  const isOfCustomers = resource === 'customers';
  const keys = await erasedKeysIn((look) => {
    for (const { raw } of quarantined) look(raw);
    if (columns?.kind !== 'roster') {
      if (columns !== null) eachSentWord(columns, look);
      return;
    }
    for (const { id, values } of columns.rows) {
      if (isOfCustomers) look(id);
      eachText(values, look);
    }
  });
  if (keys.size === 0) return batch;
  const left = {
    ...batch,
    quarantined: quarantined.map((row) => ({ ...row, raw: withoutMentions(row.raw, keys) })),
  };
  if (columns === null) return left;
  if (columns.kind !== 'roster') return { ...left, columns: withoutErasedRows(columns, keys) };
  const rows = columns.rows.map(({ id, values }) => ({
    // What a network calls a customer may be their address; rows of payments name them so, too.
    id: isOfCustomers ? withSigns(id, keys) : id,
    values: withoutErased(values, keys),
  }));
  return { ...left, columns: { ...columns, rows } };
}
