import type { Change } from '../model';
import { growth } from '../review/compare';
import type { NotePace, NotePart, NotePromise, WeekFigures, WeeklyNoteData } from './data';
import { moversOf, type Mover } from './movers';
import { gapWords } from '../review/coverage-words';
import { cellWords, measureName } from '../review/metrics';
import type { DocumentLanguage } from '../review/words/locales';
import { capital } from '../review/wording';
import { weekName } from './week';
import { changeOf, isAmount, moveFrom, noteWordingOf, type NoteWording } from './wording';
import type { NoteWords } from './words';

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
  readonly language: DocumentLanguage;
  /** Headings and columns, in the note's language. */
  readonly labels: NoteWords['labels'];
  /** `16–22 Nov 2026`. */
  readonly week: string;
  readonly subject: string;
  readonly verdict: string;
  /** The same, a sentence for each of the first two parts. */
  readonly verdicts: readonly string[];
  /** A title: the only one of them, or the first in few words. */
  readonly message: string;
  /** What a person put before the figures; empty when nothing. */
  readonly opening: string;
  readonly rows: readonly NoteRow[];
  readonly pace: readonly { readonly name: string; readonly words: string }[];
  readonly risers: readonly Mover[];
  readonly fallers: readonly Mover[];
  readonly done: readonly string[];
  readonly needed: readonly string[];
  /** What is not in the figures, a sentence; empty when all is. */
  readonly gaps: string;
  readonly source: string;
}

const metricsOf: Readonly<Record<NotePart['model'], readonly (keyof WeekFigures)[]>> = {
  retail: ['revenue', 'orders', 'clicks', 'commission'],
  b2b: ['revenue', 'newCustomers', 'orders', 'commission'],
};

/** So many lines of several parts fit on the page: each has fewer of them, the first ones first. */
const pageRows = 6;

/** Puts a client's week into words. Equal data give an equal note; every sentence states rows. */
export function composeNote(data: WeeklyNoteData): WeeklyNote {
  const wording = noteWordingOf(data.look.language);
  const { w, t } = wording;
  const { risers, fallers } = moversOf(wording, data.parts);
  const week = weekName(w, data.week);
  const [first] = data.parts;
  const verdicts = verdictsOf(wording, data);
  return {
    client: data.client.name,
    language: data.look.language,
    labels: t.labels,
    week,
    subject: first
      ? w.t.labelled(t.title(data.client.name, week), headline(wording, first))
      : t.title(data.client.name, week),
    verdict: verdicts.join(' '),
    verdicts,
    message: messageOf(wording, data),
    opening: data.texts.opening ?? '',
    rows: rowsOf(wording, data.parts),
    pace: data.goals
      .map((goal) => ({ name: goalName(wording, goal), words: paceWords(wording, goal) }))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    risers,
    fallers,
    done: [...data.kept.map(({ words }) => words), ...data.texts.done],
    needed: [
      ...data.open.map((promise) => dueWords(wording, promise, data.week.to)),
      ...data.texts.needed,
    ],
    gaps: data.gaps.length === 0 ? '' : t.notIn(gapWords(w, data.gaps)),
    source: sourceOf(wording, data),
  };
}

/** `Tracked revenue, EUR, Q4 2026`. */
function goalName({ w }: NoteWording, goal: NotePace): string {
  const { metric, model, currency, program, period } = goal;
  return [capital(measureName(w, metric, model)), currency ?? '', program, w.period(period)]
    .filter((part) => part !== '')
    .join(', ');
}

function paceWords({ w, t }: NoteWording, { pace, reason }: NotePace): string {
  if (pace !== null) return t.pace.ratio(w.percent(pace, 0));
  return reason === null ? w.t.notAvailable : w.t.labelled(w.t.notAvailable, t.pace[reason]);
}

/** `revenue up 12.3 %`; without last week's figures the amount alone. */
function headline({ w, t }: NoteWording, { now, before, currency }: NotePart): string {
  const revenue = now?.revenue ?? null;
  if (revenue === null) return t.headline.unknown;
  const move = moveFrom(w, revenue, before?.revenue);
  return move === null
    ? t.headline.amount(w.shortMoney(revenue, currency))
    : t.headline.moved(move);
}

function verdictsOf(wording: NoteWording, { parts }: WeeklyNoteData): readonly string[] {
  if (parts.length === 0) return [wording.t.verdict.nothing];
  return parts.slice(0, 2).map((part) => {
    const verdict = verdictOfPart(wording, part);
    return parts.length > 1 ? wording.t.verdict.ofPart(partName(wording, part), verdict) : verdict;
  });
}

/** What the first part did on last week; the model is named where there are both. */
function messageOf(wording: NoteWording, { parts }: WeeklyNoteData): string {
  const [first] = parts;
  if (first === undefined) return withoutStop(wording.t.verdict.nothing);
  const several = parts.length > 1;
  const said = several ? { ...first, lastYear: null } : first;
  const message = withoutStop(verdictOfPart(wording, said));
  const models = new Set(parts.map(({ model }) => model));
  return models.size > 1
    ? wording.t.verdict.ofPart(wording.w.t.models[first.model], message)
    : message;
}

/** A title has no full stop. */
function withoutStop(sentence: string): string {
  return sentence.replace(/\.$/, '');
}

function verdictOfPart({ w, t }: NoteWording, part: NotePart): string {
  const { now, before, lastYear, currency } = part;
  const revenue = now?.revenue ?? null;
  if (revenue === null) return t.verdict.unknown;
  const move = moveFrom(w, revenue, before?.revenue);
  const year = growth(revenue, lastYear?.revenue);
  const amount = w.shortMoney(revenue, currency);
  const onYear = year === null ? '' : t.verdict.onYear(w.signedPercent(year));
  return move === null ? t.verdict.plain(amount, onYear) : t.verdict.moved(move, amount, onYear);
}

/** `Retail, EUR`. */
function partName(
  { w }: NoteWording,
  { model, currency }: Pick<NotePart, 'model' | 'currency'>,
): string {
  return `${w.t.models[model]}, ${currency}`;
}

function rowsOf(wording: NoteWording, parts: readonly NotePart[]): readonly NoteRow[] {
  const each = parts.length < 2 ? pageRows : Math.max(1, Math.floor(pageRows / parts.length));
  return parts.slice(0, pageRows).flatMap((part) =>
    metricsOf[part.model]
      .filter((metric) => [part.now, part.before].some((figures) => isKnown(figures, metric)))
      .slice(0, each)
      .map((metric) => rowOf(wording, part, metric, parts.length > 1)),
  );
}

function isKnown(figures: WeekFigures | null, metric: keyof WeekFigures): boolean {
  return typeof figures?.[metric] === 'number';
}

function rowOf(
  wording: NoteWording,
  part: NotePart,
  metric: keyof WeekFigures,
  several: boolean,
): NoteRow {
  const { w, t } = wording;
  const { now, before, lastYear, currency, model } = part;
  const label = w.t.metrics[metric].label[model];
  const isMoney = isAmount(metric);
  const words = (figures: WeekFigures | null): string =>
    cellWords(w, metric, figures?.[metric] ?? null, currency);
  return {
    part: several ? partName(wording, part) : '',
    label: isMoney && !several ? `${label}, ${currency}` : label,
    now: words(now),
    before: words(before),
    beforeChange: changeOf(w, metric, now?.[metric], before?.[metric], t.vsWeek),
    lastYear: words(lastYear),
    lastYearChange: changeOf(w, metric, now?.[metric], lastYear?.[metric], t.vsYear),
  };
}

function dueWords({ w, t }: NoteWording, { words, dueOn }: NotePromise, today: string): string {
  const day = w.shortDate(dueOn);
  return dueOn <= today ? t.wasDue(words, day) : t.due(words, day);
}

function sourceOf({ w, t }: NoteWording, { networks, cutOff }: WeeklyNoteData): string {
  const read = w.shortDate(new Date(cutOff).toISOString().slice(0, 10));
  return t.source(capital(w.listed(networks)), read);
}
