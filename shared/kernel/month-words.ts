const names = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

function nameOf(month: string): string {
  return names[Number(month.slice(5, 7)) - 1] ?? month;
}

/** The months from one to another, both written `2026-07` or as a day: `Jul 2026`, `Jul–Sep 2026`, `Nov 2025–Jan 2026`. */
export function monthsInWords(from: string, to: string): string {
  const [firstYear, lastYear] = [from.slice(0, 4), to.slice(0, 4)];
  const last = `${nameOf(to)} ${lastYear}`;
  if (firstYear !== lastYear) return `${nameOf(from)} ${firstYear}–${last}`;
  return nameOf(from) === nameOf(to) ? last : `${nameOf(from)}–${last}`;
}
