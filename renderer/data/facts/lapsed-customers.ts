import { rowTypes } from '../../../shared/domain/vocabulary';
import { zoneDays } from '../../../shared/kernel/zones';
import type { ProgramEntry } from '../directory';
import { codesOf, numbersOf, wordReader, type Table } from './columns';
import { facts, factsKey } from './database';
import { customerCreation, paymentFacts, type RollupContext } from './payments';
import { trackedStatuses, type DayRange } from './query-scope';
import { ownedBlock, ownedParts } from './owned-parts';
import { readRoster } from './rosters';

/** Customers of a B2B program who paid in one stretch of days and not in a later one. */
export interface LapsedCustomers {
  /** Who paid in the earlier days, in any currency. */
  readonly paidBefore: number;
  /** Who of them paid nothing in the later days. */
  readonly lapsed: number;
  /** What these paid in the earlier days after their first payment, by currency, minor units. */
  readonly laterRevenue: ReadonlyMap<string, number>;
  /** Payments of either stretch that name no customer: each may be of one who seems to have lapsed. */
  readonly unnamed: number;
}

const payment = rowTypes.indexOf('payment');

/** Reads a program's payments and says who of the earlier days paid nothing in the later ones. */
export async function lapsedCustomers(
  program: ProgramEntry,
  earlier: DayRange,
  later: DayRange,
): Promise<LapsedCustomers> {
  // Which payment is a customer's first depends on all of them.
  const { source, timeZone, since } = program;
  const blocks: Table[] = [];
  for (const part of await ownedParts(program, 'transactions')) {
    const stored = await facts.blocks
      .where('key')
      .startsWith(factsKey(part.source, 'transactions', ''))
      .toArray();
    for (const block of stored) {
      blocks.push(part.counts === null ? block : ownedBlock(block, part.counts, timeZone));
    }
  }
  // As the rollups were derived, or the two would not add up.
  const derived = await facts.sources.get(source);
  const context = {
    dayOf: zoneDays(derived?.timeZone ?? timeZone),
    since: derived?.since ?? since,
    customerCreatedAt: customerCreation(await readRoster(source, 'customers')),
  };
  return countLapsed(blocks, context, earlier, later);
}

/** The same from blocks that are already in memory. */
export function countLapsed(
  blocks: readonly Table[],
  context: RollupContext,
  earlier: DayRange,
  later: DayRange,
): LapsedCustomers {
  const { firstOf } = paymentFacts(blocks, context);
  const before = new Map<string, Map<string, number>>();
  const after = new Set<string>();
  let unnamed = 0;
  for (const block of blocks) {
    const types = codesOf(block, 'type', rowTypes);
    const [statusAt, customerAt] = [wordReader(block, 'status'), wordReader(block, 'customer')];
    const [idAt, currencyAt] = [wordReader(block, 'id'), wordReader(block, 'saleCurrency')];
    const [instants, sales] = [numbersOf(block, 'instant'), numbersOf(block, 'saleMinor')];
    for (let row = 0; row < block.length; row += 1) {
      if (types[row] !== payment) continue;
      if (!trackedStatuses.some((status) => status === statusAt(row))) continue;
      const day = context.dayOf(instants?.[row] ?? NaN);
      const isLater = isWithin(day, later);
      const isEarlier = isWithin(day, earlier);
      if (!isLater && !isEarlier) continue;
      const customer = customerAt(row);
      if (customer === '') {
        unnamed += 1;
        continue;
      }
      if (isLater) after.add(customer);
      if (!isEarlier) continue;
      const paid = before.get(customer) ?? new Map<string, number>();
      before.set(customer, paid);
      const sale = sales?.[row] ?? NaN;
      if (firstOf.get(customer) === idAt(row) || Number.isNaN(sale)) continue;
      const currency = currencyAt(row);
      paid.set(currency, (paid.get(currency) ?? 0) + sale);
    }
  }
  const laterRevenue = new Map<string, number>();
  let lapsed = 0;
  for (const [customer, paid] of before) {
    if (after.has(customer)) continue;
    lapsed += 1;
    for (const [currency, amount] of paid) {
      laterRevenue.set(currency, (laterRevenue.get(currency) ?? 0) + amount);
    }
  }
  return { paidBefore: before.size, lapsed, laterRevenue, unnamed };
}

function isWithin(day: number, { from, to }: DayRange): boolean {
  return day >= from && day <= to;
}
