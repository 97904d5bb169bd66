import type { Block, GridRow, Slide } from '../../model';
import type { Composition } from '../composition';
import type { CommitmentLine, GoalLine } from '../data';
import { agreedWords, measureWords } from '../metrics';
import {
  cell,
  contentSlide,
  gridRow,
  headRows,
  labelColumn,
  numberColumn,
  paged,
  pageOf,
  partName,
  tableRow,
} from '../slides';
import { campaignTable } from './campaigns';
import { bySide, ownerOf, promiseWords } from './commitments';
import { goalName } from './scorecard';

const rowsOnSlide = 9;
const campaignsOnSlide = 7;
const paragraphsOnSlide = 4;
/** So many goals and promises together have room on one slide. */
const rowsTogether = 8;

/** What is agreed for the next period: goals, promises with owner and date, and what people wrote of it. */
export function plan(review: Composition): Slide[] {
  const { data, w, slot } = review;
  const words = w.t.plan;
  const name = w.period(data.next.period);
  const text = slot({ slot: 'plan:text', name: words.priorities, drafted: [] });
  const slide = (id: string, title: string, rows: GridRow[]): Slide =>
    contentSlide({
      id,
      part: partName(review),
      title,
      rows,
      source: words.source,
      basis: words.basis(name),
    });
  const alone = (block: Block): GridRow[] => [gridRow([[12, block]])];
  const texts = paged(text, paragraphsOnSlide);
  const { goals, commitments } = data.next;
  const goalsWords = w.counted(goals.length, w.t.nouns.goals);
  const promisesWords = w.counted(commitments.length, w.t.nouns.commitments);
  const together =
    goals.length > 0 && commitments.length > 0 && goals.length + commitments.length <= rowsTogether;
  const { ahead } = data.work;
  // The head of a third table takes its room, too.
  const allTogether =
    together && goals.length + commitments.length + ahead.length + headRows <= rowsTogether + 1;
  const goalPages = together ? [] : paged(goals, rowsOnSlide);
  const campaignPages = allTogether ? [] : paged(ahead, campaignsOnSlide);
  const promisePages = together ? [] : paged(bySide(commitments), rowsOnSlide);
  return [
    ...texts.map((paragraphs, at) =>
      slide(
        `plan-text-${String(at + 1)}`,
        words.title(name) + pageOf(review, at, texts.length),
        alone({
          kind: 'text',
          style: 'points',
          slot: 'plan:text',
          heading: words.priorities,
          paragraphs,
        }),
      ),
    ),
    ...(together
      ? [
          slide('plan-agreed', words.both(goalsWords, promisesWords, name), [
            gridRow([[12, goalTable(review, goals)]], goals.length + headRows),
            gridRow(
              [[12, promiseTable(review, bySide(commitments))]],
              commitments.length + headRows,
            ),
            ...(allTogether && ahead.length > 0
              ? [gridRow([[12, campaignTable(review, ahead, true)]], ahead.length + headRows)]
              : []),
          ]),
        ]
      : []),
    ...goalPages.map((lines, at) =>
      slide(
        `plan-goals-${String(at + 1)}`,
        words.goals(goalsWords, name) + pageOf(review, at, goalPages.length),
        alone(goalTable(review, lines)),
      ),
    ),
    ...promisePages.map((lines, at) =>
      slide(
        `plan-commitments-${String(at + 1)}`,
        words.commitments(promisesWords, commitments.length) +
          pageOf(review, at, promisePages.length),
        alone(promiseTable(review, lines)),
      ),
    ),
    ...campaignPages.map((lines, at) =>
      slide(
        `plan-campaigns-${String(at + 1)}`,
        w.t.work.plan.campaigns(w.counted(ahead.length, w.t.nouns.campaigns), ahead.length, name) +
          pageOf(review, at, campaignPages.length),
        alone(campaignTable(review, lines, true)),
      ),
    ),
  ];
}

function goalTable({ w }: Composition, goals: readonly GoalLine[]): Block {
  const { columns } = w.t.scorecard;
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn(columns.goal, 4, 2),
      labelColumn(columns.days, 3),
      numberColumn(columns.target, 1.6),
    ],
    rows: goals.map((goal) =>
      tableRow([
        cell(goalName({ w }, goal)),
        cell(`${w.shortDate(goal.from)} – ${w.shortDate(goal.to)}`),
        goal.target === null
          ? cell(w.t.notAvailable, null, 'quiet')
          : cell(measureWords(w, goal.metric, goal.target, goal.currency), goal.target),
      ]),
    ),
  };
}

/** Promises by date, with who gave them. */
export function promiseTable(review: Composition, lines: readonly CommitmentLine[]): Block {
  const { w } = review;
  const { columns, noMeasure } = w.t.commitments;
  return {
    kind: 'table',
    density: 'normal',
    columns: [
      labelColumn(columns.due, 1.5),
      labelColumn(columns.who, 2.2, 2),
      labelColumn(columns.promise, 5.2, 2),
      labelColumn(columns.measure, 3, 2),
    ],
    rows: lines.map((line) => {
      const measure = agreedWords(w, line.measure);
      return tableRow([
        cell(w.shortDate(line.dueOn)),
        cell(ownerOf(review, line)),
        cell(promiseWords(line)),
        measure === '' ? cell(noMeasure, undefined, 'quiet') : cell(measure),
      ]);
    }),
  };
}
