import { describe, expect, test } from 'vitest';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { GroupedKind, MatchQuestion } from '../../../shared/domain/matches';
import { MatchIndex, type IndexedRecord } from '../../../renderer/data/matches/match-index';
import { judge, leastScore, type Judged } from '../../../renderer/data/matches/score';
import { handleOf, nameKey, traitsOf } from '../../../renderer/data/matches/traits';

type Values = Readonly<Record<string, FieldValue>>;
const nothing = { addresses: [], emails: [] };

function recognized(values: Values, kind: GroupedKind = 'partner') {
  return { values, traits: traitsOf(kind, values, nothing) };
}

function judged(one: Values, other: Values, question: MatchQuestion = 'partner'): Judged {
  const kinds: readonly GroupedKind[] =
    question === 'belongs' ? ['partner', 'company'] : [question, question];
  return judge(question, recognized(one, kinds[0]), recognized(other, kinds[1]));
}

const codes = ({ reasons }: Judged): string[] => reasons.map(({ code }) => code);

describe('what a record is recognized by', () => {
  test('shared hosts, link pages and free mailboxes are no reason', () => {
    for (const site of [
      'https://linktr.ee/trail',
      'blog.wordpress.com',
      'https://medium.com/@trail',
    ]) {
      expect(codes(judged({ name: 'Aaaa', domain: site }, { name: 'Bbbb', domain: site }))).toEqual(
        [],
      );
    }
    const email = 'trail@gmail.com';
    expect(codes(judged({ name: 'Aaaa', email }, { name: 'Bbbb', email }))).toEqual([]);
  });

  test('a profile belongs to one, wherever it is written', () => {
    expect(handleOf('https://www.instagram.com/Trail_Notes/?hl=en')).toBe('instagram/trail_notes');
    expect(handleOf('youtube.com/@TrailNotes/videos')).toBe('youtube/trailnotes');
    expect(handleOf('https://www.linkedin.com/company/trail-notes')).toBe('linkedin/trail-notes');
    expect(handleOf('https://www.youtube.com/watch?v=1')).toBeNull();
    expect(handleOf('https://trail.example/about')).toBeNull();
    const one = { name: 'One brand', sites: ['instagram.com/trail_notes'] };
    const other = { name: 'Other words', sites: ['https://instagram.com/Trail_Notes'] };
    expect(codes(judged(one, other))).toEqual(['same-handle']);
  });

  test('the spelling of a name does not count, short names say nothing', () => {
    const same = [
      'Trail Notes',
      'The Trail-Notes Ltd.',
      'TRAIL NOTES GmbH & Co. KG',
      'Tráil Notes UK',
      'trailnotes.com',
    ];
    expect(new Set(same.map((name) => nameKey(name)))).toEqual(new Set(['trailnotes']));
    expect(nameKey('ABC')).toBeNull();
    expect(nameKey('12345')).toBeNull();
    expect(nameKey('Trail Runners')).not.toBe(nameKey('Trail Notes'));
  });
});

describe('how much speaks for two records being one', () => {
  test('the same registrable domain is nearly certain, a contradiction takes it back', () => {
    const one = { name: 'Trail Notes', domain: 'trailnotes.co.uk', type: 'content' };
    const other = {
      name: 'Tn Deals',
      domain: 'https://www.trailnotes.co.uk/deals',
      type: 'content',
    };
    expect(judged(one, other).score).toBeGreaterThanOrEqual(0.9);
    expect(codes(judged(one, other))).toEqual(['same-site']);
    expect(judged(one, { ...other, type: 'coupon' })).toMatchObject({ doubts: ['other-type'] });
    expect(judged(one, { ...other, type: 'coupon' }).score).toBeLessThan(0.9);
  });

  test('a name alone is a suggestion, and none where both have sites of their own', () => {
    expect(
      judged({ name: 'Trail Notes' }, { name: 'Trail Notes Ltd' }).score,
    ).toBeGreaterThanOrEqual(leastScore);
    const apart = judged(
      { name: 'Trail Notes', domain: 'trailnotes.com' },
      { name: 'Trail Notes', domain: 'hikers-daily.de' },
    );
    expect(apart.doubts).toEqual(['other-site']);
    expect(apart.score).toBeLessThan(leastScore);
  });

  test('the same name and the same site under another ending are likely', () => {
    const found = judged(
      { name: 'Trail Notes', domain: 'trailnotes.co.uk' },
      { name: 'Trail Notes DE', domain: 'trail-notes.de' },
    );
    expect(codes(found)).toEqual(['same-name', 'same-site-name']);
    expect(found.score).toBeGreaterThan(0.7);
    expect(found.score).toBeLessThan(0.9);
  });

  test('two people of one company are no reason, a mailbox at the other’s site is', () => {
    expect(
      codes(judged({ name: 'Aaaa', email: 'a@trail.com' }, { name: 'Bbbb', email: 'b@trail.com' })),
    ).toEqual([]);
    expect(
      codes(judged({ name: 'Aaaa', email: 'a@trail.com' }, { name: 'Bbbb', domain: 'trail.com' })),
    ).toEqual(['mail-at-site']);
  });

  test('a company is known by the brand in its name', () => {
    const found = judged(
      { name: 'Trail Notes' },
      { name: 'Trail Notes Publishing', country: 'US' },
      'belongs',
    );
    expect(codes(found)).toEqual(['same-name']);
    expect(found.score).toBeGreaterThanOrEqual(leastScore);
  });
});

describe('the index', () => {
  const record = (id: string, values: Values): IndexedRecord => ({
    id,
    kind: 'partner',
    values,
    belongings: nothing,
  });
  const now = (): Promise<void> => Promise.resolve();

  test('finds every pair that shares a trait, also after changes', async () => {
    const index = new MatchIndex();
    const records = [
      record('a', { name: 'Trail Notes', domain: 'trail.com' }),
      record('b', { name: 'Other name', domain: 'trail.com' }),
      record('c', { name: 'Trail Notes' }),
      record('d', { name: 'Nobody knows' }),
    ];
    await index.update(records, now);
    expect(
      index
        .alike()
        .map((pair) => [...pair].sort().join(''))
        .sort(),
    ).toEqual(['ab', 'ac']);
    await index.update([...records.slice(1), record('d', { name: 'Other Name Ltd' })], now);
    expect(
      index
        .alike()
        .map((pair) => [...pair].sort().join(''))
        .sort(),
    ).toEqual(['bd']);
  });

  test('what very many share is no one’s own', async () => {
    const index = new MatchIndex();
    const many = Array.from({ length: 40 }, (_, at) => record(`p${at}`, { name: 'New partner' }));
    await index.update(many, now);
    expect(index.alike()).toEqual([]);
  });

  test('looks at fifty thousand in a moment, and at what changed in much less', async () => {
    const index = new MatchIndex();
    const many = Array.from({ length: 50_000 }, (_, at) =>
      record(`p${at}`, {
        name: `Brand number ${at}`,
        domain: `brand-${at}.com`,
        email: `mail@brand-${at}.com`,
      }),
    );
    await index.update(many, now);
    many[7] = record('p7', { name: 'Brand number 9', domain: 'brand-9.com' });
    let turns = 0;
    await index.update(many, () => {
      turns += 1;
      return Promise.resolve();
    });
    // One record is new: not even one step of work.
    expect(turns).toBe(0);
    expect(index.alike()).toContainEqual(['p7', 'p9']);
    expect(index.alike().length).toBeLessThan(10);
  });
});
