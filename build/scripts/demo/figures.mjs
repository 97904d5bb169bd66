/** The calendar quarter before the one that `today` is in, by UTC: its name and its first and last day. */
export function lastQuarter(today) {
  const first = new Date(
    Date.UTC(today.getUTCFullYear(), 3 * Math.floor(today.getUTCMonth() / 3) - 3),
  );
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 3, 0));
  return {
    name: `${first.getUTCFullYear()}-Q${first.getUTCMonth() / 3 + 1}`,
    from: first.toISOString().slice(0, 10),
    to: last.toISOString().slice(0, 10),
  };
}

/** One line for each program model and currency: neither is ever added to another. */
export function totalsInWords(rows) {
  const totals = new Map();
  for (const row of rows) {
    const currency = (row.revenue ?? row.commission)?.currency;
    if (currency === undefined) continue;
    const key = row.model === undefined ? currency : `${row.model} ${currency}`;
    const total = totals.get(key) ?? { currency, orders: 0, revenue: 0, commission: 0 };
    total.orders += row.orders ?? 0;
    total.revenue += row.revenue?.amountMinor ?? 0;
    total.commission += row.commission?.amountMinor ?? 0;
    totals.set(key, total);
  }
  return [...totals]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(
      ([key, { currency, orders, revenue, commission }]) =>
        `${key}: ${orders.toLocaleString('en-US')} orders and payments, revenue ${money(revenue, currency)}, commission ${money(commission, currency)}`,
    );
}

function money(amountMinor, currency) {
  const format = new Intl.NumberFormat('en-US', { style: 'currency', currency });
  return format.format(amountMinor / 10 ** format.resolvedOptions().maximumFractionDigits);
}
