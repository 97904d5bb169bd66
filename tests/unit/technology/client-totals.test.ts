import { describe, expect, test } from 'vitest';
import { totalsModel } from '../../../renderer/features/technology/set-up/client-totals';
import { planEdits } from '../../../renderer/features/technology/sheet/sheet-model';
import { dayOf } from '../../../shared/kernel/days';
import { record } from '../desk-record';

const today = dayOf(2026, 11, 22);

describe('the table of client totals', () => {
  const totals = [
    record('client-total', 't', {
      client: 'n',
      month: '2026-09',
      total: { amountMinor: 100_00, currency: 'EUR' },
    }),
  ];
  const books = {
    clients: [record('client', 'n', { name: 'Northwind' }), record('client', 'x', { name: 'Xi' })],
    programs: [record('program', 'p', { client: 'n', currency: 'GBP' })],
    totals,
    today,
  };
  const model = totalsModel(books, 'total', 'net');

  test('has a row for each currency and a column for each month, newest first', () => {
    expect(model.rows.map(({ key }) => key)).toEqual(['n EUR', 'n GBP', 'x ']);
    expect(model.columns[0]?.key).toBe('2026-11');
    expect([model.gapOf('n GBP', '2026-10'), model.gapOf('n GBP', '2026-11')]).toEqual([
      'missing',
      null,
    ]);
  });

  test('changes what is there and makes what is not', () => {
    const plan = planEdits(model, [
      { row: 'n EUR', column: '2026-09', text: '1.250,00' },
      { row: 'n GBP', column: '2026-09', text: '£90' },
      { row: 'x ', column: '2026-08', text: 'USD 5' },
    ]);
    expect(plan.errors).toEqual([]);
    expect(plan.changes).toEqual([
      {
        op: 'set',
        kind: 'client-total',
        id: 't',
        values: { total: { amountMinor: 125_000, currency: 'EUR' }, basis: 'net' },
      },
      {
        op: 'create',
        kind: 'client-total',
        values: {
          client: 'n',
          month: '2026-09',
          total: { amountMinor: 9_000, currency: 'GBP' },
          basis: 'net',
        },
      },
      {
        op: 'create',
        kind: 'client-total',
        values: {
          client: 'x',
          month: '2026-08',
          total: { amountMinor: 500, currency: 'USD' },
          basis: 'net',
        },
      },
    ]);
  });

  test('never converts, and asks for a currency where none is known', () => {
    const { errors } = planEdits(model, [
      { row: 'n GBP', column: '2026-09', text: 'EUR 5' },
      { row: 'x ', column: '2026-09', text: '5' },
    ]);
    expect(errors.map(({ why }) => why)).toEqual([
      'this row is in GBP, and amounts are never converted',
      'it must be an amount with its currency, such as EUR 120,000',
    ]);
  });

  test('new customers belong to a month whose sales are known', () => {
    const customers = totalsModel(books, 'newCustomers', null);
    expect(
      planEdits(customers, [{ row: 'n EUR', column: '2026-09', text: '1,204' }]).changes,
    ).toEqual([{ op: 'set', kind: 'client-total', id: 't', values: { newCustomers: 1_204 } }]);
    expect(
      planEdits(customers, [{ row: 'n GBP', column: '2026-09', text: '7' }]).errors,
    ).toHaveLength(1);
  });
});
