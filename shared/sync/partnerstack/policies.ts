import type { ReadingPolicy } from '../plan';

/** One UTC month. */
const windowDays = 31;
const rereadDays = 100;

/** Rosters that the network can list by last update are walked once a week and merged in between. */
const weekly = 7;

/**
 * What is read from PartnerStack, in this order: customers before payments, so that a first payment is known for what
 * it is, and payments before the rewards that belong to them. It has no traffic.
 */
export const partnerstackPolicies: readonly ReadingPolicy[] = [
  {
    resource: 'partnerships',
    shape: 'roster',
    windowDays: 0,
    rereadDays: 0,
    walkEveryDays: weekly,
  },
  { resource: 'partnerships', shape: 'changes', dateType: 'updated', windowDays, rereadDays: 0 },
  { resource: 'groups', shape: 'roster', windowDays: 0, rereadDays: 0 },
  { resource: 'customers', shape: 'roster', windowDays: 0, rereadDays: 0, walkEveryDays: weekly },
  { resource: 'customers', shape: 'changes', dateType: 'updated', windowDays, rereadDays: 0 },
  { resource: 'transactions', shape: 'days', windowDays, rereadDays },
  { resource: 'rewards', shape: 'days', windowDays, rereadDays },
  { resource: 'leads', shape: 'roster', windowDays: 0, rereadDays: 0 },
  { resource: 'deals', shape: 'roster', windowDays: 0, rereadDays: 0 },
  { resource: 'actions', shape: 'roster', windowDays: 0, rereadDays: 0 },
];
