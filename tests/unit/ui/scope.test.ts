import { describe, expect, it } from 'vitest';
import { comparedPeriod, fiscalChoices, isOffered, isoRange } from '../../../renderer/app/period';
import { hrefOf, routeOf, type Route } from '../../../renderer/app/routes';
import { resolveSubject } from '../../../renderer/app/scope';
import { matchingClients } from '../../../renderer/app/scope-choices';
import type { DeskRecord, FieldValue } from '../../../shared/ipc/desk-records';
import { dayOf } from '../../../shared/kernel/days';
import type { ClientCalendar } from '../../../shared/records/clients/client';

const today = dayOf(2026, 11, 22);
const julyYear: ClientCalendar = { kind: 'months', startMonth: 7, firstWeekday: 1 };

function record(kind: string, id: string, values: Record<string, FieldValue>): DeskRecord {
  return { kind, id, values, updatedAt: 0, deleted: false };
}

const clients = [
  record('client', 'c1', { name: 'Vélo Atelier', calendar: { ...julyYear } }),
  record('client', 'c2', { name: 'Casa Lumbre' }),
];
const programs = [
  record('program', 'p1', { name: 'Vélo Atelier NL', client: 'c1' }),
  record('program', 'p2', { name: 'Vélo Atelier FR', client: 'c1' }),
  record('program', 'p3', { name: 'Casa Lumbre ES', client: 'c2' }),
];

describe('the same period last year', () => {
  it('is the same months', () => {
    const period = comparedPeriod('last-quarter', today, 'previous-year');
    expect(isoRange(period.previous)).toEqual({ from: '2025-07-01', to: '2025-09-30' });
    expect(period.previousLabel).toBe('Q3 2025');
  });

  it('is as many days while the period runs', () => {
    const period = comparedPeriod('this-month', today, 'previous-year');
    expect(isoRange(period.previous)).toEqual({ from: '2025-11-01', to: '2025-11-22' });
  });

  it('is the same fiscal quarter of the client’s own calendar', () => {
    const period = comparedPeriod('FY2027-Q1', today, 'previous-year', julyYear);
    expect(isoRange(period.current)).toEqual({ from: '2026-07-01', to: '2026-09-30' });
    expect(isoRange(period.previous)).toEqual({ from: '2025-07-01', to: '2025-09-30' });
    expect([period.label, period.previousLabel]).toEqual(['Q1 FY2027', 'Q1 FY2026']);
  });
});

describe('a fiscal quarter', () => {
  it('runs to today while it is unfinished', () => {
    const period = comparedPeriod('FY2027-Q2', today, 'previous-period', julyYear);
    expect(isoRange(period.current)).toEqual({ from: '2026-10-01', to: '2026-11-22' });
    expect(isoRange(period.previous)).toEqual({ from: '2026-07-01', to: '2026-08-22' });
    expect(period.unfinished).toBe(true);
  });

  it('is offered only where the client’s calendar has it', () => {
    expect(fiscalChoices(julyYear, today).map(({ label }) => label)).toEqual([
      'FY2027-Q2',
      'FY2027-Q1',
      'FY2026-Q4',
      'FY2026-Q3',
      'FY2026-Q2',
    ]);
    expect(isOffered('FY2027-Q2', today, null)).toBe(false);
    expect(isOffered('FY2020-Q1', today, julyYear)).toBe(false);
  });
});

describe('the subject of the scope', () => {
  it('is a client with all its programs', () => {
    const found = resolveSubject({ kind: 'client', id: 'c1' }, clients, programs);
    expect(found).toMatchObject({ subjectName: 'Vélo Atelier', programs: ['p1', 'p2'] });
    expect(found.calendar).toEqual(julyYear);
  });

  it('is one program in its client’s calendar', () => {
    const found = resolveSubject({ kind: 'program', id: 'p2' }, clients, programs);
    expect(found).toMatchObject({ subjectName: 'Vélo Atelier FR', programs: ['p2'], client: 'c1' });
    expect(found.calendar).toEqual(julyYear);
  });

  it('is everything once its record is gone', () => {
    const found = resolveSubject({ kind: 'program', id: 'gone' }, clients, programs);
    expect(found).toMatchObject({ subject: { kind: 'all' }, programs: undefined });
  });

  it('is found without accents, by client or program', () => {
    const names = (search: string): string[] =>
      matchingClients(clients, programs, search).flatMap(({ name, programs: own }) => [
        name,
        ...own.map((each) => each.name),
      ]);
    expect(names('velo fr')).toEqual(['Vélo Atelier', 'Vélo Atelier FR']);
    expect(names('lumbre')).toEqual(['Casa Lumbre', 'Casa Lumbre ES']);
    expect(names('')).toHaveLength(5);
    expect(names('nobody')).toEqual([]);
  });
});

describe('an address', () => {
  const places: readonly Route[] = [
    { area: 'portfolio' },
    { area: 'program', id: 'a/b c' },
    { area: 'partners' },
    { area: 'partner', id: 'ü' },
    { area: 'review', id: 'x' },
    { area: 'review-draft', id: 'x' },
    { area: 'connect', connection: null },
    { area: 'connect', connection: 'x' },
    { area: 'set-up', step: 'terms' },
    { area: 'settings' },
  ];

  it.each(places)('leads back to its place: $area', (place) => {
    expect(routeOf(hrefOf(place))).toEqual(place);
  });

  it('that nobody knows is the portfolio', () => {
    expect(routeOf('#/nowhere/%E0%A4%A')).toEqual({ area: 'portfolio' });
    expect(routeOf('')).toEqual({ area: 'portfolio' });
  });
});
