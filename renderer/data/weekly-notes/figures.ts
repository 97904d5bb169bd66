import type {
  NotePart,
  NoteWeek,
  PartnerWeeks,
  WeekFigures,
} from '../../../shared/documents/weekly-note/data';
import type { Gap } from '../../../shared/documents/review/data';
import type { NoteWeeks } from '../../../shared/documents/weekly-note/week';
import type {
  CoverageLine,
  Dimension,
  Metric,
  QueryAnswer,
  QueryRow,
} from '../../../shared/domain/query';
import type { ProgramModel } from '../../../shared/domain/vocabulary';
import { loadDirectory, type ProgramEntry } from '../directory';
import { queryFacts } from '../facts';
import { currencyOf, numberOf } from '../reviews/figures';

const weekMetrics = [
  'revenue',
  'orders',
  'clicks',
  'commission',
  'newCustomers',
] as const satisfies readonly Metric[];

/** What a partner's revenue is explained by; commission explains nothing. */
const partnerMetrics = ['revenue', 'orders', 'clicks'] as const satisfies readonly Metric[];

export interface NoteFigures {
  readonly parts: readonly NotePart[];
  /** What is not in the week's own figures. */
  readonly gaps: readonly Gap[];
}

/** The figures of a client's three weeks, apart by model and currency. */
export async function gatherFigures(
  programs: readonly ProgramEntry[],
  weeks: NoteWeeks,
): Promise<NoteFigures> {
  const parts: NotePart[] = [];
  const gaps: Gap[] = [];
  for (const model of ['retail', 'b2b'] as const) {
    const own = programs.filter((program) => program.model === model);
    if (own.length === 0) continue;
    const gathered = await gatherModel(model, own, weeks);
    parts.push(...gathered.parts);
    gaps.push(...gathered.gaps);
  }
  return { parts, gaps };
}

async function gatherModel(
  model: ProgramModel,
  programs: readonly ProgramEntry[],
  { week, before, lastYear }: NoteWeeks,
): Promise<NoteFigures> {
  const now = await readWeek(programs, week);
  const earlier = wholeOnly(await readWeek(programs, before));
  const year = wholeOnly(await readWeek(programs, lastYear));
  const partnersNow = await readPartners(programs, week);
  const partnersBefore =
    earlier.size === 0 ? new Map<string, PartnerLine>() : await readPartners(programs, before);
  const currencies = [...new Set([...now.figures.keys(), ...earlier.keys()])].filter(
    (currency) => hasMoney(now.figures.get(currency)) || hasMoney(earlier.get(currency)),
  );
  const parts = currencies
    .map((currency): NotePart => ({
      model,
      currency,
      now: now.figures.get(currency) ?? null,
      before: earlier.get(currency) ?? null,
      lastYear: year.get(currency) ?? null,
      partners: joined(partnersNow, partnersBefore, currency),
    }))
    .sort(
      (a, b) => (b.now?.revenue ?? 0) - (a.now?.revenue ?? 0) || (a.currency < b.currency ? -1 : 1),
    );
  return { parts, gaps: openLines(now.coverage).map(gapOf) };
}

interface ReadWeek {
  readonly figures: ReadonlyMap<string, WeekFigures>;
  readonly coverage: readonly CoverageLine[];
}

async function readWeek(programs: readonly ProgramEntry[], week: NoteWeek): Promise<ReadWeek> {
  const { rows, coverage } = await ask(programs, week, weekMetrics, []);
  const figures = new Map<string, WeekFigures>();
  for (const row of rows) {
    const currency = currencyOf(row);
    if (currency !== null) figures.set(currency, figuresOf(row));
  }
  return { figures, coverage };
}

/** A week with days that were never read would look small beside a whole one, so it is not known at all. */
function wholeOnly({ figures, coverage }: ReadWeek): ReadonlyMap<string, WeekFigures> {
  const isWhole = openLines(coverage).every(
    ({ state, causes = [] }) =>
      state === 'partial' && causes.every(({ code }) => code === 'unread-rows'),
  );
  return isWhole ? figures : new Map();
}

function openLines(coverage: readonly CoverageLine[]): CoverageLine[] {
  return coverage.filter(
    ({ metric, state }) => metric === 'revenue' && (state === 'partial' || state === 'failed'),
  );
}

function gapOf({ program, causes = [] }: CoverageLine): Gap {
  return { program, causes };
}

interface PartnerLine {
  readonly name: string;
  readonly currency: string;
  readonly figures: WeekFigures;
}

async function readPartners(
  programs: readonly ProgramEntry[],
  week: NoteWeek,
): Promise<ReadonlyMap<string, PartnerLine>> {
  const { rows } = await ask(programs, week, partnerMetrics, ['partner']);
  const lines = new Map<string, PartnerLine>();
  for (const row of rows) {
    const currency = currencyOf(row);
    const name = row['partner'];
    if (currency === null || typeof name !== 'string' || name === '') continue;
    lines.set(`${currency}\u0000${name}`, { name, currency, figures: figuresOf(row) });
  }
  return lines;
}

function joined(
  now: ReadonlyMap<string, PartnerLine>,
  before: ReadonlyMap<string, PartnerLine>,
  currency: string,
): PartnerWeeks[] {
  return [...new Set([...now.keys(), ...before.keys()])].flatMap((key): PartnerWeeks[] => {
    const line = now.get(key) ?? before.get(key);
    if (line?.currency !== currency) return [];
    return [
      {
        name: line.name,
        now: now.get(key)?.figures ?? null,
        before: before.get(key)?.figures ?? null,
      },
    ];
  });
}

async function ask(
  programs: readonly ProgramEntry[],
  { from, to }: NoteWeek,
  metrics: readonly Metric[],
  by: Dimension[],
): Promise<QueryAnswer> {
  const ids = [...new Set(programs.map(({ programId }) => programId))];
  return queryFacts(
    { metrics: [...metrics], by, from, to, programs: ids },
    await loadDirectory(by.length > 0 ? 'partners' : 'programs'),
  );
}

function figuresOf(row: QueryRow): WeekFigures {
  return {
    revenue: numberOf(row['revenue']),
    orders: numberOf(row['orders']),
    clicks: numberOf(row['clicks']),
    commission: numberOf(row['commission']),
    newCustomers: numberOf(row['newCustomers']),
  };
}

function hasMoney(figures: WeekFigures | undefined): boolean {
  return (figures?.revenue ?? 0) !== 0 || (figures?.commission ?? 0) !== 0;
}
