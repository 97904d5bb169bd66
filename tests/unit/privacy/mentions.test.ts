import { createHmac } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import {
  ErasedFinder,
  mergedLists,
  withErased,
  type Hashing,
} from '../../../shared/privacy/erasure-list';
import { eraseEntry, eraseRecord } from '../../../shared/privacy/erase-rows';
import {
  keyOf,
  recordKey,
  withoutMentions,
  withSigns,
  type ErasedKeys,
} from '../../../shared/privacy/mentions';

const keys = (...terms: string[]): ErasedKeys =>
  new Map(terms.map((term, at) => [keyOf(term) ?? '', `sign${'abc'.charAt(at)}`]));

describe('a person in a text', () => {
  test.each([
    ['Call Jane Roe today.', 'Jane Roe', 'Call [erased] today.'],
    ['JANE  ROE, of Harrow', 'jane roe', '[erased], of Harrow'],
    ['Jane Roe’s plan', 'Jane Roe', '[erased]’s plan'],
    ['Mail Jane.Roe@Harrow.example.', 'jane.roe@harrow.example', 'Mail [erased].'],
    ['Ring +49 (170) 123-4567 at noon', '0049 170 1234567', 'Ring [erased] at noon'],
    ['see https://www.linkedin.com/in/janeroe/', 'linkedin.com/in/janeroe', 'see [erased]'],
    ['by @janeroe!', 'janeroe', 'by [erased]!'],
    ['Plan of Jane Roe.pdf', 'Jane Roe', 'Plan of [erased].pdf'],
    ['jane_roe-plan_2026.xlsx', 'Jane Roe', '[erased]-plan_2026.xlsx'],
    ['see utm_jane_roe', 'Jane Roe', 'see utm_[erased]'],
    ['Anne-Marie Low’s.csv', 'Anne-Marie Low', '[erased]’s.csv'],
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

  test('is told by a sign where figures are told apart by names', () => {
    const known = keys('Jane Roe', 'Max Mole');
    expect(withSigns('JANE ROE and Max Mole, Jane', known)).toBe(
      '[erased signa] and [erased signb], Jane',
    );
    expect(withSigns('[erased signa] and', known)).toBe('[erased signa] and');
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

  test('of a partner keeps them apart by a sign, by which files of figures know them', () => {
    const partner = { id: 'p1', kind: 'partner', values: { name: 'Jane Roe', note: 'Jane Roe' } };
    const { values } = eraseRecord(partner, keys('Jane Roe'));
    expect(values['name']).toBe('[erased signa]');
    const change = { kind: 'partner', id: 'p1', field: 'name', from: null, to: 'Jane Roe' };
    const entry = eraseEntry({ reason: '', changes: [change] }, keys('Jane Roe'));
    expect(entry.changes[0]?.to).toBe('[erased signa]');
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
    const erased = eraseRecord(record, new Map([[recordKey('c1'), 'sign']]));
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
    expect([...(await finder.found(hashing)).keys()]).toEqual(['w:jane roe']);
  });

  test('gives everybody a sign that stays when another desk’s list comes beside it', async () => {
    const own = await withErased(empty, ['w:jane roe', 'w:max mole'], 1, hashing);
    const other = await withErased(
      { key: 'cd'.repeat(32), entries: [] },
      ['w:jane roe'],
      3,
      hashing,
    );
    const signs = async (...lists: (typeof own)[]): Promise<(string | undefined)[]> => {
      const finder = new ErasedFinder(lists);
      finder.look('Jane Roe, Max Mole');
      const found = await finder.found(hashing);
      return [found.get('w:jane roe'), found.get('w:max mole')];
    };
    const alone = await signs(own);
    expect(alone[0]).toMatch(/^[a-p]{8}$/);
    expect(alone[0]).not.toBe(alone[1]);
    expect(await signs(other, own)).toEqual(alone);
  });

  test('of two desks are kept beside each other, each person once', async () => {
    const one = await withErased(empty, ['w:jane roe'], 1, hashing);
    const more = await withErased(one, ['w:jane roe', 'w:max mole'], 2, hashing);
    const other = await withErased({ key: 'cd'.repeat(32), entries: [] }, ['w:x y'], 3, hashing);
    const merged = mergedLists([one], [other, more]);
    expect(merged.map(({ entries }) => entries.length)).toEqual([2, 1]);
  });
});
