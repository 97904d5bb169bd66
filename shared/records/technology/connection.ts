import { networkSchema } from '../../domain/vocabulary';
import type { KindDefinition } from '../definition';
import { choice, day, flag, integer, reference, text } from '../fields';

/** One account of one network, which is one program. Its token lives in the key store of the computer, never here. */
export const connection: KindDefinition = {
  kind: 'connection',
  label: 'Connection',
  plural: 'Connections',
  owner: 'person',
  area: 'technology',
  serves: ['X1'],
  home: 'screen',
  purpose: 'One account of one network, which is one program.',
  example: 'A retail account on Awin, read since January 2023',
  version: 1,
  nameField: 'account',
  fields: {
    program: reference('Program', 'program', { required: true }),
    network: choice('Network', networkSchema.options, {
      required: true,
      words: { partnerstack: 'PartnerStack' },
    }),
    account: text('Account', { required: true, searched: true }),
    address: text('API address', { internal: true }),
    callsPerMinute: integer(
      'Pace',
      { from: 1, to: 100_000 },
      { required: true, unit: 'calls per minute' },
    ),
    since: day('Read since', { required: true }),
    paused: flag('Paused'),
  },
  columns: ['network', 'account', 'program', 'address', 'callsPerMinute', 'since', 'paused'],
  sort: { field: 'account', direction: 'ascending' },
};
