import { networkSchema, programModelSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import {
  choice,
  currency,
  integer,
  longText,
  number,
  reference,
  references,
  text,
  timeZone,
} from '../fields';

/** What the amounts of a program hold: without VAT or with it, and whether shipping is in them. */
export const amountBases = ['net', 'net-with-shipping', 'gross', 'gross-with-shipping'] as const;

/** One program of a client on one network. Rates and payment terms are words: no network's API gives them. */
export const program: KindDefinition = {
  kind: 'program',
  label: 'Program',
  plural: 'Programs',
  owner: 'person',
  area: 'strategy',
  serves: ['S2', 'S3'],
  home: 'screen',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    client: reference('Client', 'client', { required: true }),
    network: choice('Network', networkSchema.options, { required: true }),
    account: text('Account on the network', { searched: true }),
    model: choice('Model', programModelSchema.options, { required: true }),
    market: text('Market'),
    currency: currency('Currency'),
    timeZone: timeZone('Time zone', { required: true }),
    cookieDays: integer('Cookie window', { from: 0, to: 3_650 }, { unit: 'days' }),
    lockingDays: integer('Locking period', { from: 0, to: 730 }, { unit: 'days' }),
    autoValidationDays: integer('Auto-validation after', { from: 0, to: 730 }, { unit: 'days' }),
    rates: longText('Rates', { searched: true }),
    networkFee: number('Network fee', { unit: '% of commission' }),
    amountBasis: choice('Amounts', amountBases),
    paymentTerms: text('Payment terms'),
    responsible: reference('Responsible', 'team-member', { internal: true }),
    supporters: references('Supported by', 'team-member', { internal: true }),
    terms: longText('Terms', { searched: true }),
  },
  columns: [
    'name',
    'client',
    'network',
    'account',
    'model',
    'market',
    'currency',
    'timeZone',
    'cookieDays',
    'lockingDays',
    'autoValidationDays',
    'rates',
    'networkFee',
    'amountBasis',
    'paymentTerms',
    'responsible',
    'supporters',
  ],
  sort: { field: 'name', direction: 'ascending' },
};
