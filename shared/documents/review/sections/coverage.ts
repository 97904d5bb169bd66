import type { CoverageLine, CoverageState } from '../../../domain/query';
import type { Slide, TableRow, Tone } from '../../model';
import type { Composition } from '../composition';
import { causesWords } from '../coverage-words';
import { asReviewMetric } from '../metrics';
import {
  cell,
  contentSlide,
  cutOffDay,
  gridRow,
  labelColumn,
  networkName,
  paged,
  pageOf,
  partName,
  tableRow,
} from '../slides';

const rowsOnSlide = 14;

const stateMarks: Readonly<Record<CoverageState, { mark: string; tone: Tone }>> = {
  complete: { mark: '✓ ', tone: 'good' },
  partial: { mark: '≈ ', tone: 'warning' },
  'not-offered': { mark: '', tone: 'quiet' },
  failed: { mark: '✗ ', tone: 'bad' },
  assumed: { mark: '≈ ', tone: 'warning' },
};

/** Which source gave which figure for which days, and where one has to be careful. */
export function coverage(review: Composition): Slide[] {
  const { data, w } = review;
  const { columns, complete, open, source, basis } = w.t.coverage;
  const lines = data.sections.flatMap((section) => section.coverage);
  const pages = paged(rowsOf(lines, review), rowsOnSlide);
  const gaps = new Set(
    lines.filter((line) => ['partial', 'failed'].includes(line.state)).map((line) => line.program),
  ).size;
  const assumed = lines.some((line) => line.state === 'assumed');
  const message = gaps === 0 ? complete(assumed) : open(w.counted(gaps, w.t.nouns.programs), gaps);
  return pages.map((page, index) =>
    contentSlide({
      id: `coverage-${String(index + 1)}`,
      part: w.t.appendixOf(partName(review)),
      title: message + pageOf(review, index, pages.length),
      rows: [
        gridRow([
          [
            12,
            {
              kind: 'table',
              density: 'compact',
              columns: [
                labelColumn(columns.program, 2.2),
                labelColumn(columns.source, 1.7),
                labelColumn(columns.figures, 3.6, 2),
                labelColumn(columns.days, 2.1),
                labelColumn(columns.state, 1.2),
                labelColumn(columns.note, 3, 4),
              ],
              rows: page,
            },
          ],
        ]),
      ],
      source,
      basis: basis(w.longDate(cutOffDay(data))),
    }),
  );
}

/** One row for all figures of a source that share days, state and note. */
function rowsOf(lines: readonly CoverageLine[], { data, w }: Composition): TableRow[] {
  const groups = new Map<string, { line: CoverageLine; metrics: string[] }>();
  for (const line of lines) {
    const metric = asReviewMetric(line.metric);
    if (metric === null) continue;
    const model = data.programs.find((program) => program.name === line.program)?.model ?? 'retail';
    const key = [line.program, line.source, line.from, line.to, line.state, line.note ?? ''].join(
      '\u0000',
    );
    const group = groups.get(key) ?? { line, metrics: [] };
    group.metrics.push(w.t.metrics[metric].label[model]);
    groups.set(key, group);
  }
  // What is said of all other figures of a program stands under what is said of some.
  const programs = [...new Set(lines.map(({ program }) => program))];
  const rows = [...groups.values()].map((group) => ({
    ...group,
    isRest: group.metrics.length > 9,
  }));
  const ordered = programs.flatMap((program) =>
    rows
      .filter(({ line }) => line.program === program)
      .sort((a, b) => Number(a.isRest) - Number(b.isRest)),
  );
  return ordered.map(({ line, metrics, isRest }) => {
    const { mark, tone } = stateMarks[line.state];
    const figures = isRest ? w.t.coverage.others(String(metrics.length)) : metrics.join(', ');
    return tableRow([
      cell(line.program),
      cell(sourceName(line.source)),
      cell(figures),
      cell(`${w.shortDate(line.from)} – ${w.shortDate(line.to)}`),
      cell(mark + w.t.coverage.states[line.state], undefined, tone),
      cell(causesWords(w, line.causes ?? []), undefined, 'quiet'),
    ]);
  });
}

/** `Awin 19011` of `awin:19011`. */
function sourceName(source: string): string {
  const [network = '', ...account] = source.split(':');
  return `${networkName(network)} ${account.join(':')}`.trim();
}
