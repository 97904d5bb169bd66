import type { FiscalQuarter } from '../../../../shared/domain/calendar';
import type { RecordChange } from '../../../../shared/ipc/data-contract';
import type { DeskRecord, FieldValue } from '../../../../shared/ipc/desk-records';
import { moneyOf as storedMoney } from '../../../../shared/ipc/record-values';
import { formatDay } from '../../../../shared/kernel/days';
import { isCurrency } from '../../../../shared/kernel/money';
import { formatCount, formatMoney } from '../../../ui/format';
import { integerOf, moneyOf } from '../sheet/read-cells';
import { nothingToChange, type CellReading } from '../sheet/sheet-model';

/** What a program's goal is a goal of. */
export function metricOf(program: DeskRecord): 'revenue' | 'newCustomers' {
  return program.values['model'] === 'b2b' ? 'newCustomers' : 'revenue';
}

/** A text field of a record; empty when it has none. */
export function wordOf(record: DeskRecord, field: string): string {
  const value = record.values[field];
  return typeof value === 'string' ? value : '';
}

/** A goal as a cell shows it. */
export function goalWords(goal: DeskRecord | undefined): string {
  const target = goal?.values['target'];
  if (typeof target === 'number') return formatCount(target);
  const money = goal === undefined ? null : storedMoney(goal, 'targetMoney');
  return money === null ? '' : formatMoney(money);
}

/** What the words of a cell make of a program's goal in a quarter, or why they can't be taken. Empty words delete it. */
export function readGoal(
  program: DeskRecord,
  quarter: FiscalQuarter,
  goal: DeskRecord | undefined,
  text: string,
): CellReading {
  if (text.trim() === '') {
    return goal === undefined
      ? nothingToChange
      : { ok: true, changes: [{ op: 'delete', kind: 'goal', id: goal.id }] };
  }
  const target = targetOf(program, text);
  if (typeof target === 'string') return { ok: false, why: target };
  if (goal !== undefined) {
    const isSame = Object.entries(target).every(
      ([field, value]) => JSON.stringify(goal.values[field]) === JSON.stringify(value),
    );
    if (isSame) return nothingToChange;
    return { ok: true, changes: [{ op: 'set', kind: 'goal', id: goal.id, values: target }] };
  }
  const metric = metricOf(program);
  const create: RecordChange = {
    op: 'create',
    kind: 'goal',
    values: {
      name: `${metric === 'revenue' ? 'Revenue' : 'New customers'} ${quarter.label}`,
      client: wordOf(program, 'client'),
      program: program.id,
      metric,
      from: formatDay(quarter.from),
      to: formatDay(quarter.to),
      periodLabel: quarter.label,
      ...target,
    },
  };
  return { ok: true, changes: [create] };
}

/** The target that the words of a cell say, or why they say none. */
function targetOf(program: DeskRecord, text: string): Record<string, FieldValue> | string {
  if (metricOf(program) === 'newCustomers') {
    const count = integerOf(text);
    return count !== null && count > 0 ? { target: count } : 'it must be a whole number above 0';
  }
  const known = wordOf(program, 'currency');
  const currency = isCurrency(known) ? known : null;
  const money = moneyOf(text, currency);
  if (money === null || money.amountMinor <= 0) {
    return currency === null
      ? 'it must be an amount with its currency, such as EUR 120,000'
      : `it must be an amount in ${currency}, such as 120,000`;
  }
  if (currency !== null && money.currency !== currency) {
    return `the program’s currency is ${currency}, and amounts are never converted`;
  }
  return { targetMoney: { amountMinor: money.amountMinor, currency: money.currency } };
}
