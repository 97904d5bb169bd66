import type { Slide, TableRow, Tone } from '../../model';
import type { Composition } from '../composition';
import type { CommitmentLine, ReviewData, Verdict } from '../data';
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
import { counted, shortDate } from '../wording';

const rowsOnSlide = 7;

const verdictWords: Readonly<Record<Verdict, { words: string; tone: Tone }>> = {
  delivered: { words: '✓ Delivered', tone: 'good' },
  partly: { words: '≈ Partly', tone: 'warning' },
  not: { words: '✗ Not delivered', tone: 'bad' },
  'not-verifiable': { words: '? Not verifiable', tone: 'quiet' },
};

/** What was promised, ours and the client's, and what became of it; what nobody judged says so. */
export function commitments({ data }: Composition): Slide[] {
  if (data.commitments.length === 0) {
    return [
      contentSlide({
        id: 'commitments',
        part: partName(data),
        title: `No commitment is recorded for ${data.period.name}`,
        rows: [
          gridRow([
            [
              12,
              {
                kind: 'text',
                style: 'body',
                paragraphs: [
                  [
                    {
                      words:
                        'Promises of either side, with an owner and a due date, appear here with their verdict.',
                    },
                  ],
                ],
              },
            ],
          ]),
        ],
        ...stamp(),
      }),
    ];
  }
  const ours = data.commitments.filter((line) => line.side === 'agency');
  const theirs = data.commitments.filter((line) => line.side === 'client');
  const sides = [
    { name: 'Agency', lines: ours },
    { name: data.client.name, lines: theirs },
  ].filter((side) => side.lines.length > 0);
  const entries = sides.flatMap((side) => side.lines.map((line) => ({ side: side.name, line })));
  const pages = paged(entries, rowsOnSlide);
  return pages.map((page, index) =>
    contentSlide({
      id: `commitments-${String(index + 1)}`,
      part: partName(data),
      title: title(data) + pageOf(index, pages.length),
      rows: [
        gridRow([
          [
            12,
            {
              kind: 'table',
              density: 'normal',
              columns: [
                labelColumn('Who', 1.5),
                labelColumn('Promise', 4.2, 2),
                labelColumn('Due', 1.3),
                labelColumn('Measure', 2.3, 2),
                labelColumn('Verdict', 1.6),
                labelColumn('Evidence', 3.4, 2),
              ],
              rows: page.map(({ side, line }) => row(data, side, line)),
            },
          ],
        ]),
      ],
      ...stamp(),
    }),
  );
}

function stamp(): { source: string; basis: string } {
  return {
    source: 'Source: commitments recorded by the agency',
    basis: 'Due in the period, or promised in it and still running',
  };
}

function title(data: ReviewData): string {
  const due = data.commitments.filter((line) => line.dueOn <= cutOffDay(data));
  const delivered = due.filter((line) => line.verdict === 'delivered').length;
  const unjudged = due.filter((line) => line.verdict === null).length;
  const running = data.commitments.length - due.length;
  if (due.length === 0) return `${counted(running, 'commitment')} running, none due yet`;
  const start = `${String(delivered)} of ${counted(due.length, 'commitment')} due ${delivered === 1 ? 'was' : 'were'} delivered`;
  return unjudged > 0 ? `${start}; ${String(unjudged)} not judged yet` : start;
}

function row(data: ReviewData, side: string, line: CommitmentLine): TableRow {
  const verdict =
    line.verdict !== null
      ? verdictWords[line.verdict]
      : line.dueOn <= cutOffDay(data)
        ? { words: '! Not judged', tone: 'warning' as const }
        : { words: 'Running', tone: 'quiet' as const };
  return tableRow([
    cell(line.owner ?? side),
    cell(line.subject === '' ? line.promise : `${line.promise} (${line.subject})`),
    cell(shortDate(line.dueOn)),
    cell(
      line.measure === '' ? 'none agreed' : line.measure,
      undefined,
      line.measure === '' ? 'quiet' : 'plain',
    ),
    cell(verdict.words, undefined, verdict.tone),
    cell(
      line.evidence === '' ? '–' : line.evidence,
      undefined,
      line.evidence === '' ? 'quiet' : 'plain',
    ),
  ]);
}
