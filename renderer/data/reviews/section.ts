import type {
  Figures,
  Gap,
  GroupLine,
  PeriodFigures,
  ReviewPeriod,
  ReviewSection,
  StatusLine,
  WeekLine,
} from '../../../shared/documents/review/data';
import type { CoverageLine, Dimension, QueryRow } from '../../../shared/domain/query';
import {
  partnerTypeSchema,
  type PartnerType,
  type ProgramModel,
} from '../../../shared/domain/vocabulary';
import { isOfUnlikeCurrencies } from '../../../shared/documents/review/coverage-words';
import { ask, currencyOf, groupFigures, numberOf, periodFigures, type Asked } from './figures';
import { gatherOrders } from './orders';
import type { Subject } from './subject';

const reviewedStatuses = ['approved', 'pending', 'declined'] as const;

/** Everything about the review's programs of one model. */
export async function gatherSection(subject: Subject, model: ProgramModel): Promise<ReviewSection> {
  const asked = (period: ReviewPeriod): Asked => ({ subject, model, period });
  const read = [];
  for (const period of subject.trend)
    read.push({ period, ...(await periodFigures(asked(period))) });
  const year = { period: subject.lastYear, ...(await periodFigures(asked(subject.lastYear))) };
  const now = read.at(-1);
  const sold = await currenciesSold(subject, model);
  const quarters = read.map((quarter) =>
    quarter === now ? asRead(quarter, sold) : onlyWhole(quarter, sold),
  );
  const lastYear = onlyWhole(year, sold);
  const before = quarters.at(-2);
  const earlier = {
    before: before && Object.keys(before.figures).length > 0 ? before.period : null,
    lastYear: Object.keys(lastYear.figures).length > 0 ? lastYear.period : null,
  };
  const programs = subject.programs.filter((program) => program.model === model);
  const section: ReviewSection = {
    model,
    programs: [...new Set(programs.map(({ program }) => program))],
    currencies: currenciesOf(
      now?.figures ?? {},
      programs.map(({ currency }) => currency),
    ),
    quarters,
    lastYear,
    types: await gatherGroups(
      asked,
      subject.period,
      earlier,
      ['partnerType'],
      (row) => typeOf(row) ?? 'none',
    ),
    partners: await gatherGroups(
      asked,
      subject.period,
      earlier,
      ['partner', 'partnerType'],
      partnerOf,
    ),
    statuses: await gatherStatuses(asked(subject.period)),
    weeks: await gatherWeeks(subject, model),
    ...(await gatherOrders(subject, programs)),
    coverage: now?.coverage ?? [],
  };
  return withoutUnlikeRates(section);
}

/** A rate of rewards that are read as dollars to revenue of another currency is not said. */
function withoutUnlikeRates(section: ReviewSection): ReviewSection {
  if (!isOfUnlikeCurrencies(section, 'roas')) return section;
  const bare = (period: PeriodFigures): PeriodFigures => ({
    ...period,
    figures: Object.fromEntries(
      Object.entries(period.figures).map(([currency, figures]) => [
        currency,
        { ...figures, effectiveCommissionRate: null, roas: null },
      ]),
    ),
  });
  return { ...section, quarters: section.quarters.map(bare), lastYear: bare(section.lastYear) };
}

interface ReadPeriod extends Omit<PeriodFigures, 'gaps'> {
  readonly coverage: readonly CoverageLine[];
}

/** The currencies of each program's revenue over all quarters. */
type Sold = ReadonlyMap<string, ReadonlySet<string>>;

async function currenciesSold(subject: Subject, model: ProgramModel): Promise<Sold> {
  const [first] = subject.trend;
  const period = { ...subject.period, from: first?.from ?? subject.period.from };
  const { rows } = await ask({ subject, model, period }, ['revenue'], ['program']);
  const sold = new Map<string, Set<string>>();
  for (const row of rows) {
    const [program, currency] = [row['program'], currencyOf(row)];
    if (typeof program !== 'string' || currency === null) continue;
    sold.set(program, (sold.get(program) ?? new Set()).add(currency));
  }
  return sold;
}

function asRead({ period, figures, coverage }: ReadPeriod, sold: Sold): PeriodFigures {
  const gaps = openLines(coverage).map(({ program, causes = [] }): Gap => {
    const currencies = sold.get(program);
    return {
      program,
      causes,
      ...(currencies === undefined ? {} : { currencies: [...currencies].sort() }),
    };
  });
  return { period, figures, gaps };
}

/**
 * An earlier period with days that were never read would look small beside a whole one, so it is not known at all. A few
 * rows that could not be read leave it known, with a note.
 */
function onlyWhole(read: ReadPeriod, sold: Sold): PeriodFigures {
  const whole = openLines(read.coverage).every((line) => lacksRowsOnly(line));
  return whole ? asRead(read, sold) : { period: read.period, figures: {}, gaps: [] };
}

/** Coverage that says that transactions of the period are missing. */
function openLines(coverage: readonly CoverageLine[]): CoverageLine[] {
  return coverage.filter(
    (line) => line.metric === 'revenue' && (line.state === 'partial' || line.state === 'failed'),
  );
}

/** All days were read, and some of their rows could not be. */
function lacksRowsOnly({ state, causes = [] }: CoverageLine): boolean {
  return state === 'partial' && causes.every(({ code }) => code === 'unread-rows');
}

/** Currencies with money in the period, the largest revenue first; else the programs' own. */
function currenciesOf(
  figures: Readonly<Record<string, Figures>>,
  own: readonly (string | null)[],
): string[] {
  const used = Object.entries(figures)
    .filter(([, one]) => (one.revenue ?? 0) !== 0 || (one.commission ?? 0) !== 0)
    .sort(([left, a], [right, b]) => (b.revenue ?? 0) - (a.revenue ?? 0) || (left < right ? -1 : 1))
    .map(([currency]) => currency);
  if (used.length > 0) return used;
  return [...new Set(own.filter((currency) => currency !== null))];
}

interface Earlier {
  readonly before: ReviewPeriod | null;
  readonly lastYear: ReviewPeriod | null;
}

async function gatherGroups(
  asked: (period: ReviewPeriod) => Asked,
  period: ReviewPeriod,
  earlier: Earlier,
  by: Dimension[],
  keyOf: (row: QueryRow) => string,
): Promise<GroupLine[]> {
  const groupsOf = async (one: ReviewPeriod | null): ReturnType<typeof groupFigures> =>
    one === null ? new Map() : groupFigures(asked(one), by, keyOf);
  const now = await groupsOf(period);
  const before = await groupsOf(earlier.before);
  const lastYear = await groupsOf(earlier.lastYear);
  const keys = new Set([...now.keys(), ...before.keys(), ...lastYear.keys()]);
  return [...keys].flatMap((key): GroupLine[] => {
    const found = now.get(key) ?? before.get(key) ?? lastYear.get(key);
    if (!found) return [];
    return [
      {
        key: keyOf(found.row),
        name: partnerOf(found.row),
        type: typeOf(found.row),
        currency: found.currency,
        now: now.get(key)?.figures ?? null,
        before: before.get(key)?.figures ?? null,
        lastYear: lastYear.get(key)?.figures ?? null,
      },
    ];
  });
}

function typeOf(row: QueryRow): PartnerType | null {
  return partnerTypeSchema.safeParse(row['partnerType']).data ?? null;
}

function partnerOf(row: QueryRow): string {
  const partner = row['partner'];
  return typeof partner === 'string' ? partner : '';
}

async function gatherStatuses(asked: Asked): Promise<StatusLine[]> {
  const lines: StatusLine[] = [];
  for (const status of reviewedStatuses) {
    const { rows } = await ask({ ...asked, statuses: [status] }, [
      'orders',
      'revenue',
      'commission',
    ]);
    for (const row of rows) {
      const currency = currencyOf(row);
      if (currency === null) continue;
      lines.push({
        currency,
        status,
        orders: numberOf(row['orders']) ?? 0,
        revenue: numberOf(row['revenue']) ?? 0,
        commission: numberOf(row['commission']) ?? 0,
      });
    }
  }
  return lines;
}

/** Revenue by week from the first quarter of the trend to the end of the period: the cover's graphic. */
async function gatherWeeks(subject: Subject, model: ProgramModel): Promise<WeekLine[]> {
  const from = subject.trend[0]?.from ?? subject.period.from;
  const { rows } = await ask(
    { subject, model, period: { from, to: subject.period.to } },
    ['revenue'],
    ['week'],
  );
  return rows.flatMap((row) => {
    const currency = currencyOf(row);
    const week = row['week'];
    if (currency === null || typeof week !== 'string') return [];
    return [{ week, currency, revenue: numberOf(row['revenue']) ?? 0 }];
  });
}
