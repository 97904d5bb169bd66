import { nextStamp, type Stamp } from '../../../shared/kernel/hlc';
import { planUndo } from '../../../renderer/data/core/plan-undo';
import {
  planWrite,
  type PlannedChange,
  type WritePlan,
} from '../../../renderer/data/core/plan-write';
import type { JournalEntry, StoredRecord } from '../../../renderer/data/core/stored';

/** A store without a database: what the plans of writes and undos amount to, one after the other. */
export class MemoryStore {
  readonly records = new Map<string, StoredRecord>();
  readonly journal: JournalEntry[] = [];
  private stamp: Stamp | null = null;
  private now = 1_700_000_000_000;

  write(changes: readonly PlannedChange[]): JournalEntry {
    const stamp = this.tick();
    return this.commit(planWrite(changes, this.lookup(), stamp), stamp, null);
  }

  undo(entry: JournalEntry): { readonly entry: JournalEntry; readonly kept: readonly string[] } {
    const stamp = this.tick();
    const later = this.journal.slice(this.journal.indexOf(entry) + 1);
    const { plan, kept } = planUndo(entry, later, this.lookup(), stamp);
    return { entry: this.commit(plan, stamp, entry.id), kept };
  }

  /** What readers see: living records by id. */
  visible(): Record<string, unknown> {
    const living = [...this.records.values()].filter((record) => record.deleted === 0);
    return Object.fromEntries(living.map(({ id, kind, values }) => [id, { kind, ...values }]));
  }

  private tick(): Stamp {
    this.now += 1;
    this.stamp = nextStamp(this.stamp, this.now, '00000000000000aa');
    return this.stamp;
  }

  private lookup() {
    return {
      record: (id: string) => this.records.get(id),
      referrers: (id: string) =>
        [...this.records.values()].filter((record) => record.links.includes(id)),
    };
  }

  private commit(plan: WritePlan, hlc: Stamp, undoes: string | null): JournalEntry {
    for (const record of [...plan.created, ...plan.changed]) this.records.set(record.id, record);
    const entry: JournalEntry = {
      id: `entry-${this.journal.length + 1}`,
      hlc,
      device: '00000000000000aa',
      actor: 'me',
      origin: undoes === null ? 'person' : 'undo',
      batch: null,
      reason: 'Test',
      undoes,
      changes: plan.changes,
    };
    this.journal.push(entry);
    return entry;
  }
}
