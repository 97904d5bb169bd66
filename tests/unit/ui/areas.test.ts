import { describe, expect, it } from 'vitest';
import { areas } from '../../../renderer/app/areas';
import { newCommands, screenCommands } from '../../../renderer/app/palette/commands';
import { destinationOf } from '../../../renderer/app/palette/destinations';
import { standingOf } from '../../../renderer/app/standing';
import { hrefOf, routeOf, type Route } from '../../../renderer/app/routes';
import { searchedKinds } from '../../../renderer/data/search/entries';
import { anybodysHome, homes } from '../../../renderer/features/team/my-day/panels';
import { kindOf, kinds } from '../../../shared/records/index';

const entries = areas.flatMap((area) => area.entries.map((entry) => ({ area, entry })));

describe('the areas of the window', () => {
  it('lead to every kind that has a list of its own, each once', () => {
    const listed = entries.flatMap(({ entry: { to } }) => (to.area === 'records' ? [to.kind] : []));
    expect(new Set(listed).size).toBe(listed.length);
    const expected = kinds.filter(({ home }) => home === 'list').map(({ kind }) => kind);
    expect(listed).toEqual(expect.arrayContaining(expected));
    for (const kind of listed) expect(kindOf(kind).owner).toBe('person');
  });

  it('have at most six entries, and letters of their own', () => {
    for (const { entries: own } of areas) expect(own.length).toBeLessThanOrEqual(6);
    expect(new Set(areas.map(({ letter }) => letter)).size).toBe(areas.length);
  });

  it('know where every place stands, and the address leads back to it', () => {
    const places: readonly Route[] = [
      ...entries.map(({ entry }) => entry.to),
      { area: 'record', kind: 'task', id: 'a/b c' },
      { area: 'partner', id: 'p 1' },
      { area: 'review-draft', id: 'd' },
    ];
    for (const place of places) {
      expect(routeOf(hrefOf(place))).toEqual(place);
      expect(standingOf(place).entry).not.toBeNull();
    }
    expect(standingOf({ area: 'record', kind: 'task', id: 'x' }).area.label).toBe('Team');
    expect(standingOf({ area: 'program', id: 'x' }).area.label).toBe('Programs');
  });
});

describe('the palette', () => {
  it('opens every place of every area, and begins every kind that has a list', () => {
    const screens = screenCommands().map(({ to }) => hrefOf(to));
    expect(screens.sort()).toEqual(entries.map(({ entry }) => hrefOf(entry.to)).sort());
    const begun = newCommands().map(({ to }) => hrefOf(to));
    const lists = kinds.filter(({ home }) => home === 'list');
    for (const { kind } of lists) expect(begun).toContain(hrefOf({ area: 'records', kind }));
    expect(begun).toContain(hrefOf({ area: 'partners' }));
    const words = newCommands().map((command) => command.words);
    expect(new Set(words).size).toBe(words.length);
  });

  it('leads from every kind that search finds to a place', () => {
    const actions = { setSubject: () => null, setPeriod: () => null, setComparison: () => null };
    for (const { kind, home } of searchedKinds) {
      const parent = typeof home === 'string' ? null : { kind: home.inside, id: 'parent' };
      const hit = { kind, id: 'id', client: null, program: null, partner: 'p', parent };
      const screen = kind === 'view' ? 'records/task' : null;
      expect(destinationOf({ ...hit, screen }, actions), kind).not.toBeNull();
    }
  });
});

describe('home screens', () => {
  it('ask only for fields that the kinds have', () => {
    for (const { kind, mine, filters } of [
      ...Object.values(homes).flatMap(({ panels }) => panels),
      ...anybodysHome.panels,
    ]) {
      const { fields } = kindOf(kind);
      if (mine !== undefined) expect(fields[mine]?.to).toBe('team-member');
      for (const { column } of filters) expect(Object.keys(fields)).toContain(column);
    }
  });
});
