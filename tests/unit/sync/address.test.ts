import { describe, expect, test } from 'vitest';
import { baseAddress } from '../../../electron/sync/address';

describe('the address of an API', () => {
  test.each([
    ['https://api.awin.com', 'https://api.awin.com'],
    ['https://api.partnerstack.com/api/v2/', 'https://api.partnerstack.com/api/v2'],
    ['http://127.0.0.1:4711/awin', 'http://127.0.0.1:4711/awin'],
    ['http://localhost:80/x//', 'http://localhost/x'],
    ['http://[::1]:9/', 'http://[::1]:9'],
  ])('%s is %s', (address, base) => {
    expect(baseAddress(address)).toBe(base);
  });

  test.each([
    'http://api.awin.com',
    'http://127.0.0.1.example.com',
    'http://localhost.example',
    'ftp://127.0.0.1/',
    'file:///etc/passwd',
    'javascript:alert(1)',
    'https://user:password@api.awin.com',
    'https://api.awin.com/?accessToken=1',
    'https://api.awin.com/#x',
    'api.awin.com',
    'sandbox:',
    '',
  ])('%s is refused', (address) => {
    expect(() => baseAddress(address)).toThrow(
      expect.objectContaining({ code: 'ADDRESS_NOT_ALLOWED' }),
    );
  });
});
