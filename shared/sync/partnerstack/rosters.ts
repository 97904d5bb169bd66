import type { QuarantinedRow, RosterRow, RosterRows } from '../batch';
import {
  epochOf,
  idOf,
  integerOf,
  isRawRow,
  objectAt,
  quarantine,
  shown,
  textOrNull,
  type RawRow,
} from '../raw-values';
import { nestedKey } from './envelope';

type Values = RosterRow['values'];

function mapRoster(
  items: readonly unknown[],
  values: (row: RawRow) => Values,
): { columns: RosterRows; quarantined: QuarantinedRow[] } {
  const rows = new Map<string, RosterRow>();
  const quarantined: QuarantinedRow[] = [];
  for (const item of items) {
    const id = isRawRow(item) ? idOf(item['key']) : null;
    if (!isRawRow(item) || id === null) {
      const found = isRawRow(item) ? item['key'] : item;
      quarantined.push(quarantine(`key is ${shown(found)}.`, item, null, null));
      continue;
    }
    rows.set(id, {
      id,
      values: {
        ...values(item),
        createdAt: epochOf(item['created_at']),
        updatedAt: epochOf(item['updated_at']),
      },
    });
  }
  return { columns: { kind: 'roster', rows: [...rows.values()] }, quarantined };
}

const flag = (value: unknown): boolean | null => (typeof value === 'boolean' ? value : null);
const keyOrNull = (key: string): string | null => (key === '' ? null : key);

/** Partnerships: the partner's team, else the person, else the key is its name. */
export function mapPartnerships(items: readonly unknown[]): ReturnType<typeof mapRoster> {
  return mapRoster(items, (row) => {
    const person = [textOrNull(row['first_name']), textOrNull(row['last_name'])]
      .filter((part) => part !== null)
      .join(' ');
    return {
      name:
        textOrNull(objectAt(row, 'team')['name']) ??
        textOrNull(person) ??
        textOrNull(row['partner_key']),
      primaryType: null,
      email: textOrNull(row['email']),
      domain: null,
      partnerKey: textOrNull(row['partner_key']),
      group: textOrNull(objectAt(row, 'group')['name']),
      status: textOrNull(row['status']),
      archived: row['archived'] === true || row['status'] === 'archived',
      joinedAt: epochOf(row['joined_at']),
    };
  });
}

/** Customers without their names and addresses: they are the client's, and only when they came is needed. */
export function mapCustomers(items: readonly unknown[]): ReturnType<typeof mapRoster> {
  return mapRoster(items, (row) => ({
    customerKey: textOrNull(row['customer_key']),
    partnership: keyOrNull(nestedKey(row, 'partnership', 'partnership_key')),
    partnerKey: textOrNull(row['partner_key']),
    test: flag(row['test']),
  }));
}

/** Deals without the people in them. */
export function mapDeals(items: readonly unknown[]): ReturnType<typeof mapRoster> {
  return mapRoster(items, (row) => ({
    name: textOrNull(row['account_name']),
    amountMinor: integerOf(row['amount']),
    currency: textOrNull(row['currency']),
    closeDate: textOrNull(row['close_date']),
    stage: textOrNull(row['stage']),
    lostReason: textOrNull(row['lost_reason']),
    origin: textOrNull(row['source']),
    externalKey: textOrNull(row['external_key']),
    partnership: keyOrNull(nestedKey(row, 'partnership', 'partnership_key')),
    partnerKey: textOrNull(row['partner_key']),
  }));
}

/** Actions: what customers did that the vendor rewards. */
export function mapActions(items: readonly unknown[]): ReturnType<typeof mapRoster> {
  return mapRoster(items, (row) => ({
    type: textOrNull(row['type']),
    value: typeof row['value'] === 'number' ? row['value'] : textOrNull(row['value']),
    customer: keyOrNull(nestedKey(row, 'customer', 'customer_key')),
    partnership: keyOrNull(nestedKey(row, 'partnership', 'partnership_key')),
    archived: flag(row['archived']),
  }));
}

/** Groups into which a vendor sorts its partners. */
export function mapGroups(items: readonly unknown[]): ReturnType<typeof mapRoster> {
  return mapRoster(items, (row) => ({
    name: textOrNull(row['name']),
    slug: textOrNull(row['slug']),
    standard: flag(row['default']),
    archived: flag(row['archived']),
  }));
}
