import { describe, expect, it } from 'vitest';
import {
  connectErrors,
  connectionFrom,
  tokenFrom,
  type ConnectValues,
} from '../../../renderer/features/technology/connect/connect-values';

const filled: ConnectValues = {
  network: 'awin',
  account: ' 20114 ',
  name: '',
  client: 'Northwind',
  model: 'retail',
  address: '',
  callsPerMinute: '',
  since: '2024-11-01',
  timeZone: 'Europe/Berlin',
  token: ' secret ',
  publicKey: '',
};

describe('the connect form', () => {
  it('leaves out what was left empty, so that defaults hold', () => {
    expect(connectErrors(filled)).toEqual({});
    expect(connectionFrom(filled)).toEqual({
      network: 'awin',
      account: '20114',
      client: 'Northwind',
      model: 'retail',
      since: '2024-11-01',
      timeZone: 'Europe/Berlin',
    });
  });

  it('joins PartnerStack’s two keys and asks for both', () => {
    const values = { ...filled, network: 'partnerstack' };
    expect(Object.keys(connectErrors(values))).toEqual(['publicKey']);
    expect(tokenFrom({ ...values, publicKey: 'pk' })).toBe('pk:secret');
    expect(tokenFrom(filled)).toBe('secret');
  });

  it.each([
    ['account', '  '],
    ['token', ''],
    ['callsPerMinute', '0'],
    ['callsPerMinute', '2.5'],
    ['since', '2024-02-30'],
    ['timeZone', 'Europe/Atlantis'],
    ['address', 'api.example.com'],
    ['address', 'http://api.example.com'],
    ['address', 'https://me:secret@api.example.com'],
  ] as const)('finds what is wrong with %s = %j', (field, value) => {
    expect(Object.keys(connectErrors({ ...filled, [field]: value }))).toEqual([field]);
  });

  it.each(['https://api.example.com/v1', 'http://127.0.0.1:4000', 'http://localhost:1/v2'])(
    'takes the address %s',
    (address) => {
      expect(connectErrors({ ...filled, address })).toEqual({});
    },
  );
});
