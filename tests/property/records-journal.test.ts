import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { replayEntry } from '../../renderer/data/core/replay';
import type { JournalEntry, StoredRecord } from '../../renderer/data/core/stored';
import { MemoryStore } from '../unit/core/memory-store';
import { change, history, live, tryWrite } from './support/random-history';

interface Replayed {
  readonly kind: string;
  readonly values: Record<string, unknown>;
  readonly clocks: Record<string, string>;
  exists: boolean;
}

/** The records that a journal tells of, by the plainest reading of its entries. */
function replay(journal: readonly JournalEntry[]): Map<string, Replayed> {
  const records = new Map<string, Replayed>();
  for (const { hlc, changes } of journal) {
    for (const { id, kind, field, from, to } of changes) {
      const record = records.get(id) ?? { kind, values: {}, clocks: {}, exists: false };
      records.set(id, record);
      record.clocks[field] = hlc;
      if (field === 'exists') {
        record.exists = to === true;
      } else if (field === 'tags') {
        const tags = new Set(record.values[field] as string[] | undefined);
        for (const member of from as string[]) tags.delete(member);
        for (const member of to as string[]) tags.add(member);
        for (const member of [...(from as string[]), ...(to as string[])]) {
          record.clocks[`tags:${member}`] = hlc;
        }
        record.values[field] = [...tags].sort();
        if (tags.size === 0) Reflect.deleteProperty(record.values, field);
      } else {
        record.values[field] = to;
        if (to === null) Reflect.deleteProperty(record.values, field);
      }
    }
  }
  return records;
}

describe('records and their journal', () => {
  test('a journal replayed from nothing gives the same records and clocks', () => {
    fc.assert(
      fc.property(history, (actions) => {
        const store = live(actions);
        const replayed = replay(store.journal);
        expect([...replayed.keys()].sort()).toEqual([...store.records.keys()].sort());
        for (const record of store.records.values()) {
          expect(replayed.get(record.id)).toEqual({
            kind: record.kind,
            values: record.values,
            clocks: record.clocks,
            exists: record.deleted === 0,
          });
        }
      }),
    );
  });

  test('undoing the last entry restores exactly what was there, and undoing that does it again', () => {
    fc.assert(
      fc.property(history, fc.array(change, { minLength: 1, maxLength: 4 }), (actions, last) => {
        const store = live(actions);
        const before = store.visible();
        const entry = tryWrite(store, last);
        if (!entry) return;
        const after = store.visible();
        const undone = store.undo(entry);
        expect(undone.kept).toEqual([]);
        expect(store.visible()).toEqual(before);
        const redone = store.undo(undone.entry);
        expect(redone.kept).toEqual([]);
        expect(store.visible()).toEqual(after);
      }),
    );
  });

  test('undoing step by step leads back to the start', () => {
    const writes = fc.array(fc.array(change, { minLength: 1, maxLength: 4 }), { maxLength: 12 });
    fc.assert(
      fc.property(writes, (list) => {
        const store = new MemoryStore();
        const steps = list.flatMap((changes) => {
          const before = store.visible();
          const entry = tryWrite(store, changes);
          return entry ? [{ before, entry }] : [];
        });
        for (const { before, entry } of steps.reverse()) {
          expect(store.undo(entry).kept).toEqual([]);
          expect(store.visible()).toEqual(before);
        }
      }),
    );
  });

  test('an undo never changes a field that a later entry changed', () => {
    fc.assert(
      fc.property(history, fc.nat({ max: 6 }), (actions, back) => {
        const store = live(actions.filter((each) => typeof each !== 'number'));
        const entry = store.journal.at(-1 - back);
        if (!entry) return;
        const later = store.journal.slice(store.journal.indexOf(entry) + 1);
        const held = later.flatMap(({ changes }) =>
          changes.map(({ id, field }) => ({
            id,
            field,
            clock: store.records.get(id)!.clocks[field],
          })),
        );
        const { entry: undo } = store.undo(entry);
        for (const { id, field, clock } of held) {
          if (field === 'tags') continue;
          expect(store.records.get(id)!.clocks[field]).toBe(clock);
          expect(undo.changes.some((each) => each.id === id && each.field === field)).toBe(false);
        }
      }),
    );
  });

  test('no living record ever refers to one that is not there', () => {
    fc.assert(
      fc.property(history, (actions) => {
        const store = live(actions);
        for (const record of store.records.values()) {
          if (record.deleted === 1) continue;
          for (const link of record.links) expect(store.records.get(link)?.deleted).toBe(0);
        }
      }),
    );
  });
});

test('a store that is made from its journal alone is the store, clocks and links included', () => {
  fc.assert(
    fc.property(history, (actions) => {
      const store = live(actions);
      const replayed = new Map<string, StoredRecord>();
      for (const entry of store.journal) {
        for (const record of replayEntry(entry, (id) => replayed.get(id))) {
          replayed.set(record.id, record);
        }
      }
      expect(replayed).toEqual(store.records);
    }),
  );
});
