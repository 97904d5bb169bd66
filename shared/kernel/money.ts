/** An exact amount: an integer number of minor units (cents, pence, yen) of one ISO 4217 currency. */
export interface Money {
  readonly amountMinor: number;
  readonly currency: string;
}

/** ISO 4217 currencies whose minor unit is not a hundredth. */
const minorDigitsOf: Readonly<Record<string, number>> = {
  BHD: 3,
  CLP: 0,
  IQD: 3,
  ISK: 0,
  JOD: 3,
  JPY: 0,
  KRW: 0,
  KWD: 3,
  LYD: 3,
  OMR: 3,
  PYG: 0,
  TND: 3,
  UGX: 0,
  VND: 0,
  XAF: 0,
  XOF: 0,
  XPF: 0,
};

/** Number of decimal digits of a currency's minor unit (2 unless ISO 4217 says otherwise). */
export function minorDigits(currency: string): number {
  return minorDigitsOf[currency] ?? 2;
}

const decimalPattern = /^(-)?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/;

/**
 * Reads a network's amount in major units (a JSON number or a decimal string) exactly into minor units, rounding half
 * away from zero when the source has more digits than the currency. Null when it is not a finite decimal number.
 */
export function minorFromMajor(amount: unknown, currency: string): number | null {
  if (typeof amount !== 'number' && typeof amount !== 'string') return null;
  const match = decimalPattern.exec(String(amount).trim());
  if (!match) return null;
  const [, sign, whole = '', fraction = '', exponent = '0'] = match;
  const shift = minorDigits(currency) + Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const kept = point <= 0 ? '0' : digits.slice(0, point).padEnd(point, '0');
  const next = point < 0 ? '0' : (digits[point] ?? '0');
  const minor = Number(kept) + (next >= '5' ? 1 : 0);
  if (!Number.isSafeInteger(minor)) return null;
  return sign === undefined || minor === 0 ? minor : -minor;
}

/** Is this an ISO-4217-shaped currency code? */
export function isCurrency(word: unknown): word is string {
  return typeof word === 'string' && /^[A-Z]{3}$/.test(word);
}
