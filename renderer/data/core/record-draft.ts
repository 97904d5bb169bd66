import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { Stamp } from '../../../shared/kernel/hlc';
import type { KindDefinition } from '../../../shared/records/definition';
import { upgradedValues } from '../../../shared/records/upgrades';
import { existence, linksOf, referenceFieldsOf } from '../../../shared/records/validation';
import { timeOf, type JournalChange, type StoredRecord } from './stored';

/** A record that is being changed under one stamp; it knows how it was and tells what has changed. */
export class RecordDraft {
  readonly definition: KindDefinition;
  readonly id: string;
  /** The record as it is stored; null when it is being created. */
  readonly before: StoredRecord | null;
  readonly values: Record<string, FieldValue>;
  exists: boolean;
  private readonly stamp: Stamp;
  private readonly touched = new Set<string>();
  /** What has changed, until something is changed again. */
  private settled: readonly JournalChange[] | null = null;

  constructor(definition: KindDefinition, id: string, before: StoredRecord | null, stamp: Stamp) {
    this.definition = definition;
    this.id = id;
    this.before = before;
    this.values = { ...before?.values };
    this.exists = before?.deleted === 0;
    this.stamp = stamp;
  }

  setExistence(exists: boolean): void {
    this.exists = exists;
    this.settled = null;
    this.touched.add(existence);
  }

  /** Sets a valid value; null clears the field. */
  setValue(field: string, value: FieldValue): void {
    this.settled = null;
    this.touched.add(field);
    const members = this.isSet(field) ? asMembers(value) : null;
    if (value === null || members?.length === 0) Reflect.deleteProperty(this.values, field);
    // A set has no order of its own: sorted, so that the same members always read the same.
    else this.values[field] = members ? [...members].sort() : value;
  }

  /** Brings values of an earlier version of the kind to today's. */
  upgrade(): void {
    const after = upgradedValues(this.definition, this.values);
    for (const field of new Set([...Object.keys(this.values), ...Object.keys(after)])) {
      const value = after[field] ?? null;
      if (!sameValue(this.values[field] ?? null, value)) this.setValue(field, value);
    }
  }

  /** Takes back whatever this draft did to the field. */
  restore(field: string): void {
    this.settled = null;
    this.touched.delete(field);
    if (field === existence) {
      this.exists = this.before?.deleted === 0;
      return;
    }
    const before = this.before?.values[field];
    if (before === undefined) Reflect.deleteProperty(this.values, field);
    else this.values[field] = before;
  }

  isSet(field: string): boolean {
    return this.definition.fields[field]?.type === 'set';
  }

  changedField(field: string): boolean {
    return this.touched.has(field) && this.changes().some((change) => change.field === field);
  }

  /** What has changed, in the order in which the fields were touched, each field once. */
  changes(): readonly JournalChange[] {
    if (this.settled !== null) return this.settled;
    const changes: JournalChange[] = [];
    for (const field of this.touched) {
      const change = this.changeOf(field);
      if (change !== null) changes.push(change);
    }
    return (this.settled = changes);
  }

  /** The ids that the record refers to. */
  links(): readonly string[] {
    const links = new Set<string>();
    for (const [name, field] of referenceFieldsOf(this.definition)) {
      for (const link of linksOf(field, this.values[name])) links.add(link);
    }
    return [...links];
  }

  /** What a person calls the record. */
  name(): string {
    const name = this.values[this.definition.nameField];
    return typeof name === 'string' ? name : this.id;
  }

  /** The record as it will be stored. */
  finish(): StoredRecord {
    const changes = this.changes();
    const clocks: Record<string, Stamp> = { ...this.before?.clocks };
    for (const { field, from, to } of changes) {
      clocks[field] = this.stamp;
      if (!this.isSet(field)) continue;
      for (const member of [...asMembers(from), ...asMembers(to)]) {
        clocks[memberClock(field, member)] = this.stamp;
      }
    }
    return {
      id: this.id,
      kind: this.definition.kind,
      values: this.values,
      clocks,
      links: this.links(),
      updated: changes.length > 0 ? timeOf(this.stamp) : (this.before?.updated ?? 0),
      deleted: this.exists ? 0 : 1,
    };
  }

  private changeOf(field: string): JournalChange | null {
    const { id } = this;
    const { kind } = this.definition;
    if (field === existence) {
      const existed = this.before?.deleted === 0;
      return existed === this.exists ? null : { kind, id, field, from: existed, to: this.exists };
    }
    const before = this.before?.values[field] ?? null;
    const after = this.values[field] ?? null;
    if (!this.isSet(field)) {
      return sameValue(before, after) ? null : { kind, id, field, from: before, to: after };
    }
    const [had, has] = [new Set(asMembers(before)), new Set(asMembers(after))];
    const removed = [...had].filter((member) => !has.has(member));
    const added = [...has].filter((member) => !had.has(member));
    return removed.length + added.length === 0
      ? null
      : { kind, id, field, from: removed, to: added };
  }
}

/** The name under which a set's member has its clock. */
export function memberClock(field: string, member: string): string {
  return `${field}:${member}`;
}

/** The members of a set's value. */
export function asMembers(value: FieldValue | undefined): readonly string[] {
  return Array.isArray(value) ? value.filter((member) => typeof member === 'string') : [];
}

/** Are two values the same, whatever the order of their keys? */
export function sameValue(one: FieldValue, other: FieldValue): boolean {
  if (one === other) return true;
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return false;
  }
  if (Array.isArray(one) !== Array.isArray(other)) return false;
  const left = new Map<string, FieldValue>(Object.entries(one));
  const right = new Map<string, FieldValue>(Object.entries(other));
  return (
    left.size === right.size &&
    [...left].every(([key, value]) => {
      const same = right.get(key);
      return same !== undefined && sameValue(value, same);
    })
  );
}
