/** How documents write figures in English, said anew so that a test doesn't rest on what it tests. Minor units of 1/100. */
export function wholeAmount(minor: number): string {
  return grouped((minor / 100).toFixed(0));
}

/** `€34.1 k`, as cards and sentences write it. */
export function shortAmount(minor: number, currency: string): string {
  const symbol = { EUR: '€', GBP: '£', USD: '$' }[currency] ?? `${currency}\u00A0`;
  const major = minor / 100;
  if (major >= 999_950) return `${symbol}${(major / 1e6).toFixed(2)}\u00A0M`;
  if (major >= 10_000) return `${symbol}${(major / 1e3).toFixed(1)}\u00A0k`;
  return symbol + grouped(major.toFixed(0));
}

export function count(value: number): string {
  return grouped(String(value));
}

export function percent(ratio: number): string {
  return `${(ratio * 100).toFixed(1)}%`;
}

function grouped(digits: string): string {
  return digits.replace(/\B(?=(\d{3})+$)/g, ',');
}

/** Text in one line, every kind of blank as one, for comparing what two programs laid out. */
export function plain(text: string): string {
  return text.replaceAll(/[\s\u00A0\u202F\u2009]+/gu, ' ').trim();
}
