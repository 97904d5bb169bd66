import { parseDay } from '../kernel/days';
import { minorDigits, minorFromMajor, type Money } from '../kernel/money';
import { DeskError } from '../kernel/result';
import {
  allInCost,
  bonusPeriods,
  isRuleName,
  paidUnits,
  ruleBases,
  type CommissionRule,
  type Condition,
  type Pay,
  type RuleBasis,
  type Threshold,
} from './commission-rule';

/*
 * A commission rule is written and read one way: `Content partners: 8 % of sale, net of VAT and shipping, without gift
 * cards, from 2026-01-01`. What `writeRule` writes, `readRule` reads back as the same rule.
 */

const symbols: Readonly<Record<string, string>> = { USD: '$', EUR: '€', GBP: '£' };
const currencyOf: Readonly<Record<string, string>> = { $: 'USD', '€': 'EUR', '£': 'GBP' };

/** A rule in words. */
export function writeRule({ who, pay, basis, conditions, from, until }: CommissionRule): string {
  const dates = [from && `from ${from}`, until && `until ${until}`].filter(Boolean).join(' ');
  const parts = [
    ...payParts(pay),
    ...(basis === null ? [] : [ruleBases[basis]]),
    ...conditions.map(conditionWords),
    ...(dates === '' ? [] : [dates]),
  ];
  return `${who === null ? '' : `${who}: `}${parts.join(', ')}`;
}

function payParts(pay: Pay): readonly string[] {
  switch (pay.kind) {
    case 'share':
      return [`${percentWords(pay.percent)} of sale`];
    case 'by-customer':
      return [
        `new ${percentWords(pay.newPercent)}`,
        `returning ${percentWords(pay.returningPercent)}`,
      ];
    case 'fixed':
      return [`${moneyWords(pay.amount)} per ${pay.per}`];
    case 'recurring':
      return [`${percentWords(pay.percent)} of ${paymentsWords(pay.months)}`];
    case 'bonus': {
      const plus =
        'points' in pay.plus
          ? `${String(pay.plus.points)} ${pay.plus.points === 1 ? 'point' : 'points'}`
          : moneyWords(pay.plus.amount);
      const bonus = `+${plus} above ${thresholdWords(pay.above)} a ${pay.period}`;
      return pay.retroactive ? [bonus, 'retroactive'] : [bonus];
    }
  }
}

function percentWords(percent: number): string {
  return `${String(percent)} %`;
}

function paymentsWords(months: number | null): string {
  if (months === null) return 'each payment for life';
  return months === 1 ? 'the first payment' : `each payment for ${String(months)} months`;
}

function thresholdWords(above: Threshold): string {
  return 'sales' in above
    ? `${moneyWords(above.sales)} of approved sales`
    : `${grouped(String(above.count))} ${above.of}`;
}

/** `$4,500`, `€7.50`, `CHF 20`. */
function moneyWords({ amountMinor, currency }: Money): string {
  const digits = minorDigits(currency);
  const scale = 10 ** digits;
  const rest = amountMinor % scale;
  const whole = grouped(String((amountMinor - rest) / scale));
  const amount = rest === 0 ? whole : `${whole}.${String(rest).padStart(digits, '0')}`;
  return `${symbols[currency] ?? `${currency} `}${amount}`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

const namedConditions = {
  category: 'for the category',
  code: 'with the code',
  country: 'for buyers in',
  without: 'without',
} as const;

function conditionWords(condition: Condition): string {
  switch (condition.kind) {
    case 'least':
      return `for orders from ${moneyWords(condition.amount)}`;
    case 'most':
      return `at most ${moneyWords(condition.amount)} an order`;
    default:
      return `${namedConditions[condition.kind]} ${condition.name}`;
  }
}

/**
 * Reads a rule in words. Throws `UNREADABLE_RULE` naming the part that can't be read and what can stand there; `8%` and
 * doubled spaces are read as well.
 */
export function readRule(words: string): CommissionRule {
  const plain = words.replace(/\s+/g, ' ').trim();
  const named = /^([^:]+): (.+)$/.exec(plain);
  const who = named?.[1] ?? null;
  if (who !== null && !isRuleName(who)) throw unreadable(who, 'the name of those whom it is for');
  const parts = (named?.[2] ?? plain).split(', ');
  const { pay, used } = readPay(parts);
  let basis: RuleBasis | null = null;
  let dates: Pick<CommissionRule, 'from' | 'until'> = { from: null, until: null };
  const conditions: Condition[] = [];
  parts.slice(used).forEach((part, at, rest) => {
    const foundBasis = at === 0 ? basisOf(part) : null;
    const foundDates = at === rest.length - 1 ? datesIn(part) : null;
    if (foundBasis !== null) basis = foundBasis;
    else if (foundDates !== null) dates = foundDates;
    else conditions.push(readCondition(part));
  });
  return { who, pay, basis, conditions, ...dates };
}

/** What a rule costs the client with the network's fee, in words; null where it isn't a plain rate or amount. */
export function allInWords({ pay }: CommissionRule, networkFee: number | null): string | null {
  if (networkFee === null) return null;
  const more = (value: number): number => allInCost(value, networkFee) ?? value;
  switch (pay.kind) {
    case 'share':
      return `${percentWords(more(pay.percent))} of sale`;
    case 'recurring':
      return `${percentWords(more(pay.percent))} of ${paymentsWords(pay.months)}`;
    case 'by-customer':
      return `new ${percentWords(more(pay.newPercent))}, returning ${percentWords(more(pay.returningPercent))}`;
    case 'fixed': {
      const amountMinor = Math.round(more(pay.amount.amountMinor));
      return `${moneyWords({ ...pay.amount, amountMinor })} per ${pay.per}`;
    }
    case 'bonus':
      return null;
  }
}

const number = String.raw`(\d+(?:\.\d+)?)`;
const amount = String.raw`((?:[$€£]|[A-Z]{3} )\d[\d,]*(?:\.\d+)?)`;
const patterns = {
  share: new RegExp(`^${number} ?% of (?:the )?sales?$`, 'i'),
  newcomers: new RegExp(`^new(?: customers)? ${number} ?%$`, 'i'),
  returning: new RegExp(`^returning(?: customers)? ${number} ?%$`, 'i'),
  fixed: new RegExp(`^${amount} per (${paidUnits.join('|')})$`),
  payments: new RegExp(
    `^${number} ?% of (the first payment|each payment for (?:life|(\\d+) months))$`,
  ),
  bonus: new RegExp(
    `^\\+(?:${number} points?|${amount}) above (.+) a (${bonusPeriods.join('|')})$`,
  ),
  sales: new RegExp(`^${amount} of approved sales$`),
  count: /^(\d[\d,]*) (approved orders|approved leads|new customers)$/,
  least: new RegExp(`^for orders from ${amount}$`),
  most: new RegExp(`^at most ${amount} an order$`),
};

function readPay(parts: readonly string[]): { readonly pay: Pay; readonly used: number } {
  const [first = '', second = ''] = parts;
  const share = patterns.share.exec(first);
  if (share) return { pay: { kind: 'share', percent: Number(share[1]) }, used: 1 };
  const [newcomers, returning] = [patterns.newcomers.exec(first), patterns.returning.exec(second)];
  if (newcomers && returning) {
    const [newPercent, returningPercent] = [Number(newcomers[1]), Number(returning[1])];
    return { pay: { kind: 'by-customer', newPercent, returningPercent }, used: 2 };
  }
  const fixed = patterns.fixed.exec(first);
  const per = paidUnits.find((unit) => unit === fixed?.[2]);
  if (fixed && per) return { pay: { kind: 'fixed', amount: readMoney(fixed[1]), per }, used: 1 };
  const payments = patterns.payments.exec(first);
  if (payments) {
    const [, percent, which, months] = payments;
    const count = which === 'the first payment' ? 1 : months === undefined ? null : Number(months);
    return { pay: { kind: 'recurring', percent: Number(percent), months: count }, used: 1 };
  }
  const bonus = patterns.bonus.exec(first);
  const period = bonusPeriods.find((each) => each === bonus?.[4]);
  if (bonus && period) {
    const [, points, more, above = ''] = bonus;
    const plus = points === undefined ? { amount: readMoney(more) } : { points: Number(points) };
    const retroactive = second === 'retroactive';
    return {
      pay: { kind: 'bonus', plus, above: readThreshold(above), period, retroactive },
      used: retroactive ? 2 : 1,
    };
  }
  throw unreadable(
    first,
    'what is paid, such as ‘8 % of sale’, ‘new 10 %, returning 4 %’, ‘$75 per qualified lead’, ‘20 % of each payment for 12 months’ or ‘+2 points above 100 approved orders a month’',
  );
}

function readThreshold(words: string): Threshold {
  const sales = patterns.sales.exec(words);
  if (sales) return { sales: readMoney(sales[1]) };
  const [, count = '', of] = patterns.count.exec(words) ?? [];
  if (of === 'approved orders' || of === 'approved leads' || of === 'new customers') {
    return { count: Number(count.replaceAll(',', '')), of };
  }
  throw unreadable(
    words,
    '‘100 approved orders’, ‘20 new customers’ or ‘$50,000 of approved sales’',
  );
}

function basisOf(part: string): RuleBasis | null {
  for (const basis of ['net', 'net-with-shipping', 'gross', 'gross-with-shipping'] as const) {
    if (ruleBases[basis] === part) return basis;
  }
  return null;
}

function datesIn(part: string): Pick<CommissionRule, 'from' | 'until'> | null {
  const match = /^(?:from (\d{4}-\d\d-\d\d))? ?(?:until (\d{4}-\d\d-\d\d))?$/.exec(part);
  if (!match || part === '') return null;
  const [, from = null, until = null] = match;
  for (const day of [from, until]) {
    if (day !== null && parseDay(day) === null) throw unreadable(day, 'a day such as 2026-11-22');
  }
  return { from, until };
}

function readCondition(part: string): Condition {
  const least = patterns.least.exec(part);
  if (least) return { kind: 'least', amount: readMoney(least[1]) };
  const most = patterns.most.exec(part);
  if (most) return { kind: 'most', amount: readMoney(most[1]) };
  for (const kind of ['category', 'code', 'country', 'without'] as const) {
    const name = part.slice(namedConditions[kind].length + 1);
    if (part.startsWith(`${namedConditions[kind]} `) && isRuleName(name)) return { kind, name };
  }
  throw unreadable(
    part,
    'a condition such as ‘for the category Shoes’, ‘with the code TRAIL10’, ‘for buyers in Germany’, ‘without gift cards’, ‘for orders from $50’ or ‘at most $30 an order’, or a basis such as ‘net of VAT and shipping’ right after what is paid',
  );
}

function readMoney(words = ''): Money {
  const [, sign = '', digits = ''] = /^([$€£]|[A-Z]{3} )(.+)$/.exec(words) ?? [];
  const currency = currencyOf[sign] ?? sign.trim();
  const amountMinor = minorFromMajor(digits.replaceAll(',', ''), currency);
  if (amountMinor === null) throw unreadable(words, 'an amount such as $75 or EUR 1,250.50');
  return { amountMinor, currency };
}

function unreadable(part: string, expected: string): DeskError {
  return new DeskError(
    'UNREADABLE_RULE',
    `The rule can't be read at '${part}': it must be ${expected}.`,
  );
}
