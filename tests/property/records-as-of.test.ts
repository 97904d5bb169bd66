import fc from 'fast-check';
import { expect, test } from 'vitest';
import { rewindEntry, type RewoundRecord } from '../../renderer/data/core/rewind';
import { replayEntry } from '../../renderer/data/core/replay';
import type { StoredRecord } from '../../renderer/data/core/stored';
import { history, live } from './support/random-history';

/** The living records of a store, by what people read of them. */
function living(records: Iterable<StoredRecord>): Record<string, unknown> {
  return Object.fromEntries(
    [...records].filter(({ deleted }) => deleted === 0).map(({ id, values }) => [id, values]),
  );
}

test('the state as of each entry is what the journal tells up to it', () => {
  fc.assert(
    fc.property(history, (actions) => {
      const store = live(actions);
      const replayed = new Map<string, StoredRecord>();
      const states = store.journal.map((entry) => {
        for (const record of replayEntry(entry, (id) => replayed.get(id))) {
          replayed.set(record.id, record);
        }
        return living(replayed.values());
      });
      const rewound = new Map<string, RewoundRecord>();
      for (const { id, kind, values, deleted } of store.records.values()) {
        rewound.set(id, { kind, values: { ...values }, exists: deleted === 0 });
      }
      for (const [at, entry] of [...store.journal.entries()].reverse()) {
        const now = [...rewound].filter(([, { exists }]) => exists);
        expect(Object.fromEntries(now.map(([id, { values }]) => [id, values]))).toEqual(states[at]);
        rewindEntry(entry, ({ id }) => rewound.get(id)!);
      }
      expect([...rewound.values()].filter(({ exists }) => exists)).toEqual([]);
    }),
    { numRuns: 300 },
  );
});
