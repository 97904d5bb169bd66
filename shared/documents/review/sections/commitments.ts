import type { Slide, TableBlock, TableRow, Tone } from '../../model';
import type { Composition } from '../composition';
import type { CommitmentLine, Verdict } from '../data';
import { agreedWords } from '../metrics';
import {
  cell,
  contentSlide,
  cutOffDay,
  gridRow,
  labelColumn,
  paged,
  pageOf,
  partName,
  tableRow,
} from '../slides';

const rowsOnSlide = 7;

const verdictMarks: Readonly<Record<Verdict, { mark: string; tone: Tone }>> = {
  delivered: { mark: '✓', tone: 'good' },
  partly: { mark: '≈', tone: 'warning' },
  not: { mark: '✗', tone: 'bad' },
  'not-verifiable': { mark: '?', tone: 'quiet' },
};

/** What was promised, ours and the client's, and what became of it; what nobody judged says so. */
export function commitments(review: Composition): Slide[] {
  const { data, w } = review;
  const pages = paged(bySide(data.commitments), rowsOnSlide);
  return pages.map((page, index) =>
    contentSlide({
      id: `commitments-${String(index + 1)}`,
      part: partName(review),
      title: title(review) + pageOf(review, index, pages.length),
      rows: [gridRow([[12, judgedTable(review, page)]])],
      source: w.t.commitments.source,
      basis: w.t.commitments.basis,
    }),
  );
}

/** Ours first, then the client's. */
export function bySide(lines: readonly CommitmentLine[]): CommitmentLine[] {
  return [
    ...lines.filter(({ side }) => side === 'agency'),
    ...lines.filter(({ side }) => side === 'client'),
  ];
}

/** Who promised: a person, else the side. */
export function ownerOf({ data, w }: Composition, { owner, side }: CommitmentLine): string {
  return owner ?? (side === 'client' ? data.client.name : w.t.commitments.agency);
}

export function promiseWords({ promise, subject }: CommitmentLine): string {
  return subject === '' ? promise : `${promise} (${subject})`;
}

function judgedTable(review: Composition, lines: readonly CommitmentLine[]): TableBlock {
  const { columns } = review.w.t.commitments;
  // A column without a word in it would only take room from the others.
  const proven = review.data.commitments.some(({ evidence }) => evidence !== '');
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn(columns.who, 1.5, 2),
      labelColumn(columns.promise, 4.2, 2),
      labelColumn(columns.due, 1.4),
      labelColumn(columns.measure, 2.3, 2),
      labelColumn(columns.verdict, 1.7),
      ...(proven ? [labelColumn(columns.evidence, 3.2, 2)] : []),
    ],
    rows: lines.map((line) => row(review, line, proven)),
  };
}

function title({ data, w }: Composition): string {
  const due = data.commitments.filter((line) => line.dueOn <= cutOffDay(data));
  const delivered = due.filter((line) => line.verdict === 'delivered').length;
  const unjudged = due.filter((line) => line.verdict === null).length;
  const { nouns, commitments } = w.t;
  if (due.length === 0)
    return commitments.running(w.counted(data.commitments.length, nouns.commitments));
  return commitments.title(
    delivered,
    w.counted(due.length, nouns.commitmentsDue),
    unjudged,
    due.length,
  );
}

function row(review: Composition, line: CommitmentLine, proven: boolean): TableRow {
  const { data, w } = review;
  const measure = agreedWords(w, line.measure);
  const { verdicts, notJudged, stillRunning, noMeasure } = w.t.commitments;
  const judged = line.verdict === null ? null : verdictMarks[line.verdict];
  const verdict =
    line.verdict !== null && judged !== null
      ? { words: `${judged.mark} ${verdicts[line.verdict]}`, tone: judged.tone }
      : line.dueOn <= cutOffDay(data)
        ? { words: `! ${notJudged}`, tone: 'warning' as const }
        : { words: stillRunning, tone: 'quiet' as const };
  return tableRow([
    cell(ownerOf(review, line)),
    cell(promiseWords(line)),
    cell(w.shortDate(line.dueOn)),
    measure === '' ? cell(noMeasure, undefined, 'quiet') : cell(measure),
    cell(verdict.words, undefined, verdict.tone),
    ...(proven ? [line.evidence === '' ? cell('–', undefined, 'quiet') : cell(line.evidence)] : []),
  ]);
}
