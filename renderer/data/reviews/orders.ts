import {
  ageBands,
  type AgeBand,
  type AgeLine,
  type CohortLine,
  type CustomerLine,
  type LiabilityLine,
  type NewcomerLine,
  type ReasonLine,
  type ReviewPeriod,
  type ReviewSection,
} from '../../../shared/documents/review/data';
import { customerTypes } from '../../../shared/domain/vocabulary';
import {
  addMonths,
  formatDay,
  monthKey,
  parseDay,
  startOfMonth,
  utcDay,
  type Day,
} from '../../../shared/kernel/days';
import { zoneDays } from '../../../shared/kernel/zones';
import { loadDirectory, type Directory, type ProgramEntry } from '../directory';
import {
  eachOrderLine,
  eachSettledRow,
  joinInstants,
  lastReadings,
  type OrderLine,
} from '../facts';
import type { Subject } from './subject';

type Orders = Pick<ReviewSection, 'customers' | 'ages' | 'liabilities' | 'reasons' | 'recruits'>;

interface Days {
  readonly from: Day;
  readonly to: Day;
}

/** What totals don't say: who bought, how old what is pending is, why orders were declined, who sold for the first time. */
export async function gatherOrders(
  subject: Subject,
  programs: readonly ProgramEntry[],
): Promise<Orders> {
  const directory = await loadDirectory('partners');
  const cutOff = await lastReadDay(programs);
  const spans = {
    now: daysOf(subject.period),
    before: daysOf(subject.trend.at(-2) ?? subject.period),
    // What is older than the two youngest quarters is decided as far as it will be.
    decided: {
      from: daysOf(subject.trend[0] ?? subject.period).from,
      to: daysOf(subject.trend.at(-3) ?? subject.period).to,
    },
  };
  const counts = new OrderCounts(spans, cutOff);
  const newcomers = new Map<string, NewcomerLine>();
  const cohorts = new Map<string, Cohort>();
  let knownSince: Day | null = null;
  for (const program of programs) {
    const first = new Map<string, Day>();
    const lines: OrderLine[] = [];
    await eachOrderLine(program, (line) => {
      counts.addLine(line);
      if (!isTrackedOrder(line)) return;
      const known = first.get(line.partnership);
      if (known === undefined || line.day < known) first.set(line.partnership, line.day);
      if (line.day >= spans.now.from && line.day <= spans.now.to) lines.push(line);
    });
    await eachSettledRow(program, (row) => {
      counts.addRow(row);
    });
    for (const day of first.values()) knownSince = Math.min(knownSince ?? day, day);
    addNewcomers(newcomers, program, directory, first, lines, spans.now);
    await addCohorts(cohorts, program, first, spans.now, cutOff);
  }
  return {
    ...counts.result(),
    recruits: {
      cohorts: [...cohorts.values()].sort((a, b) => (a.month < b.month ? -1 : 1)),
      newcomers: [...newcomers.values()],
      knownSince: formatDay(knownSince ?? spans.now.from),
    },
  };
}

function daysOf({ from, to }: ReviewPeriod): Days {
  return { from: parseDay(from) ?? 0, to: parseDay(to) ?? 0 };
}

async function lastReadDay(programs: readonly ProgramEntry[]): Promise<Day> {
  const read = await lastReadings(programs);
  const known = read.filter((at): at is number => at !== null);
  return known.length === 0 ? 0 : utcDay(Math.min(...known));
}

function isTrackedOrder({ type, status, count }: OrderLine): boolean {
  return (
    count > 0 &&
    (type === 'sale' || type === 'payment') &&
    (status === 'pending' || status === 'approved')
  );
}

interface Spans {
  readonly now: Days;
  readonly before: Days;
  readonly decided: Days;
}

function isIn(day: Day, { from, to }: Days): boolean {
  return day >= from && day <= to;
}

interface Owed {
  pending: number;
  approved: number;
  declined: number;
  unpaid: number;
  isPaidKnown: boolean;
}

/** Sums by currency over all programs of a section. */
class OrderCounts {
  private readonly customers = new Map<string, CustomerLine>();
  private readonly ages = new Map<string, AgeLine>();
  private readonly reasons = new Map<string, ReasonLine>();
  private readonly owed = new Map<string, Owed>();

  constructor(
    private readonly spans: Spans,
    private readonly cutOff: Day,
  ) {}

  addLine(line: OrderLine): void {
    const { now, before, decided } = this.spans;
    const { day, status, currency, revenue, commission } = line;
    if (isTrackedOrder(line) && (isIn(day, now) || isIn(day, before))) this.addCustomer(line);
    if (status === 'pending' && day <= now.to) {
      this.owedIn(currency).pending += commission;
      if (line.type !== 'lead') this.addAge(line);
    }
    if (isIn(day, decided) && status === 'approved') this.owedIn(currency).approved += revenue;
    if (isIn(day, decided) && status === 'declined') this.owedIn(currency).declined += revenue;
  }

  addRow(row: Parameters<Parameters<typeof eachSettledRow>[1]>[0]): void {
    const { now } = this.spans;
    if (row.status === 'approved' && row.day <= now.to && row.commission !== 0) {
      const owed = this.owedIn(row.commissionCurrency);
      if (row.paid === null) owed.isPaidKnown = false;
      else if (!row.paid) owed.unpaid += row.commission;
    }
    const isOrder = row.type === 'sale' || row.type === 'payment';
    if (row.status !== 'declined' || !isOrder || !isIn(row.day, now)) return;
    const key = `${row.revenueCurrency} ${row.reason}`;
    const known = this.reasons.get(key);
    this.reasons.set(key, {
      currency: row.revenueCurrency,
      reason: row.reason,
      orders: (known?.orders ?? 0) + 1,
      revenue: (known?.revenue ?? 0) + row.revenue,
    });
  }

  result(): Omit<Orders, 'recruits'> {
    return {
      customers: [...this.customers.values()],
      ages: [...this.ages.values()],
      reasons: [...this.reasons.values()],
      liabilities: [...this.owed]
        .filter(([, owed]) => owed.pending > 0 || owed.unpaid > 0)
        .sort(([a], [b]) => (a < b ? -1 : 1))
        .map(([currency, owed]): LiabilityLine => {
          const decided = owed.approved + owed.declined;
          return {
            currency,
            pending: owed.pending,
            approvalRate: decided > 0 ? owed.approved / decided : null,
            unpaid: owed.isPaidKnown ? owed.unpaid : null,
          };
        }),
    };
  }

  private owedIn(currency: string): Owed {
    const known = this.owed.get(currency);
    if (known !== undefined) return known;
    const owed = { pending: 0, approved: 0, declined: 0, unpaid: 0, isPaidKnown: true };
    this.owed.set(currency, owed);
    return owed;
  }

  private addCustomer({ day, customer, currency, count, revenue }: OrderLine): void {
    for (const one of customerTypes) {
      const key = `${currency} ${one}`;
      const nothing = { orders: 0, revenue: 0 };
      const known = this.customers.get(key) ?? {
        currency,
        customer: one,
        now: nothing,
        before: nothing,
      };
      const when = isIn(day, this.spans.now) ? 'now' : 'before';
      const sum = known[when] ?? nothing;
      const grown = { orders: sum.orders + count, revenue: sum.revenue + revenue };
      this.customers.set(key, one === customer ? { ...known, [when]: grown } : known);
    }
  }

  private addAge({ day, type, currency, count, revenue, commission }: OrderLine): void {
    const age = bandOf(this.cutOff - day);
    const key = `${currency} ${age}`;
    const known = this.ages.get(key);
    const isOrder = type === 'sale' || type === 'payment';
    this.ages.set(key, {
      currency,
      age,
      orders: (known?.orders ?? 0) + (isOrder ? count : 0),
      revenue: (known?.revenue ?? 0) + revenue,
      commission: (known?.commission ?? 0) + commission,
    });
  }
}

function bandOf(days: number): AgeBand {
  const [young, middle, old, oldest] = ageBands;
  if (days <= 30) return young;
  if (days <= 60) return middle;
  return days <= 90 ? old : oldest;
}

/** Partners of a program whose first order that is known lies in the period. */
function addNewcomers(
  newcomers: Map<string, NewcomerLine>,
  { source }: ProgramEntry,
  directory: Directory,
  first: ReadonlyMap<string, Day>,
  lines: readonly OrderLine[],
  now: Days,
): void {
  for (const { partnership, currency, count, revenue } of lines) {
    const day = first.get(partnership);
    if (partnership === '' || day === undefined || !isIn(day, now)) continue;
    const partner = directory.partnerOf(source, partnership);
    const key = `${source} ${partnership} ${currency}`;
    const known = newcomers.get(key);
    newcomers.set(key, {
      name: partner?.partner ?? '',
      type: partner?.type ?? null,
      firstSale: formatDay(day),
      currency,
      orders: (known?.orders ?? 0) + count,
      revenue: (known?.revenue ?? 0) + revenue,
    });
  }
}

type Cohort = { -readonly [field in keyof CohortLine]: CohortLine[field] };

/** Partners who joined in the period, by month, and how many of them sold within 30 and 60 days. */
async function addCohorts(
  cohorts: Map<string, Cohort>,
  { source, timeZone }: ProgramEntry,
  first: ReadonlyMap<string, Day>,
  now: Days,
  cutOff: Day,
): Promise<void> {
  const dayOf = zoneDays(timeZone);
  const joined = await joinInstants(source);
  if (joined.size === 0) return;
  for (let day = startOfMonth(now.from); day <= now.to; day = addMonths(day, 1)) {
    const month = monthKey(day);
    const empty = { month, joined: 0, sold30: 0, sold60: 0, over30: true, over60: true };
    if (!cohorts.has(month)) cohorts.set(month, empty);
  }
  for (const [partnership, instant] of joined) {
    const day = dayOf(instant);
    const cohort = isIn(day, now) ? cohorts.get(monthKey(day)) : undefined;
    if (cohort === undefined) continue;
    const sold = first.get(partnership);
    cohort.joined += 1;
    if (sold !== undefined && sold - day <= 30) cohort.sold30 += 1;
    if (sold !== undefined && sold - day <= 60) cohort.sold60 += 1;
    if (cutOff < day + 30) cohort.over30 = false;
    if (cutOff < day + 60) cohort.over60 = false;
  }
}
