import { describe, expect, test } from 'vitest';
import { MemoryStore } from './memory-store';

describe('a write', () => {
  test('stamps only the fields that it changes', () => {
    const store = new MemoryStore();
    store.write([{ op: 'create', kind: 'client', id: 'c1', values: { name: 'A', vertical: 'B' } }]);
    const first = store.records.get('c1')!.clocks;
    store.write([{ op: 'set', kind: 'client', id: 'c1', values: { name: 'A', vertical: 'C' } }]);
    const second = store.records.get('c1')!.clocks;
    expect(second['name']).toBe(first['name']);
    expect(second['vertical']! > first['vertical']!).toBe(true);
  });

  test('that changes nothing has nothing to journal', () => {
    const store = new MemoryStore();
    const values = { name: 'A', calendar: { kind: 'months', startMonth: 1, firstWeekday: 1 } };
    store.write([{ op: 'create', kind: 'client', id: 'c1', values }]);
    const again = { firstWeekday: 1, kind: 'months', startMonth: 1 };
    const entry = store.write([
      { op: 'set', kind: 'client', id: 'c1', values: { calendar: again } },
    ]);
    expect(entry.changes).toEqual([]);
  });

  test('journals a set by what was added and removed', () => {
    const store = new MemoryStore();
    store.write([
      { op: 'create', kind: 'partner', id: 'p', values: { name: 'P', tags: ['a', 'b'] } },
    ]);
    const entry = store.write([
      { op: 'add', kind: 'partner', id: 'p', field: 'tags', members: ['c', 'a'] },
      { op: 'remove', kind: 'partner', id: 'p', field: 'tags', members: ['b'] },
    ]);
    expect(entry.changes).toEqual([
      { kind: 'partner', id: 'p', field: 'tags', from: ['b'], to: ['c'] },
    ]);
    expect(store.visible()).toMatchObject({ p: { tags: ['a', 'c'] } });
  });

  test('may refer to what it creates itself, in any order', () => {
    const store = new MemoryStore();
    store.write([
      { op: 'create', kind: 'contact', id: 'p1', values: { name: 'Linnea', client: 'c1' } },
      { op: 'create', kind: 'client', id: 'c1', values: { name: 'Nordlicht' } },
    ]);
    expect(store.records.get('p1')?.links).toEqual(['c1']);
  });

  test('refuses a reference to a record of another kind', () => {
    const store = new MemoryStore();
    store.write([{ op: 'create', kind: 'partner', id: 'p', values: { name: 'P' } }]);
    const wrong = () =>
      store.write([{ op: 'create', kind: 'contact', id: 'x', values: { name: 'X', client: 'p' } }]);
    expect(wrong).toThrow('contact.client can\'t be "p": there is no client with that id');
    expect(store.records.has('x')).toBe(false);
  });

  test('does not reach what a network owns', () => {
    const wrong = () =>
      new MemoryStore().write([{ op: 'create', kind: 'partnership', id: 'x', values: {} }]);
    expect(wrong).toThrow('Partnerships come from the networks');
  });

  test('lets a file about a partnership come back under the id that it shares', () => {
    const store = new MemoryStore();
    const file = (tier: string) =>
      ({
        op: 'create',
        kind: 'partnership-file',
        id: 's:1',
        values: { partnership: 's:1', tier },
      }) as const;
    store.write([file('growth')]);
    expect(() => store.write([file('standard')])).toThrow('already');
    store.write([{ op: 'delete', kind: 'partnership-file', id: 's:1' }]);
    store.write([file('standard')]);
    expect(store.visible()).toMatchObject({ 's:1': { tier: 'standard' } });
    expect(() => store.write([{ ...file('growth'), id: 's:2' }])).toThrow(
      'partnership-file.partnership can\'t be "s:1"',
    );
  });

  test('takes what belongs to a record along when it is deleted, and undo brings both back', () => {
    const store = new MemoryStore();
    const file = {
      name: 'brief.pdf',
      sha256: 'a'.repeat(64),
      mediaType: 'application/pdf',
      bytes: 3,
      addedAt: 0,
    };
    store.write([
      { op: 'create', kind: 'client', id: 'c1', values: { name: 'A' } },
      { op: 'create', kind: 'attachment', id: 'a1', values: { ...file, record: 'c1' } },
      { op: 'create', kind: 'attachment', id: 'a2', values: { ...file, record: 'c1' } },
    ]);
    store.write([{ op: 'delete', kind: 'attachment', id: 'a2' }]);
    const deleted = store.write([{ op: 'delete', kind: 'client', id: 'c1' }]);
    expect(store.visible()).toEqual({});
    const { kept } = store.undo(deleted);
    expect(kept).toEqual([]);
    // What was deleted before for itself stays in the trash.
    expect(Object.keys(store.visible())).toEqual(['c1', 'a1']);
  });

  test('may lead to a record of any kind, as an attachment does, but to none that is not there', () => {
    const store = new MemoryStore();
    const values = {
      name: 'brief.pdf',
      sha256: 'a'.repeat(64),
      mediaType: 'application/pdf',
      bytes: 3,
      addedAt: 0,
      record: 'nowhere',
    };
    expect(() => {
      store.write([{ op: 'create', kind: 'attachment', id: 'a1', values }]);
    }).toThrow(/attachment\.record/);
  });
});
