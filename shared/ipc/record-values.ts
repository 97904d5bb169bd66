import type { DeskRecord, FieldValue } from './desk-records';
import type { Money } from '../kernel/money';

/** A text field; null when it is empty. */
export function textOf(record: DeskRecord, field: string): string | null {
  const value = record.values[field];
  return typeof value === 'string' && value !== '' ? value : null;
}

export function numberOf(record: DeskRecord, field: string): number | null {
  const value = record.values[field];
  return typeof value === 'number' ? value : null;
}

export function moneyOf(record: DeskRecord, field: string): Money | null {
  return moneyIn(record.values[field]);
}

/** Money as a record keeps it; null for anything else. */
export function moneyIn(value: FieldValue | undefined): Money | null {
  if (typeof value !== 'object' || value === null || !('amountMinor' in value)) return null;
  const { amountMinor, currency } = value;
  return typeof amountMinor === 'number' && typeof currency === 'string'
    ? { amountMinor, currency }
    : null;
}
