import type { Mover } from './movers';
import type { NoteRow, WeeklyNote } from './note';
import { noteWordingOf } from './wording';

/** A mail's body in both forms; the words are the page's. */
export interface NoteMail {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** The note as a mail: plain text for every reader, and HTML with a table for those that show it. */
export function noteMail(note: WeeklyNote): NoteMail {
  return { subject: note.subject, text: textOf(note), html: htmlOf(note) };
}

function textOf(note: WeeklyNote): string {
  const { labels } = note;
  const { w, t } = noteWordingOf(note.language);
  const listed = (heading: string, lines: readonly string[]): string =>
    lines.length === 0
      ? ''
      : [w.t.labelled(heading, '').trimEnd(), ...lines.map((line) => `- ${line}`)].join('\n');
  const rowLine = (row: NoteRow): string =>
    t.line(
      nameOf(row),
      row.now,
      `${row.before}, ${row.beforeChange.words}`,
      `${row.lastYear}, ${row.lastYearChange.words}`,
    );
  const parts = [
    note.opening,
    note.verdict,
    note.rows.map(rowLine).join('\n'),
    listed(labels.pace, paceLines(note)),
    listed(labels.risers, moverLines(note, note.risers)),
    listed(labels.fallers, moverLines(note, note.fallers)),
    listed(labels.done, note.done),
    listed(labels.needed, note.needed),
    note.gaps,
    note.source,
  ];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function nameOf(row: NoteRow): string {
  return row.part === '' ? row.label : `${row.part}, ${row.label}`;
}

function paceLines({ language, pace }: WeeklyNote): string[] {
  const { w } = noteWordingOf(language);
  return pace.map(({ name, words }) => w.t.labelled(name, words));
}

function moverLines({ language }: WeeklyNote, movers: readonly Mover[]): string[] {
  const { w } = noteWordingOf(language);
  return movers.map(({ partner, words, reason }) => w.t.labelled(`${partner} ${words}`, reason));
}

/** Mail programs read styles of the element alone, and few of them. */
const styles = {
  body: 'margin:0;color:#171D23;font-family:Inter,Segoe UI,Helvetica,Arial,sans-serif;font-size:14px;line-height:20px',
  verdict: 'margin:0 0 16px;font-size:17px;line-height:24px;font-weight:600',
  heading: 'margin:20px 0 6px;font-size:14px;font-weight:600',
  table: 'border-collapse:collapse;font-size:13px',
  head: 'padding:4px 16px 4px 0;border-bottom:1px solid #7C8893;color:#4A5661;font-weight:600',
  cell: 'padding:4px 16px 4px 0;border-bottom:1px solid #E1E6EA',
  list: 'margin:0;padding-left:20px',
  foot: 'margin:20px 0 0;color:#4A5661;font-size:12px;line-height:16px',
} as const;

function htmlOf(note: WeeklyNote): string {
  const { labels } = note;
  const gaps = note.gaps === '' ? '' : `${note.gaps} `;
  return [
    '<!doctype html>',
    `<html lang="${note.language}"><head><meta charset="utf-8"><title>${escaped(note.subject)}</title></head>`,
    `<body style="${styles.body}">`,
    note.opening === '' ? '' : `<p>${escaped(note.opening).replaceAll('\n', '<br>')}</p>`,
    `<p style="${styles.verdict}">${escaped(note.verdict)}</p>`,
    tableOf(note),
    listOf(labels.pace, paceLines(note)),
    listOf(labels.risers, moverLines(note, note.risers)),
    listOf(labels.fallers, moverLines(note, note.fallers)),
    listOf(labels.done, note.done),
    listOf(labels.needed, note.needed),
    `<p style="${styles.foot}">${escaped(gaps + note.source)}</p>`,
    '</body></html>',
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function tableOf({ rows, labels }: WeeklyNote): string {
  if (rows.length === 0) return '';
  const head = ['', labels.week, labels.before, labels.change, labels.lastYear, labels.change];
  const lines = rows.map((row) => [
    nameOf(row),
    row.now,
    row.before,
    row.beforeChange.words,
    row.lastYear,
    row.lastYearChange.words,
  ]);
  return [
    `<table style="${styles.table}">`,
    `<tr>${head.map((words, place) => cellOf('th', styles.head, words, place)).join('')}</tr>`,
    ...lines.map(
      (cells) =>
        `<tr>${cells.map((words, place) => cellOf('td', styles.cell, words, place)).join('')}</tr>`,
    ),
    '</table>',
  ].join('\n');
}

function cellOf(tag: 'th' | 'td', style: string, words: string, place: number): string {
  return `<${tag} style="${style};text-align:${place === 0 ? 'left' : 'right'}">${escaped(words)}</${tag}>`;
}

function listOf(heading: string, lines: readonly string[]): string {
  if (lines.length === 0) return '';
  const items = lines.map((line) => `<li>${escaped(line)}</li>`).join('');
  return `<h2 style="${styles.heading}">${escaped(heading)}</h2>\n<ul style="${styles.list}">${items}</ul>`;
}

/** Partners name themselves: their names are text, never markup. */
function escaped(words: string): string {
  return words
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
