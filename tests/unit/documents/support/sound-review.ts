import { composeDocument } from '../../../../shared/documents/review/build-review';
import { figureKey } from '../../../../shared/documents/review/compare';
import type { ReviewData } from '../../../../shared/documents/review/data';
import { untouched, type DraftText, type Finding } from '../../../../shared/documents/review/draft';
import {
  addedMetrics,
  type CountedTotals,
} from '../../../../shared/documents/review/inspect-totals';
import { inspectReview, type KnownBeside } from '../../../../shared/documents/review/preflight';
import { sampleReview } from './sample-review';

/** A review in which nothing is to be found: parts come to their totals, every promise is judged. */
export function soundReview(over: Partial<ReviewData> = {}): ReviewData {
  const sample = sampleReview({ cutOff: Date.UTC(2026, 9, 2) });
  const sections = sample.sections.map((section) => {
    const now = section.quarters.at(-1)!;
    const spread = (lines: typeof section.types): typeof section.types =>
      section.currencies.flatMap((currency) => {
        const own = lines.filter((line) => line.currency === currency);
        return own.map((line, index) => ({
          ...line,
          now: index === 0 ? (now.figures[currency] ?? null) : null,
        }));
      });
    return {
      ...section,
      types: spread(section.types),
      partners: spread(section.partners),
      statuses: section.currencies.map((currency) => ({
        currency,
        status: 'approved' as const,
        orders: now.figures[currency]?.orders ?? 0,
        revenue: now.figures[currency]?.revenue ?? 0,
        commission: now.figures[currency]?.commission ?? 0,
      })),
    };
  });
  const commitments = sample.commitments.map((line) => ({
    ...line,
    verdict: line.verdict ?? ('not' as const),
  }));
  return { ...sample, sections, commitments, ...over };
}

/** What an explorer answers that agrees with the review. */
export function agreeing({ sections }: ReviewData): Map<string, number> {
  const counted = new Map<string, number>();
  for (const { model, quarters, lastYear } of sections) {
    for (const { figures, period } of [...quarters, lastYear]) {
      for (const [currency, values] of Object.entries(figures)) {
        for (const metric of addedMetrics) {
          counted.set(figureKey(metric, model, currency, period.label), values[metric] ?? 0);
        }
      }
    }
  }
  return counted;
}

interface Looked {
  readonly data?: ReviewData;
  readonly texts?: Readonly<Record<string, DraftText>>;
  readonly hidden?: Parameters<typeof composeDocument>[1] extends infer Decided
    ? Decided extends { readonly hidden: infer Hidden }
      ? Hidden
      : never
    : never;
  readonly totals?: CountedTotals;
  readonly beside?: Partial<KnownBeside>;
}

/** What is found before a review is finished. */
export function look({
  data = soundReview(),
  texts = {},
  hidden = [],
  totals,
  beside,
}: Looked = {}) {
  return inspectReview(composeDocument(data, { ...untouched, texts, hidden }), data, {
    totals: totals ?? agreeing(data),
    confidential: { names: [], values: [] },
    programsLeftOut: [],
    ...beside,
  });
}

/** A comment on the trend. */
export function written(words: string): Pick<Looked, 'texts'> {
  return { texts: { 'trend:comment': [{ words }] } };
}

/** What findings are about. */
export function codes(findings: readonly Finding[]): string[] {
  return findings.map(({ code }) => code);
}
