import type { DeskRecord, FieldValue } from '../../shared/ipc/desk-records';

/** A record as screens get it. */
export function record(
  kind: string,
  id: string,
  values: Readonly<Record<string, FieldValue>>,
): DeskRecord {
  return { id, kind, values, updatedAt: 0, deleted: false };
}
