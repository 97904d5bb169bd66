import { describe, expect, test } from 'vitest';
import { MemoryStore } from './memory-store';

function storeWithClient(): MemoryStore {
  const store = new MemoryStore();
  store.write([{ op: 'create', kind: 'client', id: 'c1', values: { name: 'Nordlicht' } }]);
  return store;
}

describe('undo', () => {
  test('keeps a field that was changed later and says so, and takes the rest back', () => {
    const store = storeWithClient();
    const both = store.write([
      { op: 'set', kind: 'client', id: 'c1', values: { name: 'One', vertical: 'Outdoor' } },
    ]);
    store.write([{ op: 'set', kind: 'client', id: 'c1', values: { name: 'Two' } }]);
    const { kept } = store.undo(both);
    expect(store.visible()).toEqual({ c1: { kind: 'client', name: 'Two' } });
    expect(kept).toEqual(["'Name' of Client 'Two' stays: it was changed later."]);
  });

  test('takes back only the members of a set that nobody touched later', () => {
    const store = storeWithClient();
    const added = store.write([
      { op: 'add', kind: 'client', id: 'c1', field: 'tags', members: ['a', 'b'] },
    ]);
    store.write([{ op: 'remove', kind: 'client', id: 'c1', field: 'tags', members: ['a'] }]);
    store.write([{ op: 'add', kind: 'client', id: 'c1', field: 'tags', members: ['a', 'z'] }]);
    const { kept } = store.undo(added);
    expect(store.visible()).toMatchObject({ c1: { tags: ['a', 'z'] } });
    expect(kept).toEqual(["'a' in 'Tags' of Client 'Nordlicht' stays: it was changed later."]);
  });

  test('keeps a new record that others came to refer to', () => {
    const store = new MemoryStore();
    const made = store.write([
      { op: 'create', kind: 'client', id: 'c1', values: { name: 'Nordlicht' } },
    ]);
    store.write([
      { op: 'create', kind: 'contact', id: 'p1', values: { name: 'Linnea', client: 'c1' } },
    ]);
    const { kept } = store.undo(made);
    expect(kept).toEqual(["Client 'Nordlicht' stays: other records refer to it."]);
    expect(Object.keys(store.visible())).toEqual(['c1', 'p1']);
  });

  test('takes back together what was made together', () => {
    const store = new MemoryStore();
    const made = store.write([
      { op: 'create', kind: 'client', id: 'c1', values: { name: 'Nordlicht' } },
      { op: 'create', kind: 'contact', id: 'p1', values: { name: 'Linnea', client: 'c1' } },
    ]);
    const { entry, kept } = store.undo(made);
    expect(kept).toEqual([]);
    expect(store.visible()).toEqual({});
    store.undo(entry);
    expect(Object.keys(store.visible())).toEqual(['c1', 'p1']);
  });

  test('keeps a reference whose former target was deleted', () => {
    const store = storeWithClient();
    store.write([
      { op: 'create', kind: 'client', id: 'c2', values: { name: 'Other' } },
      { op: 'create', kind: 'contact', id: 'p1', values: { name: 'Linnea', client: 'c1' } },
    ]);
    const moved = store.write([{ op: 'set', kind: 'contact', id: 'p1', values: { client: 'c2' } }]);
    store.write([{ op: 'delete', kind: 'client', id: 'c1' }]);
    const { kept } = store.undo(moved);
    expect(kept).toEqual([
      "'Client' of Contact 'Linnea' stays: the client that it was is no longer here.",
    ]);
    expect(store.visible()).toMatchObject({ p1: { client: 'c2' } });
  });

  test('brings a deleted record back with what it held', () => {
    const store = storeWithClient();
    const before = store.visible();
    const gone = store.write([
      { op: 'set', kind: 'client', id: 'c1', values: { name: 'Renamed' } },
      { op: 'delete', kind: 'client', id: 'c1' },
    ]);
    expect(store.visible()).toEqual({});
    store.undo(gone);
    expect(store.visible()).toEqual(before);
  });

  test('does not touch a record that was deleted later', () => {
    const store = storeWithClient();
    const renamed = store.write([
      { op: 'set', kind: 'client', id: 'c1', values: { name: 'Renamed' } },
    ]);
    store.write([{ op: 'delete', kind: 'client', id: 'c1' }]);
    expect(store.undo(renamed).kept).toEqual([
      "Client 'Renamed' was deleted later and stays as it was.",
    ]);
  });
});
