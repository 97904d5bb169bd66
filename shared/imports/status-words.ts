import type { CustomerType, RowType, Status } from '../domain/vocabulary';
import { comparableHeader } from './table-shape';

/**
 * What the networks call the states of a transaction. Who pays is another matter: Commission Factory's 'Approved' is paid,
 * Awin's is not, and both are approved.
 */
const statusWords: Readonly<Record<Exclude<Status, 'unknown'>, string>> = {
  pending:
    'pending|open|new|on hold|hold|tracked|untracked|unconfirmed|under review|extended|awaiting|in review|provisional|unlocked',
  approved:
    'approved|confirmed|locked|paid|payable|accepted|valid|validated|closed|processed|complete|completed|due|invoiced|corrected|won',
  declined:
    'declined|rejected|denied|reversed|void|voided|cancelled|canceled|unqualified|disapproved|refunded|returned|fraud|duplicate|disqualified|lost|bonus declined',
  deleted: 'deleted|removed|trash',
};

const statusByWord = new Map<string, Status>();
for (const status of ['pending', 'approved', 'declined', 'deleted'] as const) {
  for (const word of statusWords[status].split('|')) statusByWord.set(word, status);
}

/** Our status for a network's word; `unknown`, which counts nowhere, for a word that nobody has named yet. */
export function statusOfWord(word: string): Status {
  return statusByWord.get(comparableHeader(word)) ?? 'unknown';
}

const typeWords: Readonly<Record<RowType, string>> = {
  sale: 'sale|order|purchase|item|normal|transaction|conversion|standard|basket',
  lead: 'lead|signup|sign up|registration|trial|demo|install|form|adv lead',
  bonus: 'bonus|bonuses|manual|adjustment|incentive|placement|tenancy',
  payment: 'payment|subscription|renewal|recurring|invoice|charge',
  reward: 'reward|commission',
};

const typeByWord = new Map<string, RowType>();
for (const type of ['sale', 'lead', 'bonus', 'payment', 'reward'] as const) {
  for (const word of typeWords[type].split('|')) typeByWord.set(word, type);
}

/** What a row is by the network's word; null for a word that nobody has named yet. */
export function typeOfWord(word: string): RowType | null {
  return typeByWord.get(comparableHeader(word)) ?? null;
}

/** Was the buyer new? Empty where the word doesn't say. */
export function customerOfWord(word: string): CustomerType {
  const plain = comparableHeader(word);
  if (/^(?:new|new customer|first|yes|true|1)$/.test(plain)) return 'new';
  return /^(?:returning|existing|old|repeat|return|no|false|0)\b/.test(plain) ? 'returning' : '';
}
