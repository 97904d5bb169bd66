import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { DeskRecord, FieldValue } from '../../../shared/ipc/desk-records';
import type { FieldDefinition, KindDefinition } from '../../../shared/records/definition';
import { toFailure } from '../../../shared/kernel/result';
import { kindOf } from '../../../shared/records/index';
import { fieldIn } from '../../../shared/records/measures';
import type { DataSource } from '../data-cache';
import { notifyUndo } from '../undo';
import { keepDraft, readDraft } from './drafts';
import { textOfValue, valueOfText } from './field-text';

type Values = Readonly<Record<string, FieldValue>>;

/** While one types, what stands in the field is saved this often, ms; a pause of a second ends the journal's entry. */
const saveEvery = 400;

export interface EditorOptions {
  readonly kind: string;
  /** The record, or null for one that begins with the first valid word. */
  readonly record: DeskRecord | null;
  /** For a new record: what it begins with, such as the partner it is about. */
  readonly defaults?: Values;
  /** Names a new record's drafts, so that two places for new ones don't share them. */
  readonly place?: string;
  /** The id of a new record whose kind is keyed by another. */
  readonly newId?: string;
  readonly onCreated?: (record: DeskRecord) => void;
}

/** What a field's control reads and tells, whether it edits a record or something that becomes one later. */
export interface FieldEditor {
  readonly definition: KindDefinition;
  readonly value: (field: string) => FieldValue | undefined;
  readonly error: (field: string) => string | undefined;
  /** Where the field's draft is kept. */
  readonly placeOf: (field: string) => string;
  readonly focus: () => void;
  readonly type: (field: string, text: string) => void;
  readonly leave: (field: string) => void;
  readonly choose: (field: string, value: FieldValue) => void;
}

/**
 * Edits one record: text is saved while one types, validated on leaving, and kept as a draft beside the record when it
 * isn't valid. Writes follow each other in order; a new record is made once, when all that is required is there.
 */
export class RecordEditor implements FieldEditor {
  private options: EditorOptions;
  private readonly data: DataSource;
  /** What this editor has written and the screen has not been told yet. */
  private overlay: Record<string, FieldValue> = {};
  private overlayUntil = 0;
  private errors: Readonly<Record<string, string>> = {};
  private madeId: string | null = null;
  private queue: Promise<void> = Promise.resolve();
  private batch = '';
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();
  private readonly listeners = new Set<() => void>();
  private version = 0;

  constructor(data: DataSource, options: EditorOptions) {
    this.data = data;
    this.options = options;
  }

  /** Fields of the agency's own come and go while a form is open. */
  get definition(): KindDefinition {
    return kindOf(this.options.kind);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => {
      this.listeners.delete(listener);
    };
  };

  readonly snapshot = (): number => this.version;

  /** Tells what the data worker knows now. */
  update(options: EditorOptions): void {
    this.options = options;
    if (options.record !== null && options.record.updatedAt >= this.overlayUntil) this.overlay = {};
  }

  /** Id of the record; null while there is none. */
  get id(): string | null {
    return this.options.record?.id ?? this.madeId;
  }

  /** The stored value, or the one that is on its way to the store. */
  value(field: string): FieldValue | undefined {
    if (Object.hasOwn(this.overlay, field)) return this.overlay[field];
    return this.options.record?.values[field] ?? this.options.defaults?.[field];
  }

  error(field: string): string | undefined {
    return this.errors[field];
  }

  /** Where a field's draft is kept. */
  placeOf(field: string): string {
    const { kind, place = 'new' } = this.options;
    return `${kind}/${this.id ?? place}/${field}`;
  }

  /** A burst of typing begins. */
  focus(): void {
    this.batch = crypto.randomUUID();
  }

  /** Something was typed: kept at once, saved soon. */
  type(field: string, text: string): void {
    keepDraft(this.placeOf(field), text);
    this.setError(field, undefined);
    if (this.timers.has(field)) return;
    this.timers.set(
      field,
      setTimeout(() => {
        this.timers.delete(field);
        this.saveText(field);
      }, saveEvery),
    );
  }

  /** The field is left: what is wrong with it is said now. */
  leave(field: string): void {
    clearTimeout(this.timers.get(field));
    this.timers.delete(field);
    const text = readDraft(this.placeOf(field));
    if (text === undefined) return;
    const read = valueOfText(this.fieldOf(field), text);
    if (read.value === undefined) this.setError(field, read.error);
    else this.saveText(field, true);
  }

  /** Saves everything that was typed, such as before the place goes away. */
  leaveAll(): void {
    for (const field of [...this.timers.keys()]) this.leave(field);
  }

  /**
   * One has finished. False when a new record was begun and lacks what it needs: that is said beside its fields, so that
   * nothing that was typed goes away unseen.
   */
  finish(): boolean {
    this.leaveAll();
    const names = Object.keys(this.definition.fields);
    const isBegun =
      Object.keys(this.overlay).length > 0 ||
      names.some((name) => readDraft(this.placeOf(name)) !== undefined);
    if (this.id !== null || !isBegun) return true;
    const lacking = names.filter((name) => this.lacks(name));
    for (const name of lacking) {
      this.setError(name, this.errors[name] ?? `${this.fieldOf(name).label} is required.`);
    }
    return lacking.length === 0;
  }

  /** Is this field required and without a value that could be stored? */
  private lacks(name: string): boolean {
    return this.fieldOf(name).required === true && (this.value(name) ?? null) === null;
  }

  /** A choice, a set or a reference was changed: saved at once, with undo. */
  choose(field: string, value: FieldValue): void {
    const words = `${this.definition.label}: ${this.fieldOf(field).label.toLowerCase()} changed`;
    void this.write(field, value, words);
  }

  private saveText(field: string, isLeft = false): void {
    const place = this.placeOf(field);
    const text = readDraft(place);
    if (text === undefined) return;
    const read = valueOfText(this.fieldOf(field), text);
    if (read.value === undefined) return;
    void this.write(field, read.value, null).then((isSaved) => {
      // Only what is in the record is no draft any more; one may have typed on meanwhile.
      if (!isSaved) return;
      // The space before the next word is in no record, and must stand there when that word comes.
      if (!isLeft && text !== text.trimEnd()) return;
      for (const each of [place, this.placeOf(field)]) {
        if (readDraft(each) === text) keepDraft(each, undefined);
      }
      this.changed();
    });
  }

  /** Writes in turn; answers whether the value is in the record now. `undo` names the change for the toast. */
  private write(field: string, value: FieldValue, undo: string | null): Promise<boolean> {
    this.overlay = { ...this.overlay, [field]: value };
    this.overlayUntil = Infinity;
    // What is typed is shown from its draft until it is stored: nothing else stands there.
    if (undo !== null) this.changed();
    const done = this.queue.then(async () => {
      try {
        return await this.writeNow(field, value, undo);
      } catch (thrown) {
        const { [field]: _refused, ...rest } = this.overlay;
        this.overlay = rest;
        this.setError(field, toFailure(thrown).message);
        return false;
      }
    });
    this.queue = done.then(() => undefined);
    return done;
  }

  private async writeNow(field: string, value: FieldValue, undo: string | null): Promise<boolean> {
    const change = this.changeOf(field, value);
    if (change === null) return false;
    const isNew = change.op === 'create';
    const { label } = this.definition;
    const { entry, records } = await this.data.call('records.write', {
      changes: [change],
      origin: 'person',
      reason: isNew ? `New ${label.toLowerCase()}` : `${label}: ${this.fieldOf(field).label}`,
      ...(undo === null && !isNew && this.batch !== '' ? { batch: this.batch } : {}),
    });
    const [record] = records;
    if (record === undefined) return false;
    this.overlayUntil = record.updatedAt;
    if (isNew) this.moveDrafts(record);
    if (isNew) notifyUndo(`${label} added.`, entry);
    else if (undo !== null) notifyUndo(`${undo}.`, entry);
    if (isNew || undo !== null) this.changed();
    return true;
  }

  /** What was typed into a new record belongs to the record from now on. */
  private moveDrafts(record: DeskRecord): void {
    const moved = Object.keys(this.definition.fields).map((name) => {
      const place = this.placeOf(name);
      const text = readDraft(place);
      keepDraft(place, undefined);
      return { name, text };
    });
    this.madeId = record.id;
    for (const { name, text } of moved) {
      const isSaved = text === textOfValue(this.fieldOf(name), record.values[name]);
      if (text !== undefined && !isSaved) keepDraft(this.placeOf(name), text);
    }
    this.options.onCreated?.(record);
  }

  private changeOf(field: string, value: FieldValue): RecordChange | null {
    const { kind, defaults = {}, newId } = this.options;
    const id = this.id;
    if (id !== null) return { op: 'set', kind, id, values: { [field]: value } };
    const values: Record<string, FieldValue> = {};
    for (const [name, each] of Object.entries({ ...defaults, ...this.overlay })) {
      if (each !== null) values[name] = each;
    }
    return Object.keys(this.definition.fields).some((name) => this.lacks(name))
      ? null
      : { op: 'create', kind, ...(newId === undefined ? {} : { id: newId }), values };
  }

  private fieldOf(field: string): FieldDefinition {
    const found = fieldIn(this.definition.fields, field, (name) => this.value(name));
    if (found === undefined) throw new Error(`${this.definition.kind} has no field ${field}.`);
    return found;
  }

  private setError(field: string, error: string | undefined): void {
    if (this.errors[field] === error) return;
    const { [field]: _former, ...rest } = this.errors;
    this.errors = error === undefined ? rest : { ...rest, [field]: error };
    this.changed();
  }

  private changed(): void {
    this.version += 1;
    for (const listener of this.listeners) listener();
  }
}
