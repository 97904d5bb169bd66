import fc from 'fast-check';
import { expect } from 'vitest';
import type { PlannedChange } from '../../../renderer/data/core/plan-write';
import type { JournalEntry } from '../../../renderer/data/core/stored';
import { DeskError } from '../../../shared/kernel/result';
import { MemoryStore } from '../../unit/core/memory-store';

const clientIds = ['c1', 'c2', 'c3'];
const contactIds = ['p1', 'p2', 'p3'];
const word = fc.constantFrom('a', 'b', 'c', 'd');
const members = fc.uniqueArray(word, { minLength: 1, maxLength: 3 });
const clientId = fc.constantFrom(...clientIds);
const contactId = fc.constantFrom(...contactIds);

export const change: fc.Arbitrary<PlannedChange> = fc.oneof(
  fc.record({
    op: fc.constant('create' as const),
    kind: fc.constant('client'),
    id: clientId,
    values: fc.record({ name: word, vertical: fc.option(word), tags: fc.option(members) }),
  }),
  fc.record({
    op: fc.constant('create' as const),
    kind: fc.constant('contact'),
    id: contactId,
    values: fc.record({ name: word, client: fc.option(clientId) }),
  }),
  fc.record({
    op: fc.constant('set' as const),
    kind: fc.constant('client'),
    id: clientId,
    values: fc.record(
      { name: word, vertical: fc.option(word), tags: fc.option(members) },
      { requiredKeys: [] },
    ),
  }),
  fc.record({
    op: fc.constant('set' as const),
    kind: fc.constant('contact'),
    id: contactId,
    values: fc.record({ name: word, client: fc.option(clientId) }, { requiredKeys: [] }),
  }),
  fc.record({
    op: fc.constantFrom('add' as const, 'remove' as const),
    kind: fc.constant('client'),
    id: clientId,
    field: fc.constant('tags'),
    members,
  }),
  fc.record({ op: fc.constant('delete' as const), kind: fc.constant('client'), id: clientId }),
  fc.record({ op: fc.constant('delete' as const), kind: fc.constant('contact'), id: contactId }),
);

/** What a person does: a write of some changes, or an undo of the entry so many places back. */
const action = fc.oneof(
  { weight: 4, arbitrary: fc.array(change, { minLength: 1, maxLength: 4 }) },
  { weight: 1, arbitrary: fc.nat({ max: 5 }) },
);
export const history = fc.array(action, { minLength: 1, maxLength: 30 });

/** Does what can be done; a refused write must leave everything as it was. */
export function live(actions: readonly (PlannedChange[] | number)[]): MemoryStore {
  const store = new MemoryStore();
  for (const each of actions) {
    if (typeof each === 'number') {
      const entry = store.journal.at(-1 - each);
      if (entry) store.undo(entry);
      continue;
    }
    tryWrite(store, each);
  }
  return store;
}

export function tryWrite(
  store: MemoryStore,
  changes: readonly PlannedChange[],
): JournalEntry | null {
  const before = JSON.stringify([...store.records]);
  try {
    return store.write(changes);
  } catch (thrown) {
    if (!(thrown instanceof DeskError)) throw thrown;
    expect(JSON.stringify([...store.records])).toBe(before);
    return null;
  }
}
