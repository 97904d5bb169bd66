import { describe, expect, test } from 'vitest';
import {
  choiceErrors,
  choicesOf,
  clientNameOf,
  clientsOf,
  connectionsOf,
} from '../../../renderer/features/technology/set-up/account-choice';
import { termsModel } from '../../../renderer/features/technology/set-up/program-terms';
import { planEdits } from '../../../renderer/features/technology/sheet/sheet-model';
import { dayOf } from '../../../shared/kernel/days';
import { record } from '../desk-record';

const today = dayOf(2026, 11, 22);

describe('the accounts of a token', () => {
  test.each([
    ['Northwind DE', 'Northwind'],
    ['Northwind (UK)', 'Northwind'],
    ['Vélo Atelier – FR', 'Vélo Atelier'],
    ['Casa & Co International', 'Casa & Co'],
    ['DE', 'DE'],
    ['Just', 'Just'],
  ])('%s is a program of %s', (program, client) => {
    expect(clientNameOf(program)).toBe(client);
  });

  test('are ticked when they are new, and grouped under one client', () => {
    const listed = [
      { account: '1', name: 'Northwind DE' },
      { account: '2', name: 'Northwind UK' },
    ];
    const choices = choicesOf(listed, 'awin', [], { model: 'retail', timeZone: 'Europe/Berlin' });
    expect(choices.every(({ isChosen }) => isChosen)).toBe(true);
    expect(clientsOf(choices)).toEqual(['Northwind']);
    const calendar = { kind: 'months' as const, startMonth: 10, firstWeekday: 1 };
    const saved = connectionsOf(
      choices.map((choice, row) => (row === 1 ? { ...choice, isChosen: false } : choice)),
      { network: 'awin', since: '2024-11-01' },
      new Map([['northwind', calendar]]),
    );
    expect(saved).toEqual([
      {
        network: 'awin',
        since: '2024-11-01',
        account: '1',
        name: 'Northwind DE',
        client: 'Northwind',
        model: 'retail',
        timeZone: 'Europe/Berlin',
        calendar,
      },
    ]);
  });

  test('one that is on the desk keeps its first day, and is not ticked by itself', () => {
    const known = [
      { network: 'awin', account: '1', program: 'Mine', client: 'C', model: 'retail' },
    ];
    const [choice] = choicesOf(
      [{ account: '1', name: 'Theirs' }],
      'awin',
      known as unknown as Parameters<typeof choicesOf>[2],
      { model: 'retail', timeZone: 'UTC' },
    );
    expect(choice).toMatchObject({ isChosen: false, isKnown: true, name: 'Mine', client: 'C' });
    const door = { network: 'awin' as const, since: '2024-11-01' };
    const [saved] = connectionsOf([{ ...choice!, isChosen: true }], door, new Map());
    expect(saved).not.toHaveProperty('since');
  });

  test('an account that the network does not name has to be named', () => {
    const [choice] = choicesOf([{ account: '', name: '' }], 'partnerstack', [], {
      model: 'b2b',
      timeZone: 'UTC',
    });
    expect(choiceErrors(choice!)).toMatchObject({ account: 'Name the account.' });
  });
});

describe('the table of terms', () => {
  const calendar = { kind: 'months', startMonth: 2, firstWeekday: 1 };
  const model = termsModel({
    clients: [record('client', 'n', { name: 'Northwind', calendar })],
    programs: [
      record('program', 'p', {
        name: 'Northwind DE',
        client: 'n',
        model: 'retail',
        currency: 'EUR',
      }),
      record('program', 'q', { name: 'Northwind US', client: 'n', model: 'b2b', cookieDays: 30 }),
    ],
    goals: [],
    today,
  });
  const take = (row: string, column: string, text: string) =>
    planEdits(model, [{ row, column, text }]);

  test('shows gaps with a word', () => {
    expect([model.textOf('p', 'cookieDays'), model.gapOf('p', 'cookieDays')]).toEqual([
      '',
      'missing',
    ]);
    expect(model.textOf('q', 'cookieDays')).toBe('30');
  });

  test.each([
    ['cookieDays', '45 days', 45],
    ['networkFee', '30 %', 30],
    ['amountBasis', 'Net of VAT and shipping', 'net'],
    ['amountBasis', 'gross incl. VAT and shipping', 'gross-with-shipping'],
    ['currency', 'gbp', 'GBP'],
    ['rates', ' 8 % of sale ', '8 % of sale'],
  ])('%s takes %s', (column, text, value) => {
    expect(take('p', column, text).changes).toEqual([
      { op: 'set', kind: 'program', id: 'p', values: { [column]: value } },
    ]);
  });

  test.each([
    ['cookieDays', 'a month'],
    ['cookieDays', '4000'],
    ['lockingDays', '2.5'],
    ['networkFee', '130'],
    ['amountBasis', 'yes'],
    ['currency', 'Euro'],
    ['goalNow', 'USD 5,000'],
    ['goalNow', 'lots'],
  ])('%s refuses %s and says why', (column, text) => {
    const plan = take('p', column, text);
    expect(plan.changes).toEqual([]);
    expect(plan.errors).toMatchObject([{ row: 'Northwind DE', value: text }]);
  });

  test('clears a cell, and changes nothing that is so already', () => {
    expect(take('q', 'cookieDays', '').changes).toMatchObject([{ values: { cookieDays: null } }]);
    expect(take('q', 'cookieDays', '30')).toMatchObject({ changes: [], same: 1 });
  });

  test('makes a goal of the client’s own quarter', () => {
    expect(take('p', 'goalNow', '120,000').changes).toMatchObject([
      {
        op: 'create',
        kind: 'goal',
        values: {
          program: 'p',
          metric: 'revenue',
          from: '2026-11-01',
          to: '2027-01-31',
          targetMoney: { amountMinor: 12_000_000, currency: 'EUR' },
        },
      },
    ]);
    expect(take('q', 'goalNext', '40').changes).toMatchObject([
      { values: { metric: 'newCustomers', from: '2027-02-01', target: 40 } },
    ]);
  });
});
