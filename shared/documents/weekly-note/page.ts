import { documentFormat, type DocumentModel, type GridRow, type TableBlock } from '../model';
import type { WeeklyNoteData } from './data';
import type { Mover } from './movers';
import { themeOf } from '../review/theme';
import { composeNote, type NoteRow, type WeeklyNote } from './note';
import { noteWordingOf } from './wording';
import type { NoteWords } from './words';

/** So many lines of what was done and what is needed fit beside each other. */
const listLines = 3;

/** The note as a document of one page, with the same words as the mail. */
export function notePage(data: WeeklyNoteData): DocumentModel {
  const note = composeNote(data);
  const { w, t } = noteWordingOf(note.language);
  return {
    format: documentFormat,
    title: note.subject,
    author: 'Quarterdeck',
    subject: t.subject(note.week),
    language: note.language,
    cutOff: data.cutOff,
    sample: data.sample,
    sampleMark: w.t.sampleMark,
    theme: themeOf(data.look).theme,
    footer: data.look.footer ?? t.footer(note.client, note.week),
    slides: [
      {
        id: 'weekly-note',
        layout: 'content',
        part: t.part(note.client, note.week),
        title: note.message,
        subtitle: '',
        rows: rowsOf(note, t),
        source: note.gaps,
        basis: note.source,
      },
    ],
  };
}

function rowsOf(note: WeeklyNote, t: NoteWords): GridRow[] {
  const { labels } = t;
  const verdicts = note.verdicts.length > 1 ? [note.verdict] : [];
  const words = [...verdicts, ...(note.opening === '' ? [] : [note.opening])];
  const before: GridRow[] =
    words.length === 0
      ? []
      : [
          {
            cells: [
              {
                span: 12,
                block: {
                  kind: 'text',
                  style: 'body',
                  paragraphs: words.map((one) => [{ words: one }]),
                },
              },
            ],
          },
        ];
  const lists = [
    listOf(
      t,
      labels.pace,
      note.pace.map(({ name, words: pace }) => [name, pace]),
    ),
    listOf(
      t,
      labels.done,
      note.done.map((line) => [line]),
    ),
    listOf(
      t,
      labels.needed,
      note.needed.map((line) => [line]),
    ),
  ].flatMap((block) => block ?? []);
  const span = lists.length === 0 ? 12 : 12 / lists.length;
  return [
    ...before,
    { cells: [{ span: 12, block: tableOf(labels, note.rows) }] },
    {
      cells: [
        { span: 6, block: moversBlock(labels, labels.risers, note.risers) },
        { span: 6, block: moversBlock(labels, labels.fallers, note.fallers) },
      ],
    },
    ...(lists.length === 0 ? [] : [{ cells: lists.map((block) => ({ span, block })) }]),
  ];
}

/** A few lines under a heading; what doesn't fit stands in the mail. */
function listOf(
  t: NoteWords,
  heading: string,
  lines: readonly (readonly string[])[],
): TableBlock | null {
  const [first] = lines;
  if (first === undefined) return null;
  const shown = lines.slice(0, listLines);
  const more = lines.length - shown.length;
  const rest = more > 0 ? [[t.more(String(more)), ...first.slice(1).map(() => '')]] : [];
  return {
    kind: 'table',
    density: 'compact',
    columns: first.map((_, place) => ({
      label: place === 0 ? heading : '',
      align: place === 0 ? 'start' : 'end',
      weight: place === 0 ? 3 : 2,
      lines: 2,
    })),
    rows: [...shown, ...rest].map((cells) => ({
      role: 'plain',
      cells: cells.map((words) => ({ words })),
    })),
  };
}

function moversBlock(
  labels: NoteWords['labels'],
  heading: string,
  movers: readonly Mover[],
): TableBlock {
  return {
    kind: 'table',
    density: 'compact',
    columns: [
      { label: heading, align: 'start', weight: 5 },
      { label: labels.revenue, align: 'end', weight: 3 },
      { label: labels.why, align: 'start', weight: 9, lines: 2 },
    ],
    rows:
      movers.length === 0
        ? [{ role: 'plain', cells: [{ words: labels.none }, { words: '' }, { words: '' }] }]
        : movers.map(({ partner, words, reason, change }) => ({
            role: 'plain',
            cells: [
              { words: partner },
              { words, tone: change > 0 ? 'good' : 'bad' },
              { words: reason },
            ],
          })),
  };
}

function tableOf(labels: NoteWords['labels'], rows: readonly NoteRow[]): TableBlock {
  const hasParts = rows.some(({ part }) => part !== '');
  return {
    kind: 'table',
    density: 'compact',
    columns: [
      ...(hasParts ? [{ label: labels.programs, align: 'start' as const, weight: 14 }] : []),
      { label: labels.figure, align: 'start', weight: 22 },
      { label: labels.week, align: 'end', weight: 14 },
      { label: labels.before, align: 'end', weight: 14 },
      { label: labels.change, align: 'end', weight: 12 },
      { label: labels.lastYear, align: 'end', weight: 16 },
      { label: labels.change, align: 'end', weight: 12 },
    ],
    rows: rows.map((row) => ({
      role: 'plain',
      cells: [
        ...(hasParts ? [{ words: row.part }] : []),
        { words: row.label },
        { words: row.now },
        { words: row.before },
        { words: row.beforeChange.words, tone: row.beforeChange.tone },
        { words: row.lastYear },
        { words: row.lastYearChange.words, tone: row.lastYearChange.tone },
      ],
    })),
  };
}
