import type { DeskRecord } from '../ipc/desk-records';
import { DeskError } from '../kernel/result';
import { client } from './clients/client';
import { clientTotal } from './clients/client-total';
import { commitment } from './relationships/commitment';
import { company } from './partners/company';
import { connection } from './technology/connection';
import { contact } from './partners/contact';
import { customField, customFieldName, readCustomField } from './custom-field';
import type { FieldDefinition, KindDefinition } from './definition';
import { goal } from './strategy/goal';
import { note } from './relationships/note';
import { partner } from './partners/partner';
import { partnership } from './partners/partnership';
import { partnershipFile } from './partners/partnership-file';
import { program } from './strategy/program';
import { review } from './clients/review';
import { reviewDraft } from './clients/review-draft';
import { teamMember } from './team/team-member';
import { view } from './team/view';
import { weeklyNote } from './clients/weekly-note';

/** Every record kind, in the order in which lists and exports name them. */
export const kinds: readonly KindDefinition[] = [
  client,
  program,
  connection,
  teamMember,
  company,
  partner,
  partnership,
  partnershipFile,
  contact,
  goal,
  clientTotal,
  commitment,
  note,
  review,
  view,
  reviewDraft,
  weeklyNote,
  customField,
];

const kindByName = new Map(kinds.map((definition) => [definition.kind, definition]));

/**
 * Takes the living custom fields of the desk, in place of those that were known: from now on `kindOf` gives every kind with
 * the fields that people added. Every process that reads records tells it what it has read.
 */
export function registerCustomFields(records: readonly DeskRecord[]): void {
  const added = new Map<string, Record<string, FieldDefinition>>();
  for (const record of [...records].sort(byOrder)) {
    const read = readCustomField(record);
    if (read === null) continue;
    const fields = added.get(read.kind) ?? {};
    fields[customFieldName(record.id)] = read.field;
    added.set(read.kind, fields);
  }
  for (const definition of kinds) {
    const fields = added.get(definition.kind);
    kindByName.set(definition.kind, fields ? withFields(definition, fields) : definition);
  }
}

function withFields(
  definition: KindDefinition,
  fields: Readonly<Record<string, FieldDefinition>>,
): KindDefinition {
  return {
    ...definition,
    fields: { ...definition.fields, ...fields },
    columns: [...definition.columns, ...Object.keys(fields)],
  };
}

function byOrder(one: DeskRecord, other: DeskRecord): number {
  const key = ({ id, values }: DeskRecord): string => {
    const order = values['order'];
    return `${typeof order === 'string' ? order : ''} ${id}`;
  };
  return key(one) < key(other) ? -1 : 1;
}

/** The definition of a kind. Throws `UNKNOWN_KIND` naming the kinds that there are. */
export function kindOf(kind: string): KindDefinition {
  const definition = kindByName.get(kind);
  if (!definition) {
    const known = kinds.map((each) => each.kind).join(', ');
    throw new DeskError(
      'UNKNOWN_KIND',
      `There is no kind of record '${kind}'. There are: ${known}.`,
    );
  }
  return definition;
}

/** The definition of a kind that people write. Throws `NETWORK_OWNED` for one that only a sync writes. */
export function personKindOf(kind: string): KindDefinition {
  const definition = kindOf(kind);
  if (definition.owner === 'network') {
    throw new DeskError(
      'NETWORK_OWNED',
      `${definition.plural} come from the networks and change only by a sync.`,
    );
  }
  return definition;
}
