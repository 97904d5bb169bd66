import type { TestRow } from '../../unit/facts/support';

interface Counted {
  orders: number;
  leads: number;
  revenue: number;
  commission: number;
  newCustomers: number;
  renewals: number;
  newCustomerRevenue: number;
  renewalRevenue: number;
}

/** A recount in plain words, sharing nothing with the columns. */
export function recount(
  rows: readonly TestRow[],
  zone: string,
  asked: readonly string[],
): Map<string, Counted> {
  const format = new Intl.DateTimeFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  });
  const localDay = (row: TestRow): string => format.format(row.instant);
  const payments = new Map(
    rows.filter(({ type }) => type === 'payment').map((row) => [row.id, row]),
  );
  const isCounted = (row: TestRow): boolean => !['deleted', 'unknown'].includes(row.status);
  const firsts = new Map<string, TestRow>();
  for (const row of payments.values()) {
    if (row.customer === '' || !isCounted(row)) continue;
    const known = firsts.get(row.customer);
    if (
      !known ||
      row.instant < known.instant ||
      (row.instant === known.instant && row.id < known.id)
    ) {
      firsts.set(row.customer, row);
    }
  }
  const groups = new Map<string, Counted>();
  const group = (day: string, partnership: string, currency: string) => {
    const key = [day, partnership, currency].join(' ');
    const found = groups.get(key) ?? {
      orders: 0,
      leads: 0,
      revenue: 0,
      commission: 0,
      newCustomers: 0,
      renewals: 0,
      newCustomerRevenue: 0,
      renewalRevenue: 0,
    };
    groups.set(key, found);
    return found;
  };
  for (const row of rows) {
    if (!asked.includes(row.status) || row.status === 'deleted') continue;
    const payment = row.type === 'reward' ? payments.get(row.belongsTo) : undefined;
    if (payment?.status === 'deleted') continue;
    const day = localDay(payment ?? row);
    const sale = group(day, row.partnership, row.currency);
    sale.revenue += row.sale;
    group(day, row.partnership, row.commissionCurrency).commission += row.commission;
    if (row.type === 'lead') sale.leads += 1;
    if (row.type !== 'sale' && row.type !== 'payment') continue;
    sale.orders += 1;
    if (row.type === 'payment') {
      const first = firsts.get(row.customer);
      if (first === row) {
        sale.newCustomers += 1;
        sale.newCustomerRevenue += row.sale;
      } else if (row.customer !== '' && isCounted(row)) {
        sale.renewals += 1;
        sale.renewalRevenue += row.sale;
      }
    } else if (row.customerType === 'new') {
      sale.newCustomers += 1;
      sale.newCustomerRevenue += row.sale;
    }
  }
  return groups;
}
