import { documentFormat, type DocumentModel, type GridRow, type TableBlock } from '../model';
import type { WeeklyNoteData } from './data';
import type { Mover } from './movers';
import { composeNote, type NoteRow, type WeeklyNote } from './note';

/** The accent of notes for clients who have not chosen one. */
const defaultAccent = '#0B5A72';
/** So many lines of what was done and what is needed fit beside each other. */
const listLines = 5;

/** The note as a document of one page, with the same words as the mail. */
export function notePage(data: WeeklyNoteData): DocumentModel {
  const note = composeNote(data);
  const { accent } = data.client;
  return {
    format: documentFormat,
    title: note.subject,
    author: 'Quarterdeck',
    subject: `Affiliate programs, ${note.week}`,
    language: 'en-US',
    cutOff: data.cutOff,
    sample: data.sample,
    theme: { accent: accent !== null && /^#[0-9A-Fa-f]{6}$/.test(accent) ? accent : defaultAccent },
    footer: `${note.client} · Weekly note · ${note.week}`,
    slides: [
      {
        id: 'weekly-note',
        layout: 'content',
        part: `${note.client} · Week of ${note.week}`,
        title: note.verdicts[0] ?? '',
        subtitle: '',
        rows: rowsOf(note),
        source: note.gaps.length === 0 ? '' : `Not in these figures: ${note.gaps.join('; ')}.`,
        basis: note.source,
      },
    ],
  };
}

function rowsOf(note: WeeklyNote): GridRow[] {
  const [, ...others] = note.verdicts;
  const words = [...others, ...(note.opening === '' ? [] : [note.opening])];
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
      'Pace to goal',
      note.pace.map(({ name, words: pace }) => [name, pace]),
    ),
    listOf(
      'Done',
      note.done.map((line) => [line]),
    ),
    listOf(
      'Needed from you',
      note.needed.map((line) => [line]),
    ),
  ].flatMap((block) => block ?? []);
  const span = lists.length === 0 ? 12 : 12 / lists.length;
  return [
    ...before,
    { cells: [{ span: 12, block: tableOf(note.rows) }] },
    {
      cells: [
        { span: 6, block: moversBlock('Three that rose', note.risers) },
        { span: 6, block: moversBlock('Three that fell', note.fallers) },
      ],
    },
    ...(lists.length === 0 ? [] : [{ cells: lists.map((block) => ({ span, block })) }]),
  ];
}

/** A few lines under a heading; what doesn't fit stands in the mail. */
function listOf(heading: string, lines: readonly (readonly string[])[]): TableBlock | null {
  const [first] = lines;
  if (first === undefined) return null;
  const shown = lines.slice(0, listLines);
  const more = lines.length - shown.length;
  const rest =
    more > 0 ? [[`and ${String(more)} more, in the mail`, ...first.slice(1).map(() => '')]] : [];
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

function moversBlock(heading: string, movers: readonly Mover[]): TableBlock {
  return {
    kind: 'table',
    density: 'compact',
    columns: [
      { label: heading, align: 'start', weight: 5, lines: 2 },
      { label: 'Revenue', align: 'end', weight: 3 },
      { label: 'Why', align: 'start', weight: 9, lines: 2 },
    ],
    rows:
      movers.length === 0
        ? [{ role: 'plain', cells: [{ words: 'None' }, { words: '' }, { words: '' }] }]
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

function tableOf(rows: readonly NoteRow[]): TableBlock {
  const hasParts = rows.some(({ part }) => part !== '');
  return {
    kind: 'table',
    density: 'compact',
    columns: [
      ...(hasParts ? [{ label: 'Programs', align: 'start' as const, weight: 14 }] : []),
      { label: 'Figure', align: 'start', weight: 22 },
      { label: 'This week', align: 'end', weight: 14 },
      { label: 'Last week', align: 'end', weight: 14 },
      { label: 'Change', align: 'end', weight: 12 },
      { label: 'Same week last year', align: 'end', weight: 16 },
      { label: 'Change', align: 'end', weight: 12 },
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
