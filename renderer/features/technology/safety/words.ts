import type { SnapshotReason } from '../../../../shared/ipc/safety';
import { kinds } from '../../../../shared/records/index';
import { formatCounted } from '../../../ui/format';

const reasons: Readonly<Record<SnapshotReason, string>> = {
  daily: 'Daily',
  update: 'Before a new version',
  migration: 'Before a change of the store',
  import: 'Before an import',
  'bulk change': 'Before a bulk change',
  restore: 'Before a restore',
  restored: 'After a restore',
  backup: 'For a backup',
  kept: 'By hand',
  erasure: 'For an erasure',
};

/** Why a snapshot was taken. */
export function reasonWords(reason: SnapshotReason): string {
  return reasons[reason];
}

export function recordsWords(records: number): string {
  return formatCounted(records, 'record', 'records');
}

/** A kind's name in the plural; one that this version doesn't know keeps its own. */
export function kindWords(kind: string): string {
  return kinds.find((definition) => definition.kind === kind)?.plural ?? kind;
}
