import { generateKeyBetween } from 'fractional-indexing';
import type { KindDefinition } from '../../../shared/records/definition';
import type { DataSource } from '../../app/data-cache';
import { notifyUndo } from '../../app/undo';
import { showFailure } from '../../ui/notify';

/** The field that keeps the order of a kind's records; undefined for kinds without one. */
export function orderFieldOf({ fields }: KindDefinition): string | undefined {
  return Object.keys(fields).find((name) => fields[name]?.type === 'order');
}

/** The key of a place behind the last one; null when it is the first of all. */
export function keyAfter(last: string | null): string {
  return generateKeyBetween(last, null);
}

/** Puts a record between two others, of which either may be missing at an end: only its own key changes. */
export async function moveRecord(
  data: DataSource,
  { kind, id }: { readonly kind: string; readonly id: string },
  field: string,
  lower: string | null,
  upper: string | null,
): Promise<void> {
  try {
    const { entry } = await data.call('records.write', {
      changes: [{ op: 'set', kind, id, values: { [field]: generateKeyBetween(lower, upper) } }],
      origin: 'person',
      reason: 'Moved',
    });
    notifyUndo('Moved.', entry);
  } catch (thrown) {
    showFailure(thrown);
  }
}
