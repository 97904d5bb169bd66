import type { Core } from './database';
import type { JournalChange, JournalEntry, StoredEntry } from './stored';

/**
 * What happened to some records after entries that are being taken back, kept by record: an edit of very many records is
 * taken back entry by entry, and reading the journal anew for each would take as long as the square of it.
 */
export class LaterChanges {
  private readonly byRecord = new Map<string, StoredEntry[]>();

  /** Reads the journal once from the first of the entries on. */
  static async load({ database }: Core, entries: readonly StoredEntry[]): Promise<LaterChanges> {
    const later = new LaterChanges();
    const own = new Set(entries.map(({ id }) => id));
    const ids = new Set(entries.flatMap(({ changes }) => changes.map(({ id }) => id)));
    const met = new Set<string>();
    const first = Math.min(...entries.map(({ seq }) => seq));
    await database.journal
      .where('seq')
      .aboveOrEqual(first)
      .each((entry) => {
        for (const [id, changes] of changesByRecord(entry)) {
          if (!ids.has(id)) continue;
          // The first of the entries that touches a record comes after none of them.
          if (met.has(id) || !own.has(entry.id)) later.add(id, entry, changes);
          met.add(id);
        }
      });
    return later;
  }

  /** The entries after this one that touch the same records, oldest first, with their changes of these alone. */
  after(entry: StoredEntry): readonly JournalEntry[] {
    const found = new Map<number, StoredEntry>();
    for (const id of new Set(entry.changes.map((change) => change.id))) {
      for (const each of this.byRecord.get(id) ?? []) {
        if (each.seq <= entry.seq) continue;
        const known = found.get(each.seq);
        const changes = known ? [...known.changes, ...each.changes] : each.changes;
        found.set(each.seq, { ...each, changes });
      }
    }
    return [...found.values()].sort((one, other) => one.seq - other.seq);
  }

  /** An entry that was added meanwhile. */
  note(entry: StoredEntry): void {
    for (const [id, changes] of changesByRecord(entry)) {
      if (this.byRecord.has(id)) this.add(id, entry, changes);
    }
  }

  private add(id: string, entry: StoredEntry, changes: readonly JournalChange[]): void {
    const known = this.byRecord.get(id);
    if (known) known.push({ ...entry, changes });
    else this.byRecord.set(id, [{ ...entry, changes }]);
  }
}

function changesByRecord({ changes }: JournalEntry): Map<string, JournalChange[]> {
  const byRecord = new Map<string, JournalChange[]>();
  for (const change of changes) {
    const known = byRecord.get(change.id);
    if (known) known.push(change);
    else byRecord.set(change.id, [change]);
  }
  return byRecord;
}
