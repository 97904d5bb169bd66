import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bonusPeriods,
  isRuleName,
  paidUnits,
  type CommissionRule,
  type Condition,
  type Pay,
} from '../../shared/domain/commission-rule';
import { allInWords, readRule, writeRule } from '../../shared/domain/commission-words';

const percent = fc.integer({ min: 0, max: 10_000 }).map((hundredths) => hundredths / 100);
const money = fc.record({
  amountMinor: fc.integer({ min: 0, max: 2 ** 40 }),
  currency: fc.constantFrom('USD', 'EUR', 'GBP', 'CHF', 'JPY', 'KWD'),
});
const name = fc.string({ minLength: 1, maxLength: 30, unit: 'grapheme' }).filter(isRuleName);
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

const pay: fc.Arbitrary<Pay> = fc.oneof(
  fc.record({ kind: fc.constant('share' as const), percent }),
  fc.record({
    kind: fc.constant('by-customer' as const),
    newPercent: percent,
    returningPercent: percent,
  }),
  fc.record({
    kind: fc.constant('fixed' as const),
    amount: money,
    per: fc.constantFrom(...paidUnits),
  }),
  fc.record({
    kind: fc.constant('recurring' as const),
    percent,
    months: fc.option(fc.integer({ min: 1, max: 120 })),
  }),
  fc.record({
    kind: fc.constant('bonus' as const),
    plus: fc.oneof(
      percent.map((points) => ({ points })),
      money.map((amount) => ({ amount })),
    ),
    above: fc.oneof(
      fc.record({
        count: fc.integer({ min: 0, max: 10_000_000 }),
        of: fc.constantFrom('approved orders', 'approved leads', 'new customers'),
      }),
      money.map((sales) => ({ sales })),
    ),
    period: fc.constantFrom(...bonusPeriods),
    retroactive: fc.boolean(),
  }),
);

const condition: fc.Arbitrary<Condition> = fc.oneof(
  fc.record({ kind: fc.constantFrom('category', 'code', 'country', 'without'), name }),
  fc.record({ kind: fc.constantFrom('least', 'most'), amount: money }),
);

const rule: fc.Arbitrary<CommissionRule> = fc.record({
  who: fc.option(name),
  pay,
  basis: fc.option(fc.constantFrom('net', 'net-with-shipping', 'gross', 'gross-with-shipping')),
  conditions: fc.array(condition, { maxLength: 4 }),
  from: fc.option(day),
  until: fc.option(day),
});

describe('a commission rule', () => {
  it('is read back as it was written', () => {
    fc.assert(
      fc.property(rule, (given) => {
        expect(readRule(writeRule(given))).toEqual(given);
      }),
      { numRuns: 1_000 },
    );
  });

  it('says plainly what it can’t read, whatever it is given', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.stringMatching(/^[\d %$.,a-z:+]{0,60}$/)), (words) => {
        try {
          expect(readRule(writeRule(readRule(words)))).toEqual(readRule(words));
        } catch (thrown) {
          expect(thrown).toMatchObject({ code: 'UNREADABLE_RULE' });
        }
      }),
      { numRuns: 1_000 },
    );
  });

  it.each([
    '8 % of sale, net of VAT and shipping',
    'new 10 %, returning 4 %',
    '$75 per qualified lead',
    '20 % of each payment for 12 months',
    '+2 points above 100 approved orders a month, retroactive',
    'Content partners: 7.5 % of sale, without gift cards, at most €30 an order, from 2026-01-01 until 2026-03-31',
    '+£500 above £50,000 of approved sales a quarter',
    'CHF 1,250.50 per placement, with the code TRAIL10',
  ])('keeps the words ‘%s’', (words) => {
    expect(writeRule(readRule(words))).toBe(words);
  });

  it('is read in the ways in which people write', () => {
    expect(writeRule(readRule('  8%  of sales '))).toBe('8 % of sale');
    expect(writeRule(readRule('New customers 10%, returning 4%'))).toBe('new 10 %, returning 4 %');
  });

  it('names the part that it can’t read', () => {
    expect(() => readRule('8 % of sale, on Sundays')).toThrow("at 'on Sundays'");
    expect(() => readRule('eight percent')).toThrow('what is paid');
    expect(() => readRule('8 % of sale, from 2026-02-30')).toThrow('a day such as');
  });

  it('has its cost with the network’s fee beside it', () => {
    expect(allInWords(readRule('8 % of sale'), 30)).toBe('10.4 % of sale');
    expect(allInWords(readRule('$75 per qualified lead'), 20)).toBe('$90 per qualified lead');
    expect(allInWords(readRule('8 % of sale'), null)).toBeNull();
  });
});
