import { isSummed, type ColumnSum, type ColumnSums } from '../../../../shared/domain/record-list';
import type { RatioDefinition } from '../../../../shared/records/definition';
import { moneyIn } from '../../../../shared/ipc/record-values';
import { amountOf } from './column';
import type { RecordTable } from './table';

/** The sums of some records: money by currency, never blended; ratios from the sums of the records that know both parts. */
export function sumsOf(table: RecordTable, places: readonly number[]): ColumnSums {
  const sums: Record<string, readonly ColumnSum[]> = {};
  for (const [column, field] of Object.entries(table.definition.fields)) {
    if (!isSummed(field)) continue;
    const byCurrency = new Map<string | null, number>();
    for (const at of places) {
      const value = table.values[at]?.[column];
      const money = moneyIn(value);
      if (money !== null) add(byCurrency, money.currency, money.amountMinor);
      else if (typeof value === 'number') add(byCurrency, null, value);
    }
    if (byCurrency.size > 0) sums[column] = listed(byCurrency);
  }
  for (const [column, ratio] of Object.entries(table.definition.ratios ?? {})) {
    const quotients = ratioSums(table, places, ratio);
    if (quotients.length > 0) sums[column] = quotients;
  }
  return sums;
}

function ratioSums(
  table: RecordTable,
  places: readonly number[],
  { of, per }: RatioDefinition,
): readonly ColumnSum[] {
  const above = new Map<string | null, number>();
  const below = new Map<string | null, number>();
  for (const at of places) {
    const [top, bottom] = [amountOf(table.values[at]?.[of]), amountOf(table.values[at]?.[per])];
    if (top === null || bottom === null) continue;
    if (top.currency !== null && bottom.currency !== null && top.currency !== bottom.currency) {
      continue;
    }
    const currency = top.currency ?? bottom.currency;
    add(above, currency, top.value);
    add(below, currency, bottom.value);
  }
  return listed(
    new Map(
      [...above].flatMap(([currency, value]) => {
        const divisor = below.get(currency) ?? 0;
        return divisor === 0 ? [] : [[currency, value / divisor]];
      }),
    ),
  );
}

function add(sums: Map<string | null, number>, currency: string | null, value: number): void {
  sums.set(currency, (sums.get(currency) ?? 0) + value);
}

function listed(sums: ReadonlyMap<string | null, number>): readonly ColumnSum[] {
  return [...sums]
    .map(([currency, value]) => ({ currency, value }))
    .sort((one, other) => (one.currency ?? '').localeCompare(other.currency ?? ''));
}
