import type { RunningSandbox } from '../../../electron/sandbox/server';
import { asObject, awinTransactions, partnerStackItems } from './sandbox-client';
import type { Json } from './sandbox-client';

interface Sum {
  orders: number;
  revenue: number;
  commission: number;
}

/** Totals by `network account month currency`, counted from what the two APIs answer and nothing else. */
export type Recount = Map<string, Sum>;

function sumOf(recount: Recount, key: string): Sum {
  const sum = recount.get(key) ?? { orders: 0, revenue: 0, commission: 0 };
  recount.set(key, sum);
  return sum;
}

function minor(value: unknown): number | undefined {
  return typeof value === 'number' ? Math.round(value * 100) : undefined;
}

function addAwin(recount: Recount, account: string, rows: readonly Json[]): void {
  for (const row of rows) {
    const sale = asObject(row['saleAmount']);
    const revenue = minor(sale['amount']);
    const commission = minor(asObject(row['commissionAmount'])['amount']);
    const date = String(row['transactionDate']);
    const readable = typeof row['id'] === 'number' && /^\d{4}-/.test(date);
    if (!readable || revenue === undefined || commission === undefined) continue;
    if (row['commissionStatus'] !== 'pending' && row['commissionStatus'] !== 'approved') continue;
    const sum = sumOf(recount, `awin ${account} ${date.slice(0, 7)} ${String(sale['currency'])}`);
    if (row['type'] !== 'Lead' && row['type'] !== 'Bonus') sum.orders += 1;
    sum.revenue += revenue;
    sum.commission += commission;
  }
}

function monthOf(at: unknown): string {
  return new Date(Number(at)).toISOString().slice(0, 7);
}

function addPartnerStack(
  recount: Recount,
  account: string,
  payments: readonly Json[],
  rewards: readonly Json[],
): void {
  const byKey = new Map(payments.map((payment) => [payment['key'], payment]));
  for (const payment of payments) {
    const { amount, created_at: at } = payment;
    if (typeof amount !== 'number' || typeof at !== 'number') continue;
    if (payment['test'] === true || payment['archived'] === true) continue;
    const sum = sumOf(
      recount,
      `partnerstack ${account} ${monthOf(at)} ${String(payment['currency'])}`,
    );
    sum.orders += 1;
    sum.revenue += amount;
  }
  for (const reward of rewards) {
    if (typeof reward['amount'] !== 'number' || reward['reward_status'] === 'declined') continue;
    const reference = reward['transaction'];
    const payment = reference === null ? undefined : byKey.get(asObject(reference)['key']);
    if (payment?.['test'] === true || payment?.['archived'] === true) continue;
    const month = monthOf(payment?.['created_at'] ?? reward['created_at']);
    const currency = 'currency' in reward ? String(reward['currency']) : 'USD';
    sumOf(recount, `partnerstack ${account} ${month} ${currency}`).commission += reward['amount'];
  }
}

/** Reads every account whole and counts it by the rules the truth is summed by. */
export async function recountOf(sandbox: RunningSandbox): Promise<Recount> {
  const recount: Recount = new Map();
  for (const connection of sandbox.info.connections) {
    const { account, network } = connection;
    if (network === 'awin') {
      addAwin(recount, account, await awinTransactions(connection, '2024-12-01', '2026-11-21'));
    } else {
      const payments = await partnerStackItems(connection, 'transactions');
      addPartnerStack(recount, account, payments, await partnerStackItems(connection, 'rewards'));
    }
  }
  return recount;
}
