import type { OwnFieldLine, OwnFieldValue } from '../../../shared/documents/review/work';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { moneyOf, numberOf, textOf } from '../../../shared/ipc/record-values';
import { isCustomField } from '../../../shared/records/custom-field';
import type { FieldDefinition } from '../../../shared/records/definition';
import { kindOf } from '../../../shared/records/index';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import type { Subject } from './subject';

/** Kinds whose records a client's review is about. */
const kinds = ['client', 'program', 'campaign', 'placement', 'experiment', 'decision'] as const;

/** Values of fields that the agency added to the client, its reviewed programs and what is done in them. */
export async function gatherOwnFields(subject: Subject): Promise<OwnFieldLine[]> {
  const lines: OwnFieldLine[] = [];
  for (const kind of kinds) {
    const { fields, nameField } = kindOf(kind);
    const own = Object.entries(fields).filter(
      ([field, { internal }]) => isCustomField(field) && internal !== true,
    );
    if (own.length === 0) continue;
    for (const record of (await listRecords(currentCore(), kind)).filter(isOf(subject))) {
      for (const [field, definition] of own) {
        const value = valueOf(record, field, definition);
        if (value === null) continue;
        const of = textOf(record, nameField) ?? record.id;
        lines.push({ key: `${field}:${record.id}`, name: definition.label, of, value });
      }
    }
  }
  return lines;
}

/** The client itself, a reviewed program, or what names one of them. */
function isOf({ client, programs }: Subject): (record: DeskRecord) => boolean {
  const ids = new Set(programs.map(({ programId }) => programId));
  return (record) => {
    if (record.kind === 'client') return record.id === client.id;
    if (record.kind === 'program') return ids.has(record.id);
    const program = textOf(record, 'program');
    return program === null ? textOf(record, 'client') === client.id : ids.has(program);
  };
}

function valueOf(
  record: DeskRecord,
  field: string,
  { type, unit = '' }: FieldDefinition,
): OwnFieldValue | null {
  const value = record.values[field];
  if (type === 'flag') return typeof value === 'boolean' ? { type, isSet: value } : null;
  if (type === 'money') {
    const money = moneyOf(record, field);
    return money === null ? null : { type, money };
  }
  if (type === 'number') {
    const number = numberOf(record, field);
    return number === null ? null : { type, number, unit };
  }
  const words = textOf(record, field);
  if (words === null) return null;
  return type === 'day' ? { type, day: words } : { type: 'words', words };
}
