import { describe, expect, test } from 'vitest';
import { anyKind } from '../../../shared/records/definition';
import { kindOf, kinds } from '../../../shared/records/index';
import { existence, FieldError, validField, validValues } from '../../../shared/records/validation';

describe.each(kinds.map((definition) => [definition.kind, definition] as const))(
  'the kind %s',
  (_, definition) => {
    test('is whole: its columns, sort, name and parents are fields and kinds that there are', () => {
      const fields = Object.keys(definition.fields);
      expect(fields).toEqual(expect.arrayContaining([...definition.columns]));
      expect(fields).toContain(definition.nameField);
      expect(fields).toContain(definition.sort.field);
      expect(fields).not.toContain(existence);
      for (const { to } of Object.values(definition.fields)) {
        if (to !== undefined && to !== anyKind) expect(kinds.map(({ kind }) => kind)).toContain(to);
      }
    });
  },
);

const program = { name: 'P', client: 'c', network: 'awin', model: 'retail', timeZone: 'UTC' };
const wrong: readonly (readonly [string, string, unknown, string])[] = [
  ['client', 'name', undefined, 'it is required'],
  ['client', 'name', '   ', 'it must be text'],
  ['client', 'currency', 'Euro', 'a currency code'],
  ['client', 'calendar', { kind: 'months', startMonth: 13, firstWeekday: 1 }, 'a calendar'],
  ['client', 'calendar', { kind: 'weeks', pattern: '4-4-4' }, 'a calendar'],
  ['client', 'tags', ['a', 'a'], 'different words'],
  ['client', 'tags', 'a', 'different words'],
  ['client', 'shoeSize', 44, 'has no field of that name'],
  ['client', 'constructor', 'x', 'has no field of that name'],
  ['program', 'network', 'myspace', 'one of awin, partnerstack'],
  ['program', 'cookieDays', 1.5, 'a whole number'],
  ['program', 'cookieDays', -1, 'a whole number'],
  ['program', 'timeZone', 'Europe/Atlantis', 'a time zone'],
  ['program', 'client', '', 'the id of a client'],
  ['connection', 'since', '2026-02-30', 'a date'],
  ['connection', 'token', 'secret', 'has no field of that name'],
  ['client-total', 'month', '2026-13', 'a month'],
  ['client-total', 'total', { amountMinor: 1.5, currency: 'EUR' }, 'minor units'],
  ['client-total', 'total', { amountMinor: 1, currency: 'EUR', rate: 1 }, 'minor units'],
  ['goal', 'target', Number.NaN, 'a number'],
];

const valid: Readonly<Record<string, Readonly<Record<string, unknown>>>> = {
  client: { name: 'C' },
  program,
  connection: {
    program: 'p',
    network: 'awin',
    account: '1',
    callsPerMinute: 20,
    since: '2026-01-01',
  },
  'client-total': { client: 'c', month: '2026-01', total: { amountMinor: 1, currency: 'EUR' } },
  goal: { name: 'G', client: 'c', metric: 'revenue', from: '2026-01-01', to: '2026-03-31' },
};

describe('validation', () => {
  test.each(Object.entries(valid))('takes a plain %s', (kind, values) => {
    expect(validValues(kindOf(kind), values)).toEqual(values);
  });

  test.each(wrong)('%s.%s can not be %j', (kind, field, value, why) => {
    const values = { ...valid[kind], [field]: value };
    let thrown: unknown;
    try {
      validValues(kindOf(kind), values);
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(FieldError);
    expect(thrown).toMatchObject({ code: 'INVALID_FIELD', kind, field });
    const { message } = thrown as FieldError;
    expect(message).toContain(`${kind}.${field}`);
    expect(message).toContain(why);
    if (value !== undefined && !Number.isNaN(value))
      expect(message).toContain(JSON.stringify(value));
  });

  test('refuses to clear what is required', () => {
    const review = kindOf('review');
    expect(() => validField(review, 'programs', [])).toThrow('it is required');
    expect(() => validField(review, 'title', null)).toThrow('it is required');
    expect(validField(kindOf('client'), 'tags', [])).toBeNull();
  });

  test('leaves out what is null and trims what is typed', () => {
    expect(validValues(kindOf('client'), { name: '  C ', vertical: null })).toEqual({ name: 'C' });
  });

  test('an unknown kind is answered with the kinds that there are', () => {
    expect(() => kindOf('customer')).toThrow(/no kind of record 'customer'.*client, program/);
  });
});
