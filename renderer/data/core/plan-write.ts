import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { Stamp } from '../../../shared/kernel/hlc';
import { DeskError } from '../../../shared/kernel/result';
import { anyKind, type KindDefinition } from '../../../shared/records/definition';
import { kindOf, personKindOf } from '../../../shared/records/index';
import {
  existence,
  fieldOf,
  FieldError,
  linksOf,
  referenceFieldsOf,
  validField,
  validValues,
} from '../../../shared/records/validation';
import { asMembers, RecordDraft } from './record-draft';
import type { JournalChange, StoredRecord } from './stored';

/** What a write looks up before it changes anything. */
export interface RecordLookup {
  /** The record of this id, deleted or not. */
  readonly record: (id: string) => StoredRecord | undefined;
  /** Records, deleted or not, that link to this id. */
  readonly referrers: (id: string) => readonly StoredRecord[];
}

/** What a write will do: the records as they will be, and the changes as they will be journaled. */
export interface WritePlan {
  readonly created: readonly StoredRecord[];
  readonly changed: readonly StoredRecord[];
  /** Ids in the order of the changes that were asked for, each once. */
  readonly touched: readonly string[];
  readonly changes: readonly JournalChange[];
}

/** A change with its id settled; every write is made of these. */
export type SettledChange = Extract<RecordChange, { op: 'create' }> & { readonly id: string };
export type PlannedChange = SettledChange | Exclude<RecordChange, { op: 'create' }>;

/**
 * Plans one write without doing anything: checks every change against its kind's definition and against what the records
 * refer to. Throws a `DeskError` that names kind, field and value for the first thing that can't be.
 */
export function planWrite(
  asked: readonly PlannedChange[],
  lookup: RecordLookup,
  stamp: Stamp,
): WritePlan {
  const drafts = new Map<string, RecordDraft>();
  const draftOf = (definition: KindDefinition, id: string): RecordDraft => {
    const known = drafts.get(id);
    const stored = known ? undefined : lookup.record(id);
    const draft = known ?? (stored && new RecordDraft(definition, id, stored, stamp));
    if (draft?.definition.kind !== definition.kind || !draft.exists) {
      throw new DeskError(
        'NOT_FOUND',
        `There is no ${definition.kind} with the id '${id}'. Nothing was written.`,
      );
    }
    drafts.set(id, draft);
    return draft;
  };
  for (const change of asked) {
    const definition = personKindOf(change.kind);
    if (change.op === 'create') {
      createRecord(definition, change, drafts, lookup, stamp);
      continue;
    }
    if (change.op === 'restore') {
      restoreRecord(definition, change.id, drafts, lookup, stamp);
      continue;
    }
    const draft = draftOf(definition, change.id);
    if (change.op === 'set') setFields(draft, change.values);
    else if (change.op === 'delete') deleteRecord(draft, drafts, lookup, stamp);
    else changeMembers(draft, change);
  }
  checkReferences(drafts, lookup);
  return finishPlan(drafts);
}

/** The plan that a set of drafts amounts to. */
export function finishPlan(drafts: ReadonlyMap<string, RecordDraft>): WritePlan {
  // What was created and deleted in one write never was.
  const all = [...drafts.values()].filter((draft) => draft.before !== null || draft.exists);
  const changed = all.filter((draft) => draft.before !== null && draft.changes().length > 0);
  return {
    created: all.filter((draft) => draft.before === null).map((draft) => draft.finish()),
    changed: changed.map((draft) => draft.finish()),
    touched: all.map((draft) => draft.id),
    changes: all.flatMap((draft) => draft.changes()),
  };
}

function createRecord(
  definition: KindDefinition,
  change: SettledChange,
  drafts: Map<string, RecordDraft>,
  lookup: RecordLookup,
  stamp: Stamp,
): void {
  const { kind, id, values } = change;
  const { keyedBy } = definition;
  const stored = lookup.record(id);
  // A record that carries another's id has no other id to come back under.
  const returns = keyedBy !== undefined && stored?.kind === kind && stored.deleted === 1;
  if (drafts.has(id) || (stored && !returns)) throw alreadyThere(kind, id);
  if (keyedBy !== undefined && values[keyedBy] !== id) {
    throw new FieldError(kind, keyedBy, values[keyedBy], `it must be the record's own id '${id}'`);
  }
  const draft = new RecordDraft(definition, id, stored ?? null, stamp);
  draft.setExistence(true);
  for (const field of Object.keys(draft.values)) draft.setValue(field, null);
  for (const [field, value] of Object.entries(validValues(definition, values))) {
    draft.setValue(field, value);
  }
  drafts.set(id, draft);
}

/** Deletes a record with everything that lives inside it. */
function deleteRecord(
  draft: RecordDraft,
  drafts: Map<string, RecordDraft>,
  lookup: RecordLookup,
  stamp: Stamp,
): void {
  draft.setExistence(false);
  for (const stored of lookup.referrers(draft.id)) {
    if (!livesIn(stored, draft)) continue;
    const part =
      drafts.get(stored.id) ?? new RecordDraft(kindOf(stored.kind), stored.id, stored, stamp);
    drafts.set(stored.id, part);
    if (part.exists) deleteRecord(part, drafts, lookup, stamp);
  }
}

/** Does a record live inside another one, as its kind says, or belong to it, as an attachment does to one of any kind? */
export function livesIn(
  { kind, values }: StoredRecord,
  parent: { readonly id: string; readonly definition: KindDefinition },
): boolean {
  const { home, fields } = kindOf(kind);
  if (typeof home === 'string') {
    return Object.entries(fields).some(
      ([name, { to }]) => to === anyKind && values[name] === parent.id,
    );
  }
  return home.inside === parent.definition.kind && values[home.by] === parent.id;
}

function restoreRecord(
  definition: KindDefinition,
  id: string,
  drafts: Map<string, RecordDraft>,
  lookup: RecordLookup,
  stamp: Stamp,
): void {
  const known = drafts.get(id);
  const stored = lookup.record(id);
  if (stored?.kind !== definition.kind) {
    throw new DeskError(
      'NOT_FOUND',
      `There is no deleted ${definition.kind} with the id '${id}'. Nothing was written.`,
    );
  }
  const draft = known ?? new RecordDraft(definition, id, stored, stamp);
  if (!draft.exists) draft.setExistence(true);
  drafts.set(id, draft);
}

/** The failure of a second creation under one id. */
export function alreadyThere(kind: string, id: string): DeskError {
  return new DeskError(
    'ALREADY_EXISTS',
    `There already is a record with the id '${id}', so this ${kind} was not created. Nothing was written.`,
  );
}

function setFields(draft: RecordDraft, values: Readonly<Record<string, FieldValue>>): void {
  for (const [field, value] of Object.entries(values)) {
    if (field === draft.definition.keyedBy) {
      throw new FieldError(draft.definition.kind, field, value, 'it is the record’s own id');
    }
    draft.setValue(field, validField(draft.definition, field, value));
  }
}

function changeMembers(
  draft: RecordDraft,
  change: Extract<PlannedChange, { op: 'add' | 'remove' }>,
): void {
  const { definition } = draft;
  const { type } = fieldOf(definition, change.field, change.members);
  if (type !== 'set') {
    throw new FieldError(
      definition.kind,
      change.field,
      change.members,
      'it holds one value; members are added to and removed from sets only',
    );
  }
  const before = asMembers(draft.values[change.field]);
  const named = new Set(change.members);
  const after =
    change.op === 'add'
      ? [...before, ...[...named].filter((member) => !before.includes(member))]
      : before.filter((member) => !named.has(member));
  draft.setValue(change.field, validField(definition, change.field, after));
}

/** Every reference that was set leads to a living record of its kind, and nothing living refers to what was deleted. */
function checkReferences(drafts: ReadonlyMap<string, RecordDraft>, lookup: RecordLookup): void {
  for (const draft of drafts.values()) {
    if (draft.exists) checkTargets(draft, drafts, lookup);
    else if (draft.changedField(existence)) checkReferrers(draft, drafts, lookup);
  }
}

function checkTargets(
  draft: RecordDraft,
  drafts: ReadonlyMap<string, RecordDraft>,
  lookup: RecordLookup,
): void {
  const dangling = findDangling(draft, drafts, lookup);
  if (!dangling) return;
  const { field, id, to } = dangling;
  throw new FieldError(draft.definition.kind, field, id, `there is no ${to} with that id`);
}

/** The first reference among the changed fields of a draft that leads to no living record of its kind. */
export function findDangling(
  draft: RecordDraft,
  drafts: ReadonlyMap<string, RecordDraft>,
  lookup: RecordLookup,
): { readonly field: string; readonly id: string; readonly to: string } | null {
  const revived = draft.changedField(existence);
  for (const [name, field] of referenceFieldsOf(draft.definition)) {
    const { to = '' } = field;
    if (!revived && !draft.changedField(name)) continue;
    // What the field led to before was looked at then, and what is referred to can't be deleted.
    const before = new Set(revived ? [] : linksOf(field, draft.before?.values[name]));
    for (const id of linksOf(field, draft.values[name])) {
      if (before.has(id)) continue;
      const target = drafts.get(id);
      const stored = target ? undefined : lookup.record(id);
      const lives = target ? target.exists : stored?.deleted === 0;
      const kind = target ? target.definition.kind : stored?.kind;
      if (!lives || (kind !== to && to !== anyKind)) return { field: name, id, to };
    }
  }
  return null;
}

/** How many living records will refer to this one. */
export function countReferrers(
  id: string,
  drafts: ReadonlyMap<string, RecordDraft>,
  lookup: RecordLookup,
): number {
  const planned: RecordDraft[] = [];
  for (const other of drafts.values()) {
    if (other.exists && other.links().includes(id)) planned.push(other);
  }
  const stored = lookup
    .referrers(id)
    .filter((record) => record.deleted === 0 && !drafts.has(record.id));
  return planned.length + stored.length;
}

function checkReferrers(
  draft: RecordDraft,
  drafts: ReadonlyMap<string, RecordDraft>,
  lookup: RecordLookup,
): void {
  const count = countReferrers(draft.id, drafts, lookup);
  if (count === 0) return;
  const refer = count === 1 ? 'record refers' : 'records refer';
  throw new DeskError(
    'STILL_REFERENCED',
    `${draft.definition.label} '${draft.name()}' can't be deleted: ${count} other ${refer} to it. Nothing was written.`,
  );
}
