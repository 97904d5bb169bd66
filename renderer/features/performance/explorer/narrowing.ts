import type {
  ExploreQuestion,
  ExploreRow,
  TransactionQuestion,
} from '../../../../shared/domain/explore';
import type { Dimension, Query } from '../../../../shared/domain/query';
import { partnerTypeSchema, type PartnerType } from '../../../../shared/domain/vocabulary';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { formatDay, monthKey, quarterKey, weekKey, type Day } from '../../../../shared/kernel/days';
import { isoRange, type DayRange } from '../../../app/period';
import type { ExploreFilter, ExploreSettings } from './settings';

/** What the top bar says: whose programs, and which days against which. */
export interface Frame {
  readonly programs: string[] | undefined;
  readonly current: DayRange;
  readonly previous: DayRange;
}

/** The part of a question that filters decide. */
type Narrowed = Pick<Query, 'from' | 'to' | 'programs' | 'partners' | 'partnerTypes'>;

const keyOfDay = { day: formatDay, week: weekKey, month: monthKey, quarter: quarterKey } as const;

/** Is this dimension a stretch of time? */
export function isTime(dimension: Dimension): dimension is keyof typeof keyOfDay {
  return dimension in keyOfDay;
}

/** The explorer's question for some settings, without its window. */
export function questionOf(
  settings: ExploreSettings,
  frame: Frame,
  programs: readonly DeskRecord[],
): Omit<ExploreQuestion, 'offset' | 'limit'> {
  const { metrics, by, statuses, sort, drawn, compare } = settings;
  const narrowed = narrow(settings.filters, frame, programs);
  const [metric = 'revenue'] = metrics;
  return {
    query: { metrics, by, ...narrowed, ...(statuses === undefined ? {} : { statuses }) },
    previous: compare ? isoRange(previousDays(settings.filters, frame)) : null,
    sort,
    chart: drawn ?? { metric, group: null },
  };
}

/** The question for the single transactions behind some settings, without its window. */
export function transactionsOf(
  { filters, statuses }: ExploreSettings,
  frame: Frame,
  programs: readonly DeskRecord[],
): Omit<TransactionQuestion, 'offset' | 'limit' | 'sort'> {
  return {
    ...narrow(filters, frame, programs),
    ...(statuses === undefined ? {} : { statuses }),
  };
}

function narrow(
  filters: readonly ExploreFilter[],
  frame: Frame,
  records: readonly DeskRecord[],
): Narrowed {
  let { programs } = frame;
  let partners: string[] | undefined;
  let partnerTypes: (PartnerType | null)[] | undefined;
  for (const filter of filters) {
    const { dimension, value } = filter;
    if (isTime(dimension)) continue;
    if (dimension === 'partner') {
      partners = both(partners, [value ?? '']);
    } else if (dimension === 'partnerType') {
      partnerTypes = both(partnerTypes, [partnerTypeSchema.safeParse(value).data ?? null]);
    } else {
      programs = both(programs, programsWhere(filter, records));
    }
  }
  return {
    ...isoRange(daysWithin(filters, frame.current)),
    ...(programs === undefined ? {} : { programs }),
    ...(partners === undefined ? {} : { partners }),
    ...(partnerTypes === undefined ? {} : { partnerTypes }),
  };
}

function both<Value>(known: Value[] | undefined, more: Value[]): Value[] {
  return known === undefined ? more : known.filter((value) => more.includes(value));
}

function programsWhere(
  { dimension, value }: ExploreFilter,
  records: readonly DeskRecord[],
): string[] {
  if (dimension === 'program') return [value ?? ''];
  // An account's name alone may stand on two networks.
  const [network, account] = (value ?? '').split(/:(.*)/s);
  return records
    .filter(({ values }) =>
      dimension === 'account'
        ? values['network'] === network && values['account'] === account
        : values[dimension] === value,
    )
    .map(({ id }) => id);
}

/** The days of the period that filters on time leave. */
function daysWithin(filters: readonly ExploreFilter[], range: DayRange): DayRange {
  let { from, to } = range;
  for (const { dimension, value } of filters) {
    if (!isTime(dimension)) continue;
    const keyOf = keyOfDay[dimension];
    while (from < to && keyOf(from) !== value) from += 1;
    while (to > from && keyOf(to) !== value) to -= 1;
  }
  return { from, to };
}

/** What the narrowed days are held against: the stretch at the same place of the earlier period. */
function previousDays(filters: readonly ExploreFilter[], { current, previous }: Frame): DayRange {
  let now = current;
  let before = previous;
  for (const filter of filters) {
    if (!isTime(filter.dimension)) continue;
    const words = stretches(filter.dimension, now);
    const earlier = stretches(filter.dimension, before);
    const place = words.findIndex(({ word }) => word === filter.value);
    const counterpart = earlier[Math.min(Math.max(0, place), earlier.length - 1)];
    now = daysWithin([filter], now);
    before = counterpart?.days ?? before;
  }
  return before;
}

function stretches(
  dimension: keyof typeof keyOfDay,
  { from, to }: DayRange,
): { readonly word: string; readonly days: DayRange }[] {
  const found: { word: string; days: { from: Day; to: Day } }[] = [];
  for (let day = from; day <= to; day += 1) {
    const word = keyOfDay[dimension](day);
    const last = found.at(-1);
    if (last?.word === word) last.days.to = day;
    else found.push({ word, days: { from: day, to: day } });
  }
  return found;
}

/** Settings after going into one row: its names are filters, and the next question is asked of what is left. */
export function drill(
  settings: ExploreSettings,
  row: ExploreRow,
  oneProgram: boolean,
): ExploreSettings {
  const added = settings.by.map((dimension, at): ExploreFilter => {
    const label = row.names[at] ?? null;
    return { dimension, value: row.ids[at] ?? label, label };
  });
  const filters = [
    ...settings.filters.filter((filter) => !settings.by.includes(filter.dimension)),
    ...added,
  ];
  return { ...settings, filters, by: nextBy(filters, oneProgram) };
}

/** Program, then partner, then day, then the transactions themselves. */
function nextBy(filters: readonly ExploreFilter[], oneProgram: boolean): Dimension[] {
  const has = (...dimensions: Dimension[]): boolean =>
    filters.some(({ dimension }) => dimensions.includes(dimension));
  if (!has('program', 'account') && !oneProgram) return ['program'];
  if (!has('partner')) return ['partner'];
  return has('day') ? [] : ['day'];
}
