import { expect, it } from 'vitest';
import { monthsInWords } from '../../../shared/kernel/month-words';

it('says months without saying anything twice', () => {
  expect(monthsInWords('2026-07', '2026-07')).toBe('Jul 2026');
  expect(monthsInWords('2026-07-01', '2026-09-30')).toBe('Jul–Sep 2026');
  expect(monthsInWords('2025-11', '2026-01')).toBe('Nov 2025–Jan 2026');
});
