import { useEffect, useState, useSyncExternalStore } from 'react';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { FieldDefinition, KindDefinition } from '../../../shared/records/definition';
import { keepDraft, readDraft } from './drafts';
import { valueOfText } from './field-text';
import type { FieldEditor } from './record-editing';

/** A value that is being made up for many records at once: nothing is written until it is taken. */
export class FieldDraft implements FieldEditor {
  readonly definition: KindDefinition;
  private readonly values = new Map<string, FieldValue>();
  private readonly errors = new Map<string, string>();
  private readonly listeners = new Set<() => void>();
  private version = 0;

  constructor(definition: KindDefinition) {
    this.definition = definition;
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): number => this.version;

  readonly value = (field: string): FieldValue | undefined => this.values.get(field);
  readonly error = (field: string): string | undefined => this.errors.get(field);
  readonly placeOf = (field: string): string => `${this.definition.kind}/many/${field}`;
  readonly focus = (): void => undefined;

  readonly type = (field: string, text: string): void => {
    keepDraft(this.placeOf(field), text);
    this.errors.delete(field);
    this.changed();
  };

  readonly leave = (field: string): void => {
    this.take(field);
  };

  readonly choose = (field: string, value: FieldValue): void => {
    this.values.set(field, value);
    this.changed();
  };

  /** The value as it would be written: null clears the field; undefined when what was typed can't be one, which is said. */
  take(field: string): FieldValue | undefined {
    const definition: FieldDefinition | undefined = this.definition.fields[field];
    const text = readDraft(this.placeOf(field));
    if (definition !== undefined && text !== undefined) {
      const read = valueOfText(definition, text);
      if (read.value === undefined) {
        this.errors.set(field, read.error);
        this.changed();
        return undefined;
      }
      this.values.set(field, read.value);
    }
    return this.values.get(field) ?? null;
  }

  /** Forgets what was typed. */
  forget(): void {
    for (const field of Object.keys(this.definition.fields)) {
      keepDraft(this.placeOf(field), undefined);
    }
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}

/** A draft for as long as its form is shown. */
export function useFieldDraft(definition: KindDefinition): FieldDraft {
  const [draft] = useState(() => new FieldDraft(definition));
  useSyncExternalStore(draft.subscribe, draft.snapshot);
  useEffect(() => () => draft.forget(), [draft]);
  return draft;
}
