import type { Vendor } from './data';
import { DAY_MS, partsOfDay } from './days';
import type { DayRange } from './days';
import type { Listed } from './partnerstack-views';

const BROKEN_VENDOR = 'ledgerly';
/** Dates of the year on which that vendor has a payment and a reward that nobody can read. */
const BROKEN_DATES = [
  [3, 12],
  [8, 4],
] as const;

interface BrokenPlace {
  readonly at: number;
  readonly rank: number;
}

function brokenPlaces(vendor: Vendor, range: DayRange): BrokenPlace[] {
  if (vendor.program.account !== BROKEN_VENDOR) return [];
  const found: BrokenPlace[] = [];
  for (let day = range.first; day <= range.last; day += 1) {
    const { month, date } = partsOfDay(day);
    const rank = BROKEN_DATES.findIndex((place) => place[0] === month && place[1] === date);
    if (rank >= 0) found.push({ at: day * DAY_MS + 43_200_000, rank });
  }
  return found;
}

function brokenRow(key: string, at: number, fields: Record<string, unknown>): Listed {
  const view = { key, ...fields, meta: {}, updated_at: at };
  return {
    key,
    createdAt: at,
    updatedAt: at,
    amount: 0,
    archived: false,
    words: {},
    view: () => view,
  };
}

/** Payments whose time or amount nobody can read, for good; their keys are their own and nothing refers to them. */
export function brokenPayments(vendor: Vendor, range: DayRange): Listed[] {
  return brokenPlaces(vendor, range).map(({ at, rank }) => {
    const good = {
      approved: true,
      archived: false,
      test: false,
      customer: null,
      customer_key: null,
      partnership_key: null,
    };
    const flawed =
      rank === 0 ? { amount: 9_900, created_at: 'soon' } : { amount: '12,x0', created_at: at };
    return brokenRow(`tran_unreadable${String(at / 1000)}`, at, {
      ...good,
      currency: vendor.program.currency,
      ...flawed,
    });
  });
}

/** Rewards whose amount nobody can read, for good. */
export function brokenRewards(vendor: Vendor, range: DayRange): Listed[] {
  return brokenPlaces(vendor, range).map(({ at }) => {
    const fields = {
      amount: 'n/a',
      reward_status: 'approved',
      partnership: null,
      transaction: null,
      customer: null,
      created_at: at,
    };
    return brokenRow(`rew_unreadable${String(at / 1000)}`, at, fields);
  });
}
