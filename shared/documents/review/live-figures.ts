import type { Piece, Slide } from '../model';
import type { PeriodFigures, ReviewData, ReviewSection } from './data';
import type { LiveFigure } from './draft';
import { figureWords, metricWords, type ReviewMetric } from './metric-words';
import { networkSource } from './slides';

/** The key of a figure: what, of which programs, in which currency, in which period. */
export function figureKey(metric: string, model: string, currency: string, period: string): string {
  return [metric, model, currency, period].join(':');
}

/** Every figure of every quarter of a review, by key: what a text can name. Unknown ones are left out. */
export function liveFigures(data: ReviewData): Map<string, LiveFigure> {
  const figures = new Map<string, LiveFigure>();
  for (const section of data.sections) {
    for (const quarter of [...section.quarters, section.lastYear]) {
      for (const figure of quarterFigures(data, section, quarter)) figures.set(figure.key, figure);
    }
  }
  return figures;
}

function quarterFigures(
  data: ReviewData,
  section: ReviewSection,
  quarter: PeriodFigures,
): LiveFigure[] {
  const metrics = Object.keys(metricWords) as ReviewMetric[];
  return Object.entries(quarter.figures).flatMap(([currency, figures]) =>
    metrics.flatMap((metric): LiveFigure[] => {
      const value = figures[metric];
      if (value === null) return [];
      const words = metricWords[metric];
      return [
        {
          key: figureKey(metric, section.model, currency, quarter.period.label),
          name: `${words.label(section.model)}, ${currency}, ${quarter.period.name}`,
          words: figureWords(metric, value, currency),
          value,
          definition: words.definition(section.model),
          source: networkSource(data, section),
        },
      ];
    }),
  );
}

/** The tokens that stand in the texts of slides. */
export function tokensOf(slides: readonly Slide[]): Extract<Piece, { figure: string }>[] {
  return slides.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) =>
      cells.flatMap(({ block }) =>
        block.kind === 'text' ? block.paragraphs.flat().filter((piece) => 'figure' in piece) : [],
      ),
    ),
  );
}
