import {
  fiscalQuarterOf,
  addQuarters,
  type FiscalQuarter,
} from '../../../../shared/domain/calendar';
import type { RecordChange } from '../../../../shared/ipc/data-contract';
import type { DeskRecord, FieldValue } from '../../../../shared/ipc/desk-records';
import { formatDay, type Day } from '../../../../shared/kernel/days';
import { isCurrency, type Money } from '../../../../shared/kernel/money';
import { clientCalendarSchema, defaultCalendar } from '../../../../shared/records/client';
import { kindOf } from '../../../../shared/records';
import { amountBases } from '../../../../shared/records/program';
import { validField } from '../../../../shared/records/validation';
import { formatCount, formatMoney } from '../../../ui/format';
import { decimalOf, integerOf, moneyOf } from '../sheet/read-cells';
import type { CellReading, SheetColumn, SheetModel } from '../sheet/sheet-model';

/** Everything that the table of terms is made from. */
export interface TermsBooks {
  readonly programs: readonly DeskRecord[];
  readonly clients: readonly DeskRecord[];
  readonly goals: readonly DeskRecord[];
  readonly today: Day;
}

const basisWords: Readonly<Record<(typeof amountBases)[number], string>> = {
  net: 'net',
  'net-with-shipping': 'net + shipping',
  gross: 'gross',
  'gross-with-shipping': 'gross + shipping',
};

const columns: readonly SheetColumn[] = [
  { key: 'currency', label: 'Currency', takes: 'a code such as EUR', width: 84 },
  {
    key: 'rates',
    label: 'Rates',
    takes: 'words, such as “8 % of sale, new customers 10 %”',
    width: 200,
  },
  {
    key: 'cookieDays',
    label: 'Cookie window',
    unit: 'days',
    takes: 'whole days',
    isNumber: true,
    width: 104,
  },
  {
    key: 'lockingDays',
    label: 'Locking',
    unit: 'days',
    takes: 'whole days until a sale can’t change any more',
    isNumber: true,
    width: 84,
  },
  {
    key: 'autoValidationDays',
    label: 'Auto-validation',
    unit: 'days',
    takes: 'whole days after which a sale nobody judged is approved',
    isNumber: true,
    width: 108,
  },
  {
    key: 'networkFee',
    label: 'Network fee',
    unit: '% of commission',
    takes: 'a percentage of the commission, such as 30',
    isNumber: true,
    width: 108,
  },
  { key: 'amountBasis', label: 'Amounts', takes: Object.values(basisWords).join(', '), width: 116 },
  {
    key: 'paymentTerms',
    label: 'Payment terms',
    takes: 'words, such as “30 days after month end”',
    width: 160,
  },
  {
    key: 'goalNow',
    label: 'Goal this quarter',
    takes: 'revenue of a retail program, new customers of a B2B one',
    isNumber: true,
    width: 136,
  },
  {
    key: 'goalNext',
    label: 'Goal next quarter',
    takes: 'revenue of a retail program, new customers of a B2B one',
    isNumber: true,
    width: 136,
  },
];

/** The table of what no network's API gives, one row for each program. */
export function termsModel(books: TermsBooks): SheetModel {
  const clients = new Map(books.clients.map((client) => [client.id, client]));
  const programs = new Map(books.programs.map((program) => [program.id, program]));
  const programOf = (row: string): DeskRecord | undefined => programs.get(row);
  const quarterOf = (program: DeskRecord, column: string): FiscalQuarter => {
    const client = clients.get(wordOf(program, 'client'));
    const calendar =
      clientCalendarSchema.safeParse(client?.values['calendar']).data ?? defaultCalendar;
    const quarter = fiscalQuarterOf(calendar, books.today);
    return column === 'goalNext' ? addQuarters(calendar, quarter, 1) : quarter;
  };
  const goalOf = (program: DeskRecord, column: string): DeskRecord | undefined => {
    const { from, to } = quarterOf(program, column);
    return books.goals.find(
      (goal) =>
        goal.values['program'] === program.id &&
        goal.values['metric'] === metricOf(program) &&
        goal.values['from'] === formatDay(from) &&
        goal.values['to'] === formatDay(to),
    );
  };
  const rows = books.programs
    .map((program) => ({
      key: program.id,
      label: wordOf(program, 'name'),
      sub: clients.get(wordOf(program, 'client'))?.values['name'],
    }))
    .sort((one, other) => one.label.localeCompare(other.label))
    .map(({ key, label, sub }) => ({ key, label, ...(typeof sub === 'string' ? { sub } : {}) }));

  return {
    rowWord: 'Program',
    rows,
    columns,
    textOf: (row, column) => {
      const program = programOf(row);
      if (program === undefined) return '';
      return isGoal(column)
        ? goalWords(goalOf(program, column))
        : valueWords(column, program.values[column]);
    },
    gapOf: (_row, column) => {
      // Without a next quarter's goal nothing is wrong yet.
      if (column === 'goalNext') return null;
      return 'missing';
    },
    read: (row, column, text) => {
      const program = programOf(row);
      if (program === undefined) return { ok: false, why: 'this program is not there any more' };
      return isGoal(column)
        ? readGoal(program, quarterOf(program, column), goalOf(program, column), text)
        : readTerm(program, column, text);
    },
  };
}

const isGoal = (column: string): boolean => column === 'goalNow' || column === 'goalNext';

function metricOf(program: DeskRecord): 'revenue' | 'newCustomers' {
  return program.values['model'] === 'b2b' ? 'newCustomers' : 'revenue';
}

function wordOf(record: DeskRecord, field: string): string {
  const value = record.values[field];
  return typeof value === 'string' ? value : '';
}

function valueWords(column: string, value: FieldValue | undefined): string {
  if (typeof value === 'number') return String(value).replace('-', '−');
  if (typeof value !== 'string') return '';
  const basis = amountBases.find((each) => column === 'amountBasis' && each === value);
  return basis === undefined ? value : basisWords[basis];
}

function goalWords(goal: DeskRecord | undefined): string {
  const target = goal?.values['target'];
  if (typeof target === 'number') return formatCount(target);
  const money = storedMoney(goal?.values['targetMoney']);
  return money === null ? '' : formatMoney(money);
}

function storedMoney(value: FieldValue | undefined): Money | null {
  if (typeof value !== 'object' || value === null || !('amountMinor' in value)) return null;
  const { amountMinor, currency } = value;
  return typeof amountMinor === 'number' && typeof currency === 'string'
    ? { amountMinor, currency }
    : null;
}

const nothing: CellReading = { ok: true, changes: [] };

function readTerm(program: DeskRecord, column: string, text: string): CellReading {
  const kind = kindOf('program');
  const definition = kind.fields[column];
  if (definition === undefined) return { ok: false, why: 'there is no such field' };
  let value: FieldValue = null;
  if (text.trim() !== '') {
    value = termOf(column, text);
    try {
      value = validField(kind, column, value);
    } catch {
      return { ok: false, why: `it must be ${takenBy(column) ?? definition.expects}` };
    }
    if (value === null)
      return { ok: false, why: `it must be ${takenBy(column) ?? definition.expects}` };
  }
  if (value === (program.values[column] ?? null)) return nothing;
  return {
    ok: true,
    changes: [{ op: 'set', kind: 'program', id: program.id, values: { [column]: value } }],
  };
}

function takenBy(column: string): string | null {
  if (column === 'amountBasis') return `one of ${Object.values(basisWords).join(', ')}`;
  return column === 'networkFee' ? 'a percentage from 0 to 100' : null;
}

/** The words of a cell as the field's value; what can't be read stays words, which the field then refuses. */
function termOf(column: string, text: string): FieldValue {
  switch (column) {
    case 'currency':
      return text.trim().toUpperCase();
    case 'cookieDays':
    case 'lockingDays':
    case 'autoValidationDays':
      return integerOf(text) ?? text;
    case 'networkFee': {
      const decimal = decimalOf(text);
      const percent = decimal === null ? null : Number(decimal);
      return percent !== null && percent >= 0 && percent <= 100 ? percent : text;
    }
    case 'amountBasis':
      return basisOf(text) ?? text;
    default:
      return text.trim();
  }
}

/** `net`, `Gross + shipping`, `gross incl. VAT and shipping`. */
function basisOf(text: string): (typeof amountBases)[number] | null {
  const words = text.toLowerCase();
  const isNet = /\bnet\b|excl|without vat|ex vat/.test(words);
  const isGross = /\bgross\b|incl|with vat/.test(words) && !isNet;
  if (isNet === isGross) return null;
  const ships = /shipping/.test(words) && !/(without|excl\.?|no) (vat and )?shipping/.test(words);
  if (isNet) return ships && !/of vat and shipping/.test(words) ? 'net-with-shipping' : 'net';
  return ships ? 'gross-with-shipping' : 'gross';
}

function readGoal(
  program: DeskRecord,
  quarter: FiscalQuarter,
  goal: DeskRecord | undefined,
  text: string,
): CellReading {
  if (text.trim() === '') {
    return goal === undefined
      ? nothing
      : { ok: true, changes: [{ op: 'delete', kind: 'goal', id: goal.id }] };
  }
  const target = targetOf(program, text);
  if (typeof target === 'string') return { ok: false, why: target };
  if (goal !== undefined) {
    const isSame = Object.entries(target).every(
      ([field, value]) => JSON.stringify(goal.values[field]) === JSON.stringify(value),
    );
    if (isSame) return nothing;
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
