import { rowTypes, statuses } from '../../../shared/domain/vocabulary';
import { utcDay, type Day } from '../../../shared/kernel/days';
import type { ZoneDays } from '../../../shared/kernel/zones';
import { codesOf, numbersOf, wordReader, type Table } from './columns';
import type { RosterEntry } from './database';

/** What the derivation must know of the source. */
export interface RollupContext {
  /** Days of the program's own zone. */
  readonly dayOf: ZoneDays;
  /** First day that is read; a customer who existed before it has paid before. */
  readonly since: Day;
  /** When the network says that a customer was created (ms UTC), or null. */
  readonly customerCreatedAt: (customer: string) => number | null;
}

const payment = rowTypes.indexOf('payment');
const reward = rowTypes.indexOf('reward');
const deletedStatus = statuses.indexOf('deleted');
const unknownStatus = statuses.indexOf('unknown');

/** What rows of all months together tell of a source's payments. */
export interface PaymentFacts {
  readonly byId: ReadonlyMap<string, { readonly day: Day; readonly isDeleted: boolean }>;
  /** Id of the payment with which a customer began. */
  readonly firstOf: ReadonlyMap<string, string>;
}

/** The day of every payment, and which payment is a customer's first, over all blocks of a source. */
export function paymentFacts(blocks: readonly Table[], context: RollupContext): PaymentFacts {
  const byId = new Map<string, { day: Day; isDeleted: boolean }>();
  const earliest = new Map<string, { id: string; instant: number }>();
  for (const block of blocks) {
    const type = codesOf(block, 'type', rowTypes);
    if (!type.includes(payment)) continue;
    const status = codesOf(block, 'status', statuses);
    const instants = numbersOf(block, 'instant');
    const idAt = wordReader(block, 'id');
    const customerAt = wordReader(block, 'customer');
    for (let row = 0; row < block.length; row += 1) {
      if (type[row] !== payment) continue;
      const id = idAt(row);
      const instant = instants?.[row] ?? NaN;
      const isDeleted = status[row] === deletedStatus;
      byId.set(id, { day: context.dayOf(instant), isDeleted });
      const customer = customerAt(row);
      if (isDeleted || status[row] === unknownStatus || customer === '') continue;
      const known = earliest.get(customer);
      const earlier =
        known === undefined ||
        instant < known.instant ||
        (instant === known.instant && id < known.id);
      if (earlier) earliest.set(customer, { id, instant });
    }
  }
  const firstOf = new Map<string, string>();
  for (const [customer, { id }] of earliest) {
    const created = context.customerCreatedAt(customer);
    // Someone who was a customer before the days that were read has paid before them.
    if (created === null || utcDay(created) >= context.since) firstOf.set(customer, id);
  }
  return { byId, firstOf };
}

/** First and last day of the payments that a block's rewards belong to; null where it holds no reward. */
export function daysOfRewards(
  block: Table,
  { byId }: PaymentFacts,
  { dayOf }: Pick<RollupContext, 'dayOf'>,
): readonly [Day, Day] | null {
  const type = codesOf(block, 'type', rowTypes);
  if (!type.includes(reward)) return null;
  const instants = numbersOf(block, 'instant');
  const belongsToAt = wordReader(block, 'belongsTo');
  let [first, last] = [Infinity, -Infinity];
  for (let row = 0; row < block.length; row += 1) {
    if (type[row] !== reward) continue;
    const day = byId.get(belongsToAt(row))?.day ?? dayOf(instants?.[row] ?? NaN);
    first = Math.min(first, day);
    last = Math.max(last, day);
  }
  return [first, last];
}

/** When each customer of a roster was created, as far as the network says so. */
export function customerCreation(
  customers: readonly RosterEntry[],
): RollupContext['customerCreatedAt'] {
  const createdAt = new Map<string, number>();
  for (const { id, values } of customers) {
    const created = values['createdAt'];
    if (typeof created === 'number') createdAt.set(id, created);
  }
  return (customer) => createdAt.get(customer) ?? null;
}
