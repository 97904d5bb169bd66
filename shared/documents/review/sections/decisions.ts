import type { Block, GridRow, Slide } from '../../model';
import type { Composition } from '../composition';
import {
  cell,
  contentSlide,
  gridRow,
  headRows,
  labelColumn,
  paged,
  pageOf,
  partName,
  tableRow,
} from '../slides';
import type { DecisionLine } from '../work';
import { textCell } from './campaigns';
import { promiseTable } from './plan';
import { writtenSlides } from './written';

const rowsOnSlide = 9;
const decisionsOnSlide = 6;
/** So many decisions and promises together have room on one slide. */
const rowsTogether = 7;

/** What the client has to decide, and what it has promised and not yet done. */
export function decisions(review: Composition): Slide[] {
  const { data, w } = review;
  const words = w.t.decisions;
  const { decisions: needed } = data.work;
  const open = [...data.commitments, ...data.next.commitments].filter(
    ({ side, verdict }) => side === 'client' && verdict === null,
  );
  const text = writtenSlides(review, 'decisions', 'text', words.title);
  const neededWords = w.t.work.decisions.title(
    w.counted(needed.length, w.t.nouns.decisions),
    needed.length,
    data.client.name,
  );
  const openWords = words.open(w.counted(open.length, w.t.nouns.commitments), data.client.name);
  if (needed.length > 0 && open.length > 0 && needed.length + open.length <= rowsTogether) {
    const rows = [
      gridRow([[12, neededTable(review, needed)]], needed.length + headRows),
      gridRow([[12, promiseTable(review, open)]], open.length + headRows),
    ];
    const title = w.t.work.decisions.both(
      w.counted(needed.length, w.t.nouns.decisions),
      w.counted(open.length, w.t.nouns.commitments),
      data.client.name,
    );
    return [...text, slide(review, 'decisions-both', title, rows)];
  }
  const neededPages = paged(needed, decisionsOnSlide);
  const openPages = paged(open, rowsOnSlide);
  return [
    ...text,
    ...neededPages.map((lines, at) =>
      slide(
        review,
        `decisions-needed-${String(at + 1)}`,
        neededWords + pageOf(review, at, neededPages.length),
        [gridRow([[12, neededTable(review, lines)]])],
      ),
    ),
    ...openPages.map((lines, at) =>
      slide(
        review,
        `decisions-open-${String(at + 1)}`,
        openWords + pageOf(review, at, openPages.length),
        [gridRow([[12, promiseTable(review, lines)]])],
      ),
    ),
  ];
}

function slide(review: Composition, id: string, title: string, rows: readonly GridRow[]): Slide {
  const { w } = review;
  return contentSlide({
    id,
    part: partName(review),
    title,
    rows: [...rows],
    source: w.t.commitments.source,
    basis: w.t.decisions.basis,
  });
}

/** What is recorded as to be decided, with the options. */
function neededTable({ w }: Composition, lines: readonly DecisionLine[]): Block {
  const { columns } = w.t.work.decisions;
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn(columns.decision, 4, 2),
      labelColumn(columns.options, 6, 2),
      labelColumn(columns.neededBy, 1.8),
    ],
    rows: lines.map(({ subject, options, neededBy }) =>
      tableRow([
        cell(subject),
        textCell(options),
        textCell(neededBy === null ? '' : w.shortDate(neededBy)),
      ]),
    ),
  };
}
