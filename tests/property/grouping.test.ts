import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { planGrouping } from '../../renderer/data/matches/plan-grouping';
import type { FieldChoice } from '../../shared/domain/matches';
import type { FieldValue } from '../../shared/ipc/desk-records';
import { matchId } from '../../shared/records/partners/match';
import { MemoryStore } from '../unit/core/memory-store';

/*
 * Law: two records that were grouped and separated again are exactly as they were, with everything that referred to them,
 * whatever fields and relations they had.
 */

const word = fc.constantFrom('a', 'b', 'c');
const tags = fc.uniqueArray(word, { maxLength: 3 });
const partnerValues = fc.record(
  { type: fc.constantFrom('content', 'coupon'), country: word, about: word, tags, email: word },
  { requiredKeys: [] },
);
const companyValues = fc.record({ country: word, note: word, domain: word }, { requiredKeys: [] });
/** Which of three partners (or companies) each record refers to. */
const to = fc.constantFrom(0, 1, 2);
const relations = fc.record({
  contacts: fc.array(to, { maxLength: 4 }),
  introductions: fc.array(fc.tuple(to, to), { maxLength: 3 }),
  campaigns: fc.array(fc.uniqueArray(to, { minLength: 1, maxLength: 3 }), { maxLength: 3 }),
  companies: fc.array(to, { minLength: 3, maxLength: 3 }),
  /** A third partner that is part of one of the two already. */
  joined: fc.option(fc.constantFrom(0, 1)),
});
const choices = fc.dictionary(
  fc.constantFrom('type', 'country', 'about', 'tags', 'email', 'name', 'note', 'domain'),
  fc.constantFrom<FieldChoice>('one', 'other', 'both'),
);

const partners = ['p0', 'p1', 'p2'] as const;
const companies = ['c0', 'c1', 'c2'] as const;

interface World {
  readonly partners: readonly Readonly<Record<string, FieldValue>>[];
  readonly companies: readonly Readonly<Record<string, FieldValue>>[];
  readonly relations: {
    readonly contacts: readonly number[];
    readonly introductions: readonly (readonly [number, number])[];
    readonly campaigns: readonly (readonly number[])[];
    readonly companies: readonly number[];
    readonly joined: number | null;
  };
}

const world: fc.Arbitrary<World> = fc.record({
  partners: fc.array(partnerValues, { minLength: 3, maxLength: 3 }),
  companies: fc.array(companyValues, { minLength: 3, maxLength: 3 }),
  relations,
});

function build({ partners: brands, companies: firms, relations: given }: World): MemoryStore {
  const store = new MemoryStore();
  store.write([{ op: 'create', kind: 'client', id: 'client', values: { name: 'Client' } }]);
  store.write(
    companies.map((id, at) => ({
      op: 'create' as const,
      kind: 'company',
      id,
      values: { name: `Company ${id}`, ...firms[at] },
    })),
  );
  store.write(
    partners.map((id, at) => ({
      op: 'create' as const,
      kind: 'partner',
      id,
      values: {
        name: `Partner ${id}`,
        company: companies[given.companies[at] ?? 0] ?? null,
        ...brands[at],
      },
    })),
  );
  if (given.joined !== null) {
    const sameAs = partners[given.joined] ?? null;
    store.write([{ op: 'set', kind: 'partner', id: 'p2', values: { sameAs } }]);
  }
  for (const [at, partner] of given.contacts.entries()) {
    const values = { name: `Contact ${at}`, partner: partners[partner] ?? null };
    store.write([{ op: 'create', kind: 'contact', id: `contact${at}`, values }]);
  }
  for (const [at, [one, other]] of given.introductions.entries()) {
    const values = {
      idea: `Idea ${at}`,
      state: 'suggested',
      one: partners[one] ?? '',
      other: partners[other] ?? '',
    };
    store.write([{ op: 'create', kind: 'introduction', id: `introduction${at}`, values }]);
  }
  for (const [at, invited] of given.campaigns.entries()) {
    const values = {
      name: `Campaign ${at}`,
      client: 'client',
      state: 'idea',
      partners: invited.map((each) => partners[each] ?? ''),
    };
    store.write([{ op: 'create', kind: 'campaign', id: `campaign${at}`, values }]);
  }
  return store;
}

function group(
  store: MemoryStore,
  kind: 'partner' | 'company',
  [keep, part]: readonly [string, string],
  chosen: Readonly<Record<string, FieldChoice>>,
) {
  const living = [...store.records.values()].filter(({ deleted }) => deleted === 0);
  return store.write(
    planGrouping({
      kind,
      keep,
      part,
      keepValues: store.records.get(keep)?.values ?? {},
      partValues: store.records.get(part)?.values ?? {},
      referrers: living.filter(({ links }) => links.includes(part)),
      choices: chosen,
      isDecided: store.records.get(matchId(keep, part))?.deleted === 0,
    }),
  );
}

describe('grouping', () => {
  test('moves every relation, and separating brings everything back exactly', () => {
    fc.assert(
      fc.property(world, choices, fc.boolean(), (given, chosen, isPartner) => {
        const store = build(given);
        const before = store.visible();
        const pair = isPartner ? (['p0', 'p1'] as const) : (['c0', 'c1'] as const);
        const entry = group(store, isPartner ? 'partner' : 'company', pair, chosen);
        const [keep, part] = pair;
        for (const record of store.records.values()) {
          if (record.deleted === 0 && record.id !== part) expect(record.links).not.toContain(part);
        }
        if (isPartner) expect(store.records.get(part)?.values['sameAs']).toBe(keep);
        else expect(store.records.get(part)?.deleted).toBe(1);
        const { kept } = store.undo(entry);
        expect(kept).toEqual([]);
        expect(store.visible()).toEqual(before);
      }),
      { numRuns: 300 },
    );
  });

  test('what somebody changed since stays, is explained, and nothing else does', () => {
    fc.assert(
      fc.property(world, choices, word, (given, chosen, later) => {
        const store = build(given);
        const about = 'Written before';
        store.write([{ op: 'set', kind: 'partner', id: 'p0', values: { country: null } }]);
        store.write([{ op: 'set', kind: 'partner', id: 'p1', values: { country: 'z', about } }]);
        const before = store.visible();
        const entry = group(store, 'partner', ['p0', 'p1'], { ...chosen, country: 'other' });
        store.write([{ op: 'set', kind: 'partner', id: 'p0', values: { country: later } }]);
        const { kept } = store.undo(entry);
        expect(kept).toEqual([`'Country' of Partner 'Partner p0' stays: it was changed later.`]);
        const after = store.visible();
        expect(after['p0']).toEqual({ ...(before['p0'] as object), country: later });
        expect({ ...after, p0: null }).toEqual({ ...before, p0: null });
      }),
      { numRuns: 100 },
    );
  });

  test('whole chains are separated step by step', () => {
    fc.assert(
      fc.property(world, choices, (given, chosen) => {
        const store = build({ ...given, relations: { ...given.relations, joined: null } });
        const before = store.visible();
        const first = group(store, 'partner', ['p0', 'p1'], chosen);
        const between = store.visible();
        const second = group(store, 'partner', ['p2', 'p0'], chosen);
        expect(store.records.get('p1')?.values['sameAs']).toBe('p2');
        store.undo(second);
        expect(store.visible()).toEqual(between);
        store.undo(first);
        expect(store.visible()).toEqual(before);
      }),
      { numRuns: 100 },
    );
  });
});
