import type { FieldValue } from '../../../shared/ipc/desk-records';
import { kinds } from '../../../shared/records/index';
import { isSetField } from '../../../shared/records/upgrades';
import { existence } from '../../../shared/records/validation';
import { asMembers } from './record-draft';
import type { JournalChange, JournalEntry } from './stored';

/** A record while entries are taken out of it. */
export interface RewoundRecord {
  readonly kind: string;
  readonly values: Record<string, FieldValue>;
  exists: boolean;
}

/** Takes one entry out of the records that it changed: each field is again what the entry found. */
export function rewindEntry(
  { changes }: Pick<JournalEntry, 'changes'>,
  recordOf: (change: JournalChange) => RewoundRecord,
): void {
  for (const change of [...changes].reverse()) {
    const { kind, field, from, to } = change;
    const record = recordOf(change);
    if (field === existence) {
      record.exists = from === true;
      continue;
    }
    let value = from;
    if (isSet(kind, field)) {
      const added = new Set(asMembers(to));
      const kept = asMembers(record.values[field]).filter((member) => !added.has(member));
      const members = [...new Set([...kept, ...asMembers(from)])].sort();
      value = members.length === 0 ? null : members;
    }
    if (value === null) Reflect.deleteProperty(record.values, field);
    else record.values[field] = value;
  }
}

function isSet(kind: string, field: string): boolean {
  return isSetField(
    kinds.find((each) => each.kind === kind),
    field,
  );
}
