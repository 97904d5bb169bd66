import { networkNames, programModelSchema, programNetworkSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import {
  choice,
  currency,
  day,
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

/** What the bases of amounts are called. */
export const amountBasisWords: Readonly<Record<string, string>> = {
  net: 'Net of VAT and shipping',
  'net-with-shipping': 'Net of VAT, with shipping',
  gross: 'With VAT, net of shipping',
  'gross-with-shipping': 'With VAT and shipping',
};

/**
 * One program of a client on one network. Rates and payment terms are words: no network's API gives them. A program can
 * follow another one of its client from a day on, such as after a move to another network: figures run through both.
 */
export const program: KindDefinition = {
  kind: 'program',
  label: 'Program',
  plural: 'Programs',
  owner: 'person',
  area: 'strategy',
  serves: ['S2', 'S3'],
  home: 'list',
  purpose: 'The programs of every client on every network, with their terms.',
  example: 'A retail program in Germany on Awin, 30 days, locked after 45',
  version: 1,
  nameField: 'name',
  fields: {
    name: text('Name', { required: true, searched: true }),
    client: reference('Client', 'client', { required: true }),
    network: choice('Network', programNetworkSchema.options, {
      required: true,
      words: networkNames,
    }),
    account: text('Account on the network', { searched: true }),
    model: choice('Model', programModelSchema.options, { required: true, words: { b2b: 'B2B' } }),
    market: text('Market'),
    currency: currency('Currency'),
    timeZone: timeZone('Time zone', { required: true }),
    cookieDays: integer('Cookie window', { from: 0, to: 3_650 }, { unit: 'days' }),
    lockingDays: integer('Locking period', { from: 0, to: 730 }, { unit: 'days' }),
    autoValidationDays: integer('Auto-validation after', { from: 0, to: 730 }, { unit: 'days' }),
    rates: longText('Rates', { searched: true }),
    networkFee: number('Network fee', { unit: '% of commission' }),
    amountBasis: choice('Amounts', amountBases, { words: amountBasisWords }),
    paymentTerms: text('Payment terms'),
    responsible: reference('Responsible', 'team-member', { internal: true }),
    supporters: references('Supported by', 'team-member', { internal: true }),
    terms: longText('Terms', { searched: true }),
    state: choice('State', ['in-preparation', 'live', 'paused', 'ended']),
    launchedOn: day('Launched on'),
    tracking: choice('Tracking', ['pixel', 'server-side', 'pixel-and-server-side', 'integration']),
    attribution: text('Attribution', { searched: true }),
    follows: reference('Follows', 'program'),
    followsFrom: day('Follows it from'),
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
    'state',
    'launchedOn',
    'tracking',
    'follows',
    'followsFrom',
  ],
  sort: { field: 'name', direction: 'ascending' },
  groups: [
    {
      label: 'Program',
      fields: [
        'name',
        'client',
        'network',
        'account',
        'model',
        'market',
        'currency',
        'timeZone',
        'state',
        'responsible',
      ],
    },
    {
      label: 'Terms',
      fields: [
        'rates',
        'networkFee',
        'amountBasis',
        'cookieDays',
        'lockingDays',
        'autoValidationDays',
        'paymentTerms',
        'terms',
      ],
    },
    {
      label: 'Set-up and team',
      fields: ['launchedOn', 'tracking', 'attribution', 'supporters', 'follows', 'followsFrom'],
    },
  ],
  state: { field: 'state', closed: ['ended'] },
  responsible: 'responsible',
};
