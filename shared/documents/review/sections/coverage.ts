import type { CoverageLine, CoverageState } from '../../../domain/query';
import type { Slide, TableRow, Tone } from '../../model';
import type { Composition } from '../composition';
import type { ReviewData } from '../data';
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
import { metricWords, type ReviewMetric } from '../metric-words';
import { counted, longDate, shortDate } from '../wording';

const rowsOnSlide = 14;

const stateWords: Readonly<Record<CoverageState, { words: string; tone: Tone }>> = {
  complete: { words: '✓ Complete', tone: 'good' },
  partial: { words: '≈ Partial', tone: 'warning' },
  'not-offered': { words: 'Not offered', tone: 'quiet' },
  failed: { words: '✗ Failed', tone: 'bad' },
  assumed: { words: '≈ Assumed', tone: 'warning' },
};

/** Which source gave which figure for which days, and where one has to be careful. */
export function coverage({ data }: Composition): Slide[] {
  const lines = data.sections.flatMap((section) => section.coverage);
  const rows = grouped(lines, data);
  const pages = paged(rows, rowsOnSlide);
  const open = new Set(
    lines.filter((line) => ['partial', 'failed'].includes(line.state)).map((line) => line.program),
  ).size;
  const assumed = lines.some((line) => line.state === 'assumed')
    ? '; some figures rest on an assumption'
    : '';
  const message =
    open === 0
      ? `Every source was read for all days of the period${assumed}`
      : `${counted(open, 'program')} ${open === 1 ? 'has' : 'have'} gaps in what the sources gave`;
  return pages.map((page, index) =>
    contentSlide({
      id: `coverage-${String(index + 1)}`,
      part: `Appendix · ${partName(data)}`,
      title: message + pageOf(index, pages.length),
      rows: [
        gridRow([
          [
            12,
            {
              kind: 'table',
              density: 'compact',
              columns: [
                labelColumn('Program', 2.2),
                labelColumn('Source', 1.7),
                labelColumn('Figures', 3.6, 2),
                labelColumn('Days', 2.1),
                labelColumn('State', 1.1),
                labelColumn('Note', 3, 2),
              ],
              rows: page,
            },
          ],
        ]),
      ],
      source: 'Source: what each network answered in the syncs',
      basis: `Read on ${longDate(cutOffDay(data))}`,
    }),
  );
}

/** One row for all figures of a source that share days, state and note. */
function grouped(lines: readonly CoverageLine[], data: ReviewData): TableRow[] {
  const groups = new Map<string, { line: CoverageLine; metrics: string[] }>();
  for (const line of lines) {
    if (line.metric === 'impressions') continue;
    const metric: ReviewMetric = line.metric;
    const model = data.programs.find((program) => program.name === line.program)?.model ?? 'retail';
    const key = [line.program, line.source, line.from, line.to, line.state, line.note ?? ''].join(
      '\u0000',
    );
    const group = groups.get(key) ?? { line, metrics: [] };
    group.metrics.push(metricWords[metric].label(model).toLowerCase());
    groups.set(key, group);
  }
  return [...groups.values()].map(({ line, metrics }) => {
    const state = stateWords[line.state];
    return tableRow([
      cell(line.program),
      cell(sourceName(line.source)),
      cell(
        metrics.length > 9 ? `all others (${String(metrics.length)} figures)` : metrics.join(', '),
      ),
      cell(`${shortDate(line.from)} – ${shortDate(line.to)}`),
      cell(state.words, undefined, state.tone),
      cell(line.note ?? '', undefined, 'quiet'),
    ]);
  });
}

/** `Awin 19011` of `awin:19011`. */
function sourceName(source: string): string {
  const [network = '', ...account] = source.split(':');
  return `${networkName(network)} ${account.join(':')}`.trim();
}
