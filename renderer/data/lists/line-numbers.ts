import type { Measure } from '../../../shared/domain/partner-list';
import { utcDay } from '../../../shared/kernel/days';
import type { SourceAccounts } from '../facts';
import type { Line } from './lines';
import type { NumberColumn } from './table';

/** Puts a line's numbers into the columns at this place; what is not known stays as it is there. */
export function numbersOf(
  { members }: Line,
  measure: Measure | null,
  columns: Readonly<Record<NumberColumn, Float64Array>>,
  at: number,
): void {
  let programs = 0;
  let lastSale = 0;
  let joined = Infinity;
  const sums = { revenue: 0, previous: 0, orders: 0, commission: 0, clicks: NaN };
  let counted = false;
  let comparable = true;
  for (const [place, { figures, at: account, program, listed }] of members.entries()) {
    const isFirstOfProgram = members.every(
      (other, before) => before >= place || other.program.programId !== program.programId,
    );
    if (isFirstOfProgram) programs += 1;
    lastSale = Math.max(lastSale, figures.days.lastSale[account] ?? 0);
    if (listed !== null && listed.joinedAt !== null) joined = Math.min(joined, listed.joinedAt);
    if (measure?.model !== program.model) continue;
    const currency = figures.currencies.indexOf(measure.currency);
    if (currency < 0 || !figures.current.isKnown) continue;
    counted = true;
    if (!figures.previous.isWhole || !figures.current.isWhole) comparable = false;
    const cell = account * figures.currencies.length + currency;
    if (account >= 0) {
      sums.revenue += figures.current.revenue[cell] ?? 0;
      sums.previous += figures.previous.revenue[cell] ?? 0;
      sums.orders += figures.current.orders[cell] ?? 0;
      sums.commission += figures.current.commission[cell] ?? 0;
    }
    // A source's clicks stand on the line of its own currency.
    if (figures.current.clicks === null || currency !== figures.ownCurrency) continue;
    sums.clicks =
      (Number.isNaN(sums.clicks) ? 0 : sums.clicks) + (figures.current.clicks[account] ?? 0);
  }
  columns.programs[at] = programs;
  if (lastSale > 0) columns.lastSale[at] = lastSale;
  if (joined !== Infinity) columns.joined[at] = utcDay(joined);
  if (!counted) return;
  columns.revenue[at] = sums.revenue;
  columns.orders[at] = sums.orders;
  columns.commission[at] = sums.commission;
  columns.clicks[at] = sums.clicks;
  if (comparable && sums.previous > 0) columns.change[at] = sums.revenue / sums.previous - 1;
}

/** What figures there are: every model and currency in which something was sold, the most orders first. */
export function measuresOf(figures: readonly SourceAccounts[]): Measure[] {
  const found = new Map<string, { measure: Measure; orders: number }>();
  for (const { program, currencies, current, previous } of figures) {
    const counts = currencies.map(() => 0);
    for (const { orders } of [current, previous]) {
      for (let at = 0; at < orders.length; at += 1) {
        const place = at % currencies.length;
        counts[place] = (counts[place] ?? 0) + (orders[at] ?? 0);
      }
    }
    for (const [place, currency] of currencies.entries()) {
      const orders = counts[place] ?? 0;
      if (currency === '' || orders === 0) continue;
      const key = `${program.model} ${currency}`;
      const known = found.get(key);
      if (known !== undefined) known.orders += orders;
      else found.set(key, { measure: { model: program.model, currency }, orders });
    }
  }
  return [...found.values()]
    .sort((one, other) => other.orders - one.orders)
    .map(({ measure }) => measure);
}
