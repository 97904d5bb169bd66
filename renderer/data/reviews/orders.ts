import type {
  CohortLine,
  NewcomerLine,
  ReviewPeriod,
  ReviewSection,
} from '../../../shared/documents/review/data';
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
import { isIn, isTrackedOrder, OrderCounts, type Days } from './order-counts';
import type { Subject } from './subject';

type Orders = Pick<ReviewSection, 'customers' | 'ages' | 'liabilities' | 'reasons' | 'recruits'>;

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
