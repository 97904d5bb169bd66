import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sameParts } from '../../renderer/app/same-parts';

const plain = fc.jsonValue({ maxDepth: 4, noUnicodeString: false });

test('what is shared with the value before says exactly what the new one says', () => {
  fc.assert(
    fc.property(plain, plain, (before, now) => {
      const [was, is] = [structuredClone(before), structuredClone(now)];
      expect(sameParts(before, now)).toEqual(is);
      expect(before).toEqual(was);
      expect(now).toEqual(is);
    }),
  );
});

test('a value that says the same is the one before', () => {
  fc.assert(
    fc.property(plain, (value) => {
      expect(sameParts(value, structuredClone(value))).toBe(value);
    }),
  );
});
