import { eachText } from '../../../shared/privacy/erase-rows';
import { withoutMentions } from '../../../shared/privacy/mentions';
import type { Batch } from '../../../shared/sync/batch';
import { withoutErased } from './erased-values';
import { erasedKeysIn } from './known';

/** A batch of a sync without people who were erased here: the network goes on naming them. */
export async function withoutErasedPeople(batch: Batch): Promise<Batch> {
  const { columns, quarantined } = batch;
  const roster = columns?.kind === 'roster' ? columns : null;
  const keys = await erasedKeysIn((look) => {
    for (const { values } of roster?.rows ?? []) eachText(values, look);
    for (const { raw } of quarantined) look(raw);
  });
  if (keys.size === 0) return batch;
  return {
    ...batch,
    quarantined: quarantined.map((row) => ({ ...row, raw: withoutMentions(row.raw, keys) })),
    columns:
      roster === null
        ? columns
        : {
            ...roster,
            rows: roster.rows.map((row) => ({ ...row, values: withoutErased(row.values, keys) })),
          },
  };
}
