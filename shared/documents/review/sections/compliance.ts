import { parseDay } from '../../../kernel/days';
import type { Block, MetricCard, Slide } from '../../model';
import type { Composition } from '../composition';
import {
  cell,
  contentSlide,
  gridRow,
  labelColumn,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
  unknownCell,
} from '../slides';
import { severities, type ViolationLine } from '../work';
import { writtenSlides } from './written';

const typesOnSlide = 6;

/** What was looked at, which breaches were found, how grave they were, and how soon they were mended. */
export function compliance(review: Composition): Slide[] {
  const { data, w } = review;
  const { checks, violations } = data.work;
  const text = writtenSlides(review, 'compliance', 'text', w.t.sections.compliance);
  if (checks.length === 0 && violations.length === 0) return text;
  const counted = countedIn(review, violations);
  const types = [...new Set(violations.map(({ type }) => type))].sort();
  const pages = types.length === 0 ? [[]] : paged(types, typesOnSlide);
  return [
    ...text,
    ...pages.map((shown, at) =>
      contentSlide({
        id: `compliance-cases-${String(at + 1)}`,
        part: partName(review),
        title: titleOf(review, counted) + pageOf(review, at, pages.length),
        rows: [
          ...(at === 0 ? [gridRow([[12, cards(review, counted)]], 'natural')] : []),
          ...(shown.length === 0 ? [] : [gridRow([[12, table(review, shown)]])]),
        ],
        source: w.t.work.source,
        basis: w.t.work.compliance.basis,
      }),
    ),
  ];
}

interface Counted {
  readonly found: number;
  readonly closed: number;
  /** At the end of the period, as far as it is known today. */
  readonly open: number;
  /** Days from finding to closing: the median of those closed; null without one. */
  readonly days: number | null;
}

function countedIn(
  { data }: Pick<Composition, 'data'>,
  violations: readonly ViolationLine[],
): Counted {
  const { from, to } = data.period;
  const closed = violations.filter(({ closedOn }) => closedOn !== null && closedOn <= to);
  const days = closed
    .map(({ foundOn, closedOn }) => (parseDay(closedOn ?? '') ?? 0) - (parseDay(foundOn) ?? 0))
    .sort((a, b) => a - b);
  return {
    found: violations.filter(({ foundOn }) => foundOn >= from).length,
    closed: closed.length,
    open: violations.length - closed.length,
    days: medianOf(days),
  };
}

/** The middle one of ascending numbers, or the mean of the two in the middle; null of none. */
function medianOf(ascending: readonly number[]): number | null {
  const middle = (ascending.length - 1) / 2;
  const [low, high] = [ascending[Math.floor(middle)], ascending[Math.ceil(middle)]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

function titleOf({ data, w }: Composition, { found, closed, open }: Counted): string {
  const words = w.t.work.compliance;
  const partners = partnersChecked(data.work.checks);
  if (data.work.violations.length > 0)
    return words.title(w.counted(found, w.t.nouns.violations), found, closed, open);
  return partners === null ? words.clean : words.cleanOf(w.counted(partners, w.t.nouns.partners));
}

/** Null while no look says how many partners it took in. */
function partnersChecked(checks: readonly { readonly checked: number | null }[]): number | null {
  const known = checks.flatMap(({ checked }) => checked ?? []);
  return known.length === 0 ? null : known.reduce((sum, checked) => sum + checked, 0);
}

function cards({ data, w }: Composition, { found, closed, open, days }: Counted): Block {
  const words = w.t.work.compliance;
  const card = (label: string, value: number | null): MetricCard => ({
    label,
    words: value === null ? w.t.notAvailable : w.decimal(value, value % 1 === 0 ? 0 : 1),
    value,
    changes: [],
  });
  return {
    kind: 'metrics',
    cards: [
      card(words.checked, partnersChecked(data.work.checks)),
      card(words.found, found),
      card(words.closed, closed),
      card(words.open, open),
      card(words.days, days),
    ],
  };
}

function table(review: Composition, types: readonly string[]): Block {
  const { data, w } = review;
  const words = w.t.work.compliance;
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn(words.type, 4, 2),
      ...severities.map((severity) => numberColumn(words.severities[severity], 1.2)),
      numberColumn(words.found, 1.2),
      numberColumn(words.closed, 1.2),
      numberColumn(words.open, 1.2),
      numberColumn(words.days, 1.6),
    ],
    rows: types.map((type) => {
      const lines = data.work.violations.filter((line) => line.type === type);
      const { found, closed, open, days } = countedIn(review, lines);
      const count = (value: number) => cell(w.decimal(value, value % 1 === 0 ? 0 : 1), value);
      return tableRow([
        cell(type),
        ...severities.map((severity) =>
          count(lines.filter((line) => line.severity === severity).length),
        ),
        count(found),
        count(closed),
        count(open),
        days === null ? unknownCell() : count(days),
      ]);
    }),
  };
}
