import {
  fiscalQuarterOf,
  addQuarters,
  type FiscalQuarter,
} from '../../../../shared/domain/calendar';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { formatDay, type Day } from '../../../../shared/kernel/days';
import { clientCalendarSchema, defaultCalendar } from '../../../../shared/records/clients/client';
import type { SheetColumn, SheetModel } from '../sheet/sheet-model';
import { goalWords, metricOf, readGoal, wordOf } from './goal-cells';
import { basisWords, readTerm, valueWords } from './term-cells';

/** Everything that the table of terms is made from. */
export interface TermsBooks {
  readonly programs: readonly DeskRecord[];
  readonly clients: readonly DeskRecord[];
  readonly goals: readonly DeskRecord[];
  readonly today: Day;
}

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
