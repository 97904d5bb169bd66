import { instantOn, makeSale, MOST_A_DAY, pickPublisher, saleId, SLOTS_A_DAY } from './awin-sales';
import type { AwinSale } from './awin-sales';
import { partsOfDay, quarterOf } from './days';
import type { DayRange } from './days';
import { demandOf, partnerFactor } from './demand';
import type { Program } from './program';
import { poisson, randomOf } from './random';
import type { Membership } from './roster';

/** Rows of one program and day, in the order of their instants. `scale` is 1 for the small agency. */
function salesOfDay(
  seed: number,
  program: Program,
  members: readonly Membership[],
  day: number,
  scale: number,
): AwinSale[] {
  const random = randomOf(seed, 401, program.index, day);
  const count = Math.min(
    MOST_A_DAY,
    poisson(random, Math.min(60, program.dailyMean * scale * demandOf(seed, program, day))),
  );
  const quarter = quarterOf(day);
  const sales: AwinSale[] = [];
  for (let slot = 0; slot < count; slot += 1) {
    const member = pickPublisher(random, members, day);
    if (member === undefined) continue;
    const factor = partnerFactor(seed, program, member.partner.index, quarter);
    if (random() > factor / 2.5 && random() > 0.4 * factor) continue;
    sales.push(makeSale(seed, member, instantOn(day, random), saleId(program, day, slot), random));
  }
  return sales.sort((one, other) => one.at - other.at || one.id - other.id);
}

/** All rows of one program in the days asked for, in the order of their instants. */
export function makeSales(
  seed: number,
  program: Program,
  members: readonly Membership[],
  range: DayRange,
  scale: number,
): AwinSale[] {
  const sales: AwinSale[] = [];
  for (let day = range.first; day <= range.last; day += 1) {
    sales.push(...salesOfDay(seed, program, members, day, scale));
  }
  return sales;
}

/** A row that no client can read: stable, of no meaning, in no total. */
export interface BrokenRow {
  readonly at: number;
  readonly flaw: 'missing-id' | 'unreadable-date' | 'unreadable-amount';
  readonly like: AwinSale;
}

/** Programs with unreadable rows, and the days of the year that have them. */
const BROKEN_PROGRAMS: ReadonlyMap<
  string,
  readonly (readonly [month: number, date: number, flaw: BrokenRow['flaw']])[]
> = new Map([
  [
    '19012',
    [
      [2, 17, 'missing-id'],
      [6, 9, 'unreadable-date'],
      [10, 23, 'unreadable-amount'],
    ],
  ],
  ['40216', [[9, 14, 'unreadable-amount']]],
]);

/** The unreadable rows of a program. */
export function makeBrokenRows(
  seed: number,
  program: Program,
  members: readonly Membership[],
  range: DayRange,
): BrokenRow[] {
  const rows: BrokenRow[] = [];
  const places = BROKEN_PROGRAMS.get(program.account) ?? [];
  for (let day = range.first; day <= range.last; day += 1) {
    const { month, date } = partsOfDay(day);
    const place = places.find(
      ([placeMonth, placeDate]) => placeMonth === month && placeDate === date,
    );
    if (place === undefined) continue;
    const random = randomOf(seed, 402, program.index, day);
    const member = pickPublisher(random, members, day);
    if (member === undefined) continue;
    const at = instantOn(day, random);
    // The last slot of a day is nobody else's, so an unreadable row never shares an id with a good one.
    const like = makeSale(seed, member, at, saleId(program, day, SLOTS_A_DAY - 1), random);
    rows.push({ at, flaw: place[2], like });
  }
  return rows;
}
