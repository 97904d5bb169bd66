import type { ReadingPolicy } from '../plan';

/** Longest window of the campaign report, in days. */
const reportWindowDays = 400;

/** Longest window of the transaction list, in days; also one UTC month. */
const transactionWindowDays = 31;

/** How far back a network may still restate what it has reported, in days. */
const rereadDays = 100;

/** What is read from Awin, in this order: the roster tells whether the account is open at all. */
export const awinPolicies: readonly ReadingPolicy[] = [
  { resource: 'partnerships', shape: 'roster', windowDays: 0, rereadDays: 0 },
  { resource: 'traffic', shape: 'days', windowDays: reportWindowDays, rereadDays },
  { resource: 'transactions', shape: 'days', windowDays: transactionWindowDays, rereadDays },
  {
    resource: 'transactions',
    shape: 'changes',
    dateType: 'validation',
    windowDays: transactionWindowDays,
    rereadDays: 0,
  },
  {
    resource: 'transactions',
    shape: 'changes',
    dateType: 'amendment',
    windowDays: transactionWindowDays,
    rereadDays: 0,
  },
];
