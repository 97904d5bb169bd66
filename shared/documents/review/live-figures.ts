import type { Piece, Slide } from '../model';
import { figureKey } from './compare';
import type { Composition } from './composition';
import type { PeriodFigures, ReviewSection } from './data';
import type { LiveFigure } from './draft';
import { figureWords, reviewMetrics } from './metrics';
import { ownFieldFigure } from './own-fields';
import { networkSource } from './slides';

type Review = Pick<Composition, 'data' | 'w'>;

/** Every figure of every quarter of a review and every field of the agency's own, by key: what a text can name. */
export function liveFigures(review: Review): Map<string, LiveFigure> {
  const figures = new Map<string, LiveFigure>();
  for (const section of review.data.sections) {
    for (const quarter of [...section.quarters, section.lastYear]) {
      for (const figure of quarterFigures(review, section, quarter)) {
        figures.set(figure.key, figure);
      }
    }
  }
  for (const line of review.data.ownFields) {
    figures.set(line.key, ownFieldFigure(review.w, line));
  }
  return figures;
}

function quarterFigures(
  review: Review,
  section: ReviewSection,
  quarter: PeriodFigures,
): LiveFigure[] {
  const { w } = review;
  return Object.entries(quarter.figures).flatMap(([currency, figures]) =>
    reviewMetrics.flatMap((metric): LiveFigure[] => {
      const value = figures[metric];
      if (value === null) return [];
      const { label, definition } = w.t.metrics[metric];
      return [
        {
          key: figureKey(metric, section.model, currency, quarter.period.label),
          name: `${label[section.model]}, ${currency}, ${w.period(quarter.period)}`,
          words: figureWords(w, metric, value, currency),
          value,
          definition: definition[section.model],
          source: networkSource(review, section),
        },
      ];
    }),
  );
}

/** Makes the tokens of drafted sentences figures that a person's text can name as well. */
export function addTokens(
  { w }: Pick<Composition, 'w'>,
  slides: readonly Slide[],
  figures: Map<string, LiveFigure>,
): void {
  for (const { figure, words, value } of tokensOf(slides)) {
    if (figures.has(figure)) continue;
    figures.set(figure, {
      key: figure,
      name: tokenName(w, figure),
      words,
      value: typeof value === 'number' ? value : null,
      definition: '',
      source: '',
    });
  }
}

/** `Share of the largest partner, EUR, 2026-Q3` of a token that is no plain metric. */
function tokenName(w: Composition['w'], key: string): string {
  const [metric = '', , currency = '', period = ''] = key.split(':');
  const [base = '', type] = metric.split('.');
  const named = w.t.tokens[base] ?? base;
  const types: Readonly<Record<string, string>> = w.t.types;
  return [named, ...(type === undefined ? [] : [types[type] ?? type]), currency, period].join(', ');
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

/** A figure that is printed under its key. */
export interface KeyedFigure {
  readonly figure: string;
  readonly words: string;
  readonly value: unknown;
}

/** Every figure with a key: in texts, on cards and in tables. */
export function keyedFigures(slides: readonly Slide[]): KeyedFigure[] {
  const blocks = slides.flatMap(({ rows }) =>
    rows.flatMap(({ cells }) => cells.map(({ block }) => block)),
  );
  const printed = blocks.flatMap((block): KeyedFigure[] => {
    if (block.kind === 'metrics') return block.cards.flatMap(keyed);
    if (block.kind === 'table') return block.rows.flatMap(({ cells }) => cells.flatMap(keyed));
    return [];
  });
  return [...printed, ...tokensOf(slides)];
}

function keyed({
  figure,
  words,
  value,
}: {
  readonly figure?: string | undefined;
  readonly words: string;
  readonly value?: unknown;
}): KeyedFigure[] {
  return figure === undefined ? [] : [{ figure, words, value: value ?? null }];
}
