import fc from 'fast-check';
import { expect, it } from 'vitest';
import { minorDigits, minorFromMajor } from '../../shared/kernel/money';

const currency = fc.constantFrom('EUR', 'JPY', 'KWD', 'USD');

it('reads back every exact decimal text of minor units', () => {
  fc.assert(
    fc.property(currency, fc.integer({ min: -1e12, max: 1e12 }), (code, minor) => {
      const digits = minorDigits(code);
      const whole = String(Math.abs(minor)).padStart(digits + 1, '0');
      const text = digits === 0 ? whole : `${whole.slice(0, -digits)}.${whole.slice(-digits)}`;
      const signed = minor < 0 ? `-${text}` : text;
      expect(minorFromMajor(signed, code)).toBe(minor);
    }),
  );
});

it('reads a JSON number as exactly as its decimal text', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e9, max: 1e9 }), (cents) => {
      expect(minorFromMajor(cents / 100, 'EUR')).toBe(cents);
    }),
  );
});

it('rounds half away from zero, the same on both sides', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 1e9 }),
      fc.integer({ min: 0, max: 9 }),
      (cents, third) => {
        const text = `${Math.floor(cents / 100)}.${String(cents % 100).padStart(2, '0')}${third}`;
        const expected = cents + (third >= 5 ? 1 : 0);
        expect(minorFromMajor(text, 'EUR')).toBe(expected);
        expect(minorFromMajor(`-${text}`, 'EUR')).toBe(expected === 0 ? 0 : -expected);
      },
    ),
  );
});
