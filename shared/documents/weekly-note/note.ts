import type { Change } from '../model';
import type { NotePart, NotePromise, WeekFigures, WeeklyNoteData } from './data';
import { moversOf, type Mover } from './movers';
import { weekName } from './week';
import {
  capital,
  cellWords,
  changeOf,
  growth,
  isAmount,
  listed,
  metricLabel,
  modelName,
  moved,
  percent,
  shortDate,
  shortMoney,
  signedPercent,
} from './wording';

/** A figure of the week beside last week's and last year's. */
export interface NoteRow {
  /** Model and currency, where there are several; empty otherwise. */
  readonly part: string;
  readonly label: string;
  readonly now: string;
  readonly before: string;
  readonly beforeChange: Change;
  readonly lastYear: string;
  readonly lastYearChange: Change;
}

/** A weekly note in words: page, mail and screen show this and nothing else. */
export interface WeeklyNote {
  readonly client: string;
  /** `16–22 Nov 2026`. */
  readonly week: string;
  readonly subject: string;
  readonly verdict: string;
  /** The same, a sentence for each of the first two parts. */
  readonly verdicts: readonly string[];
  /** What a person put before the figures; empty when nothing. */
  readonly opening: string;
  readonly rows: readonly NoteRow[];
  readonly pace: readonly { readonly name: string; readonly words: string }[];
  readonly risers: readonly Mover[];
  readonly fallers: readonly Mover[];
  readonly done: readonly string[];
  readonly needed: readonly string[];
  /** What is not in the figures; empty when all is. */
  readonly gaps: readonly string[];
  readonly source: string;
}

const metricsOf: Readonly<Record<NotePart['model'], readonly (keyof WeekFigures)[]>> = {
  retail: ['revenue', 'orders', 'clicks', 'commission'],
  b2b: ['revenue', 'newCustomers', 'orders', 'commission'],
};

/** So many lines fit on the page; with more parts each has fewer lines, the first ones first. */
const pageRows = 8;

/** Puts a client's week into words. Equal data give an equal note; every sentence states rows. */
export function composeNote(data: WeeklyNoteData): WeeklyNote {
  const { risers, fallers } = moversOf(data.parts);
  const week = weekName(data.week);
  const [first] = data.parts;
  const verdicts = verdictsOf(data);
  return {
    client: data.client.name,
    week,
    subject: [`${data.client.name}, week of ${week}`, first ? headline(first) : '']
      .filter((part) => part !== '')
      .join(': '),
    verdict: verdicts.join(' '),
    verdicts,
    opening: data.texts.opening ?? '',
    rows: rowsOf(data.parts),
    pace: data.goals.map(({ name, pace, reason }) => ({
      name,
      words: pace === null ? `n/a: ${reason}` : `${percent(pace, 0)} of the pace needed`,
    })),
    risers,
    fallers,
    done: [...data.kept.map(({ words }) => words), ...data.texts.done],
    needed: [...data.open.map((promise) => dueWords(promise, data.week.to)), ...data.texts.needed],
    gaps: data.gaps,
    source: sourceOf(data),
  };
}

/** `revenue up 12.3 %`; without last week's figures the amount alone. */
function headline({ now, before, currency }: NotePart): string {
  const grown = growth(now?.revenue, before?.revenue);
  const revenue = now?.revenue ?? null;
  if (revenue === null) return 'no revenue known';
  if (grown === null) return `revenue ${shortMoney(revenue, currency)}`;
  if (Math.abs(grown) < 0.0005) return 'revenue level';
  return `revenue ${grown > 0 ? 'up' : 'down'} ${percent(Math.abs(grown))}`;
}

function verdictsOf({ parts }: WeeklyNoteData): readonly string[] {
  if (parts.length === 0) return ['No transaction is known for this week.'];
  return parts.slice(0, 2).map((part) => verdictOfPart(part, parts.length > 1));
}

function verdictOfPart(part: NotePart, isOneOfSeveral: boolean): string {
  const { now, before, lastYear, currency } = part;
  const revenue = now?.revenue ?? null;
  const name = isOneOfSeveral ? `${partName(part)}: tracked revenue` : 'Tracked revenue';
  if (revenue === null) return `${name} is not known.`;
  const week = growth(revenue, before?.revenue);
  const year = growth(revenue, lastYear?.revenue);
  const amount = shortMoney(revenue, currency);
  const yearWords = year === null ? '' : `, ${signedPercent(year)} on the same week last year`;
  return week === null
    ? `${name} was ${amount}${yearWords}.`
    : `${name} ${moved(week)} on last week, to ${amount}${yearWords}.`;
}

/** `Retail, EUR`. */
export function partName({ model, currency }: Pick<NotePart, 'model' | 'currency'>): string {
  return `${modelName(model)}, ${currency}`;
}

function rowsOf(parts: readonly NotePart[]): readonly NoteRow[] {
  const each = Math.max(1, Math.floor(pageRows / Math.max(1, parts.length)));
  return parts.slice(0, pageRows).flatMap((part) =>
    metricsOf[part.model]
      .filter((metric) => [part.now, part.before].some((figures) => isKnown(figures, metric)))
      .slice(0, each)
      .map((metric) => rowOf(part, metric, parts.length > 1)),
  );
}

function isKnown(figures: WeekFigures | null, metric: keyof WeekFigures): boolean {
  return typeof figures?.[metric] === 'number';
}

function rowOf(part: NotePart, metric: keyof WeekFigures, several: boolean): NoteRow {
  const { now, before, lastYear, currency, model } = part;
  const label = metricLabel(metric, model);
  const isMoney = isAmount(metric);
  return {
    part: several ? partName(part) : '',
    label: isMoney && !several ? `${label}, ${currency}` : label,
    now: cellWords(metric, now?.[metric] ?? null, currency),
    before: cellWords(metric, before?.[metric] ?? null, currency),
    beforeChange: changeOf(metric, now?.[metric], before?.[metric], 'vs last week'),
    lastYear: cellWords(metric, lastYear?.[metric] ?? null, currency),
    lastYearChange: changeOf(metric, now?.[metric], lastYear?.[metric], 'vs last year'),
  };
}

function dueWords({ words, dueOn }: NotePromise, today: string): string {
  return dueOn <= today
    ? `${words} (was due ${shortDate(dueOn)})`
    : `${words} (due ${shortDate(dueOn)})`;
}

function sourceOf({ networks, cutOff }: WeeklyNoteData): string {
  const read = shortDate(new Date(cutOff).toISOString().slice(0, 10));
  return `${capital(listed(networks))}, read on ${read}. Transactions by transaction date, pending and approved; recent ones may still be declined.`;
}
