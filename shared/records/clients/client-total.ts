import type { KindDefinition } from '../definition';
import { choice, integer, money, month, reference, text } from '../fields';

/** A client's own total sales of one calendar month in one currency: the base of the affiliate share of sales. */
export const clientTotal: KindDefinition = {
  kind: 'client-total',
  label: 'Client total',
  plural: 'Client totals',
  owner: 'person',
  area: 'clients',
  serves: ['S2'],
  home: 'screen',
  purpose: 'What a client sold in all, month by month: the base of the affiliate share.',
  example: 'All sales of September, €1,240,000 net',
  version: 1,
  nameField: 'month',
  perCurrency: 'total',
  fields: {
    client: reference('Client', 'client', { required: true }),
    month: month('Month', { required: true }),
    total: money('Total sales', { required: true }),
    orders: integer('All orders', { from: 0, to: 2 ** 40 }),
    newCustomers: integer('All new customers', { from: 0, to: 2 ** 40 }),
    basis: choice('Basis', ['net', 'gross']),
    origin: text('Where it comes from'),
  },
  columns: ['client', 'month', 'total', 'orders', 'newCustomers', 'basis', 'origin'],
  sort: { field: 'month', direction: 'descending' },
};
