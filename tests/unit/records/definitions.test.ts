import { describe, expect, it } from 'vitest';
import type { KindDefinition } from '../../../shared/records/definition';
import { anyKind, businessAreas } from '../../../shared/records/definition';
import { kindOf, kinds } from '../../../shared/records/index';
import { shippedRecords } from '../../../shared/records/reference-data';
import { linksOf, validField, validValues } from '../../../shared/records/validation';

/** Screens of an area that were made by hand and stand in its navigation beside the lists. */
const screensByHand: Readonly<Record<string, number>> = {
  clients: 2,
  partners: 1,
  performance: 1,
};

/** Fields that a form can hold: what has parts is edited where it is shown, an order by moving. */
function editable({ fields }: KindDefinition): string[] {
  return Object.keys(fields).filter((name) => {
    const type = fields[name]?.type;
    return type !== 'order' && type !== 'structure';
  });
}

const lists = kinds.filter(({ home }) => home === 'list');
const inside = kinds.flatMap((definition) =>
  typeof definition.home === 'string' ? [] : [{ definition, home: definition.home }],
);

describe('the navigation', () => {
  it.each(businessAreas)('%s has at most six lists and screens', (area) => {
    const own = lists.filter((definition) => definition.area === area);
    expect(own.length + (screensByHand[area] ?? 0)).toBeLessThanOrEqual(6);
  });

  it('names every kind, every label and every list once', () => {
    for (const words of [kinds.map(({ kind }) => kind), lists.map(({ plural }) => plural)]) {
      expect(new Set(words).size).toBe(words.length);
    }
  });
});

describe.each(kinds.map((definition) => [definition.kind, definition] as const))(
  '%s',
  (_kind, definition) => {
    const { fields, columns, sort, home, groups, state, due, responsible, ratios } = definition;

    it('says what it is for, with an example, and which rows of the mission it serves', () => {
      expect(definition.purpose).toMatch(/^[A-Z].*\.$/);
      expect(definition.example ?? '').not.toBe('');
      expect(definition.serves.length).toBeGreaterThan(0);
      for (const row of definition.serves) expect(row).toMatch(/^[A-Z]\d$/);
    });

    it('has its columns, its order and its name among its fields', () => {
      expect(new Set(columns).size).toBe(columns.length);
      for (const name of [...columns, sort.field, definition.nameField]) {
        expect(Object.keys(fields)).toContain(name);
      }
      expect(fields[definition.nameField]?.to).toBeUndefined();
    });

    it('refers to kinds that there are', () => {
      for (const { to } of Object.values(fields)) {
        if (to !== undefined && to !== anyKind) kindOf(to);
      }
    });

    it('begins with values that its fields take', () => {
      for (const [name, { initial, type, to }] of Object.entries(fields)) {
        if (initial === 'today') expect(type).toBe('day');
        else if (initial === 'person') expect(to).toBe('team-member');
        else if (initial) expect(validField(definition, name, initial.value)).toBe(initial.value);
      }
    });

    it('gives words only to what can be chosen', () => {
      for (const { words, choices } of Object.values(fields)) {
        if (words !== undefined) expect(choices).toBeDefined();
      }
    });

    it('shows every field that a form can hold once, in parts of at most ten', () => {
      if (home === 'screen' && groups === undefined) return;
      const shown = groups?.flatMap((group) => group.fields) ?? [];
      expect([...shown].sort()).toEqual(editable(definition).filter(isFormField).sort());
      for (const group of groups ?? []) expect(group.fields.length).toBeLessThanOrEqual(10);
      for (const [name, { required }] of Object.entries(fields)) {
        if (required !== true || fields[name]?.type === 'structure') continue;
        expect(groups?.[0]?.fields).toContain(name);
      }
    });

    it('stands in states of which some are closed', () => {
      if (state === undefined) return;
      const field = fields[state.field];
      const target = field?.to === undefined ? null : kindOf(field.to);
      const ordered = Object.values(target?.fields ?? {}).some(({ type }) => type === 'order');
      expect(field?.choices !== undefined || ordered).toBe(true);
      expect(state.closed.length).toBeGreaterThan(0);
      for (const word of state.closed) {
        if (field?.choices) expect(field.choices).toContain(word);
        else expect(word).toMatch(new RegExp(`^${field?.to ?? ''}:`));
      }
    });

    it('is due on a day and the work of a team member', () => {
      if (due !== undefined) expect(fields[due]?.type).toBe('day');
      if (responsible !== undefined) {
        expect(fields[responsible]).toMatchObject({ type: 'reference', to: 'team-member' });
      }
    });

    it('works its ratios out from numbers or money', () => {
      for (const { of, per } of Object.values(ratios ?? {})) {
        for (const name of [of, per]) {
          expect(['integer', 'number', 'money']).toContain(fields[name]?.type);
        }
      }
    });
  },
);

/** When a note was begun is written by the screen, never by a person. */
function isFormField(name: string): boolean {
  return name !== 'writtenAt';
}

describe('what lives inside another kind', () => {
  it.each(inside.map(({ definition, home }) => [definition.kind, definition, home] as const))(
    '%s names its parent',
    (_kind, definition, home) => {
      expect(kindOf(home.inside).owner).toBe('person');
      expect(definition.fields[home.by]).toMatchObject({
        type: 'reference',
        to: home.inside,
        required: true,
      });
    },
  );
});

describe('the lists that come with the product', () => {
  it('hold valid values and lead to each other under ids that there are once', () => {
    const ids = new Map(shippedRecords.map(({ id, kind }) => [id, kind]));
    expect(ids.size).toBe(shippedRecords.length);
    for (const { kind, id, values } of shippedRecords) {
      expect(id).toMatch(/^[a-z-]+:[a-z0-9-]+$/);
      const definition = kindOf(kind);
      expect(validValues(definition, values)).toEqual(values);
      for (const [name, field] of Object.entries(definition.fields)) {
        for (const link of linksOf(field, values[name])) expect(ids.get(link)).toBe(field.to);
      }
    }
  });

  it('hold every state in which nothing is left to do', () => {
    const ids = new Set(shippedRecords.map(({ id }) => id));
    for (const { fields, state } of kinds) {
      if (state === undefined || fields[state.field]?.to === undefined) continue;
      for (const word of state.closed) expect(ids).toContain(word);
    }
  });
});
