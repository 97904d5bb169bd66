import type { KindDefinition } from '../../../shared/records/definition';
import type { RowPlan } from './plan-row';
import type { ReferenceWords, References } from './reference-words';

/** A row that names records of its own kind, and by what words. */
interface NamingRow {
  readonly row: number;
  readonly words: readonly string[];
  isRejected: boolean;
}

/**
 * The rows of a file that other rows of it name: a partner that is part of one which a later row brings. All rows are
 * looked at once, before what they name is known; then it is worked out which of them bring a record that can be named.
 */
export class OwnRows {
  /** Takes every word for a record of the kind, and hears which words a row has. */
  readonly listening: ReferenceWords;
  private readonly definition: KindDefinition;
  private readonly references: References;
  private readonly naming: NamingRow[] = [];
  private readonly idOfRow = new Map<number, string>();
  private heard: string[] = [];

  constructor(definition: KindDefinition, references: References) {
    this.definition = definition;
    this.references = references;
    this.listening = {
      find: (kind, word) => {
        if (kind !== definition.kind) return references.find(kind, word);
        this.heard.push(word);
        return { id: word, row: null };
      },
    };
  }

  /** Does any column of the file name records of the kind itself? */
  static areNamedBy(
    { fields, kind }: KindDefinition,
    mapping: readonly (string | null)[],
  ): boolean {
    return mapping.some((key) => key !== null && fields[key]?.to === kind);
  }

  /** A row, planned with `listening`. */
  note({ row, outcome, record, id, twin, name, said }: RowPlan): void {
    const words = this.heard;
    this.heard = [];
    if (outcome === 'reject') {
      this.references.loseRow(this.definition, row, name);
      return;
    }
    const first = twin ?? row;
    const brought = id ?? this.idOfRow.get(first);
    if (id !== null) this.idOfRow.set(row, id);
    if (record !== null) {
      this.references.addRow(this.definition, row, { id: record.id, isNew: false }, said);
    } else if (brought !== undefined) {
      this.references.addRow(this.definition, first, { id: brought, isNew: true }, said);
    }
    if (words.length > 0 && twin === null) this.naming.push({ row, words, isRejected: false });
  }

  /** A row that names what no row brings is rejected, and with it the rows that name what it would have brought. */
  settle(): void {
    const namedBy = new Map<number, NamingRow[]>();
    for (const naming of this.naming) {
      for (const word of naming.words) {
        const found = this.references.find(this.definition.kind, word);
        if ('problem' in found || found.row === null) continue;
        const others = namedBy.get(found.row);
        if (others) others.push(naming);
        else namedBy.set(found.row, [naming]);
      }
    }
    const asked = [...this.naming];
    for (let naming = asked.pop(); naming !== undefined; naming = asked.pop()) {
      if (naming.isRejected || this.canBeRead(naming)) continue;
      naming.isRejected = true;
      this.references.loseRow(this.definition, naming.row, null);
      asked.push(...(namedBy.get(naming.row) ?? []));
    }
  }

  private canBeRead({ row, words }: NamingRow): boolean {
    return words.every((word) => {
      const found = this.references.find(this.definition.kind, word);
      return 'id' in found && found.row !== row;
    });
  }
}
