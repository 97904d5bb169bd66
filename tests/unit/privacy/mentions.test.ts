import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  ErasedFinder,
  mergedLists,
  withErased,
  type Hashing,
} from '../../../shared/privacy/erasure-list';
import { eraseEntry, eraseRecord } from '../../../shared/privacy/erase-rows';
import { keyOf, recordKey, withoutMentions } from '../../../shared/privacy/mentions';

const keys = (...terms: string[]): ReadonlySet<string> =>
  new Set(terms.map((term) => keyOf(term) ?? ''));

describe('a person in a text', () => {
  test.each([
    ['Call Jane Roe today.', 'Jane Roe', 'Call [erased] today.'],
    ['JANE  ROE, of Harrow', 'jane roe', '[erased], of Harrow'],
    ['Jane Roe’s plan', 'Jane Roe', '[erased]’s plan'],
    ['Mail Jane.Roe@Harrow.example.', 'jane.roe@harrow.example', 'Mail [erased].'],
    ['Ring +49 (170) 123-4567 at noon', '0049 170 1234567', 'Ring [erased] at noon'],
    ['see https://www.linkedin.com/in/janeroe/', 'linkedin.com/in/janeroe', 'see [erased]'],
    ['by @janeroe!', 'janeroe', 'by [erased]!'],
    ['Łucja Żółć wrote', 'łucja żółć', '[erased] wrote'],
  ])('%s', (text, term, left) => {
    expect(withoutMentions(text, keys(term))).toBe(left);
  });

  test('leaves everybody else alone', () => {
    const text = 'Jane Roebuck, jane@harrow.example, +49 170 1234568, Jane';
    expect(withoutMentions(text, keys('Jane Roe', 'ne@harrow.example', '+49 170 1234567'))).toBe(
      text,
    );
  });

  test('is not looked for by what tells nobody', () => {
    expect(keyOf('a')).toBeNull();
    expect(keyOf('12 34')).toBeNull();
    expect(keyOf('one two three four five six')).toBeNull();
  });
});

describe('a record', () => {
  const record = {
    id: 'c1',
    kind: 'contact',
    values: {
      name: 'Jane Roe',
      email: 'jane@harrow.example',
      note: 'Jane Roe likes tea',
      partner: 'p1',
    },
  };

  test('that names the person keeps the rest', () => {
    const erased = eraseRecord(record, keys('Jane Roe', 'jane@harrow.example'));
    expect(erased.values).toEqual({
      name: '[erased]',
      note: '[erased] likes tea',
      partner: 'p1',
    });
    expect(eraseRecord(record, keys('Somebody Else'))).toBe(record);
  });

  test('forgets the stamps that bear the name of a member', () => {
    const tagged = {
      ...record,
      values: { name: 'Else' },
      clocks: { name: 's1', tags: 's2', 'tags:Jane Roe': 's2', 'tags:tea': 's3' },
    };
    const erased = eraseRecord(tagged, keys('Jane Roe'));
    expect(Object.keys(erased.clocks)).toEqual(['name', 'tags', 'tags:tea']);
  });

  test('that is the person loses all words of its own', () => {
    const erased = eraseRecord(record, new Set([recordKey('c1')]));
    expect(erased.values).toEqual({ name: '[erased]', partner: 'p1' });
  });

  test('is erased in the journal, too, and a finished document never', () => {
    const entry = {
      reason: 'Added Jane Roe',
      changes: [
        { kind: 'contact', id: 'c1', field: 'exists', from: false, to: true },
        { kind: 'contact', id: 'c1', field: 'email', from: null, to: 'jane@harrow.example' },
        { kind: 'partner', id: 'p1', field: 'tags', from: [], to: ['Jane Roe', 'tea'] },
        { kind: 'review', id: 'r1', field: 'title', from: null, to: 'Jane Roe' },
      ],
    };
    const erased = eraseEntry(entry, keys('Jane Roe', 'jane@harrow.example'));
    expect(erased.reason).toBe('Added [erased]');
    expect(erased.changes.map(({ to }) => to)).toEqual([true, null, ['tea'], 'Jane Roe']);
  });
});

describe('the list of who was erased', () => {
  const hashing: Hashing = (key) =>
    Promise.resolve((text) =>
      Promise.resolve(createHmac('sha256', Buffer.from(key, 'hex')).update(text).digest('hex')),
    );
  const empty = { key: 'ab'.repeat(32), entries: [] };

  test('finds the person again and holds nothing that they are known by', async () => {
    const list = await withErased(empty, ['w:jane roe', recordKey('c1')], 1, hashing);
    expect(JSON.stringify(list)).not.toMatch(/jane|roe|c1/i);
    const finder = new ErasedFinder([list]);
    finder.look('A call with Jane Roe and Max Mole');
    finder.lookKey(recordKey('c2'));
    expect([...(await finder.found(hashing))]).toEqual(['w:jane roe']);
  });

  test('of two desks are kept beside each other, each person once', async () => {
    const one = await withErased(empty, ['w:jane roe'], 1, hashing);
    const more = await withErased(one, ['w:jane roe', 'w:max mole'], 2, hashing);
    const other = await withErased({ key: 'cd'.repeat(32), entries: [] }, ['w:x y'], 3, hashing);
    const merged = mergedLists([one], [other, more]);
    expect(merged.map(({ entries }) => entries.length)).toEqual([2, 1]);
  });
});
