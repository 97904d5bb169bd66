import type { GridRow, Piece, Slide } from '../../model';
import type { Composition } from '../composition';
import { contentSlide, gridRow, paged, pageOf, partName } from '../slides';
import type { TestLine } from '../work';
import { spanOf } from './campaigns';
import { writtenSlides } from './written';

const testsOnSlide = 3;

/** What was tested, what came out, and how well it is proved. */
export function tests(review: Composition): Slide[] {
  const { data, w } = review;
  const words = w.t.work.tests;
  const all = data.work.tests;
  const decided = all.filter(({ verdict }) => verdict !== null).length;
  const pages = paged(all, testsOnSlide);
  return [
    ...writtenSlides(review, 'tests', 'text', w.t.sections.tests),
    ...pages.map((lines, at) =>
      contentSlide({
        id: `tests-run-${String(at + 1)}`,
        part: partName(review),
        title:
          words.title(w.counted(all.length, w.t.nouns.tests), all.length, decided) +
          pageOf(review, at, pages.length),
        rows: lines.map((line) => testRow(review, line)),
        source: w.t.work.source,
        basis: words.basis,
      }),
    ),
  ];
}

/** What was believed and concluded, beside the result in large words. */
function testRow({ w }: Composition, line: TestLine): GridRow {
  const words = w.t.work.tests;
  const said = (label: string, text: string): Piece[][] =>
    text === '' ? [] : [[{ words: w.t.labelled(label, text) }]];
  const grade = line.grade === '' ? '' : `${words.grade(line.grade)} · `;
  return gridRow(
    [
      [
        8,
        {
          kind: 'text',
          style: 'points',
          heading: line.name,
          paragraphs: [
            ...said(words.hypothesis, line.hypothesis),
            ...said(words.conclusion, line.conclusion),
          ],
        },
      ],
      [
        4,
        {
          kind: 'metrics',
          cards: [
            {
              label: words.result,
              words: line.verdict === null ? w.t.work.open : words.verdicts[line.verdict],
              value: null,
              changes: [],
              note: `${grade}${spanOf({ w }, line)}`,
            },
          ],
        },
      ],
    ],
    'natural',
  );
}
