import { describe, expect, it } from 'vitest';
import { areas } from '../../../renderer/app/areas';
import { standingOf } from '../../../renderer/app/standing';
import { hrefOf, routeOf, type Route } from '../../../renderer/app/routes';
import { anybodysPanels, homePanels } from '../../../renderer/features/team/my-day/panels';
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

describe('home screens', () => {
  it('ask only for fields that the kinds have', () => {
    for (const { kind, mine, filters } of [
      ...Object.values(homePanels).flat(),
      ...anybodysPanels,
    ]) {
      const { fields } = kindOf(kind);
      if (mine !== undefined) expect(fields[mine]?.to).toBe('team-member');
      for (const { column } of filters) expect(Object.keys(fields)).toContain(column);
    }
  });
});
