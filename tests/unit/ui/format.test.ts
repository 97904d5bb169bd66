import { describe, expect, it } from 'vitest';
import {
  formatAmount,
  formatChange,
  formatCount,
  formatCounted,
  formatMoney,
  formatPercent,
  formatShortAmount,
} from '../../../renderer/ui/format';
import {
  agoInShort,
  agoInWords,
  formatDayInWords,
  formatDayRange,
} from '../../../renderer/ui/times';
import { dayOf } from '../../../shared/kernel/days';

describe('amounts', () => {
  it('have the decimals of their own currency', () => {
    expect(formatAmount({ amountMinor: 123456, currency: 'EUR' })).toBe('1,234.56');
    expect(formatAmount({ amountMinor: 123456, currency: 'JPY' })).toBe('123,456');
    expect(formatAmount({ amountMinor: 123456, currency: 'KWD' })).toBe('123.456');
  });

  it('carry the true minus sign and their ISO code', () => {
    expect(formatMoney({ amountMinor: -50, currency: 'GBP' })).toBe('GBP −0.50');
  });

  it('are short on cards', () => {
    expect(formatShortAmount({ amountMinor: 124_000_000, currency: 'EUR' })).toBe('1.24\u00a0M');
    expect(formatShortAmount({ amountMinor: 91_200, currency: 'EUR' })).toBe('912');
  });
});

describe('counts and ratios', () => {
  it('separate thousands and agree with their noun', () => {
    expect(formatCount(1204567)).toBe('1,204,567');
    expect(formatCounted(1, 'program', 'programs')).toBe('1 program');
    expect(formatCounted(0, 'program', 'programs')).toBe('0 programs');
  });

  it('say the direction of a change by sign and arrow', () => {
    expect(formatChange(0.1236)).toBe('↑ +12.4\u00a0%');
    expect(formatChange(-0.03)).toBe('↓ −3.0\u00a0%');
    expect(formatChange(0.0004)).toBe('→ 0.0\u00a0%');
    expect(formatChange(-0.0004)).toBe('→ 0.0\u00a0%');
    expect(formatPercent(0.5, 0)).toBe('50\u00a0%');
  });
});

describe('times', () => {
  const now = Date.UTC(2026, 10, 22, 12);

  it('are told from now', () => {
    expect(agoInWords(now - 20_000, now)).toBe('just now');
    expect(agoInWords(now - 60_000, now)).toBe('1 minute ago');
    expect(agoInWords(now - 3 * 3_600_000, now)).toBe('3 hours ago');
    expect(agoInShort(now - 5 * 86_400_000, now)).toBe('5 d ago');
  });

  it('never lie in the future when clocks differ', () => {
    expect(agoInWords(now + 90_000, now)).toBe('just now');
  });

  it('write a year once when both days share it', () => {
    expect(formatDayRange(dayOf(2026, 7, 1), dayOf(2026, 9, 30))).toBe('1 Jul – 30 Sep 2026');
    expect(formatDayRange(dayOf(2025, 11, 1), dayOf(2026, 1, 31))).toBe('1 Nov 2025 – 31 Jan 2026');
    expect(formatDayInWords(dayOf(2024, 2, 29))).toBe('29 Feb 2024');
  });
});
