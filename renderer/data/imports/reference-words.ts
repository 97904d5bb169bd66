import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../shared/records/definition';
import { kindOf } from '../../../shared/records/index';
import type { Core } from '../core/database';
import { comparableName, listStored } from '../core/read';
import { keysOf } from './keys';

/** Whom a cell means. `row` is the row of the file that brings the record; null for one that the desk has. */
export type FoundReference =
  | { readonly id: string; readonly row: number | null }
  /** `lostRow` is the row that would have brought it, and can't be taken. */
  | { readonly problem: string; readonly lostRow?: number | null };

/** Finds the record that a cell means: by its id, its name, its mailbox or its domain. */
export interface ReferenceWords {
  find(kind: string, word: string): FoundReference;
}

/** What a word can mean; a row of the file that can't be taken is lost, and still known by its name. */
interface Target {
  readonly id: string;
  readonly row: number | null;
  isLost: boolean;
}

/** The records of some kinds by everything that a cell may call them, those that the file itself brings included. */
export class References implements ReferenceWords {
  private readonly known = new Map<string, Map<string, Target[]>>();
  private readonly byRow = new Map<number, Target>();

  /** Reads the records of these kinds once, for all rows. */
  static async load(core: Core, kinds: ReadonlySet<string>): Promise<References> {
    const references = new References();
    for (const kind of kinds) {
      const definition = kindOf(kind);
      references.known.set(kind, new Map());
      if (definition.owner !== 'person') continue;
      for (const { id, values } of await listStored(core, kind)) {
        references.add(definition, { id, row: null, isLost: false }, values);
      }
    }
    return references;
  }

  find(kind: string, word: string): FoundReference {
    const definition = kindOf(kind);
    const { label, plural } = definition;
    const words = this.known.get(kind);
    const keys = [
      `id:${word}`,
      `called:${comparableName(word)}`,
      `e-mail:${word.toLowerCase()}`,
      ...keysOf(definition, { domain: word }).sure,
    ];
    let lost: Target | undefined;
    for (const key of keys) {
      const targets = words?.get(key) ?? [];
      const ids = new Map(targets.flatMap((each) => (each.isLost ? [] : [[each.id, each]])));
      const [target] = ids.values();
      if (target !== undefined && ids.size === 1) return { id: target.id, row: target.row };
      if (target !== undefined) {
        return {
          problem: `${ids.size} ${plural.toLowerCase()} are called so; give the id instead`,
        };
      }
      lost ??= targets[0];
    }
    if (lost === undefined) return { problem: `there is no ${label.toLowerCase()} of that name` };
    const { row } = lost;
    return {
      problem: `row ${String(row)} of the file, which it names, can’t be taken`,
      lostRow: row,
    };
  }

  /** Adds what the file says of a record: one that this row brings, or one that is known already. */
  addRow(
    definition: KindDefinition,
    row: number,
    record: { readonly id: string; readonly isNew: boolean },
    values: Readonly<Record<string, FieldValue>>,
  ): void {
    const known = record.isNew ? this.byRow.get(row) : undefined;
    const target = known ?? { id: record.id, row: record.isNew ? row : null, isLost: false };
    if (record.isNew) this.byRow.set(row, target);
    this.add(definition, target, values);
  }

  /** A row that can't be taken brings no record. */
  loseRow(definition: KindDefinition, row: number, name: string | null): void {
    const known = this.byRow.get(row);
    if (known) known.isLost = true;
    else if (name !== null) {
      this.add(definition, { id: '', row, isLost: true }, { [definition.nameField]: name });
    }
  }

  private add(
    definition: KindDefinition,
    target: Target,
    values: Readonly<Record<string, FieldValue>>,
  ): void {
    const words = this.known.get(definition.kind);
    const name = values[definition.nameField];
    const called = typeof name === 'string' ? [`called:${comparableName(name)}`] : [];
    for (const word of [`id:${target.id}`, ...called, ...keysOf(definition, values).sure]) {
      const targets = words?.get(word);
      if (targets) targets.push(target);
      else words?.set(word, [target]);
    }
  }
}
