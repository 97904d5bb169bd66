import type { ComposedDocument } from './build-review';
import { isOver } from './compare';
import type { ReviewData } from './data';
import type { Finding } from './draft';
import { handOverFindings } from './hand-overs';
import { inspectTexts } from './inspect';
import { confidentialFindings, type Confidential } from './inspect-names';
import { sourceFindings } from './inspect-sources';
import { totalFindings, type CountedTotals } from './inspect-totals';
import { leastContrast, leastMarkContrast, themeOf, type ColorVerdict } from './theme';
import { wordingOf } from './wording';

/** What the desk knows beside the review itself. */
export interface KnownBeside {
  readonly totals: CountedTotals;
  readonly confidential: Confidential;
  /** Programs of the client that the review is not about. */
  readonly programsLeftOut: readonly string[];
}

/** Looks a composed review over before it goes out; what keeps it from being finished comes first. */
export function inspectReview(
  composed: ComposedDocument,
  data: ReviewData,
  beside: KnownBeside,
): Finding[] {
  const findings = [
    ...unjudged(data),
    ...totalFindings(beside.totals, data, composed.model),
    ...inspectTexts(composed, data),
    ...sourceFindings(composed, data, beside.programsLeftOut),
    ...confidentialFindings(composed, data, beside.confidential),
    ...handOverFindings(data),
    ...running(data),
    ...paleColors(data),
  ];
  return findings.sort((a, b) => Number(b.blocking) - Number(a.blocking));
}

/** Promises that were due by the end of the period and have no verdict: none goes unjudged. */
function unjudged(data: ReviewData): Finding[] {
  return data.commitments
    .filter((line) => line.dueOn <= data.period.to && line.verdict === null)
    .map(({ promise }) => ({
      code: 'UNJUDGED',
      sentence: `‘${promise}’ was due by the end of the period and has no verdict. Judge it before the review is finished.`,
      section: 'commitments',
      slot: null,
      blocking: true,
    }));
}

const onCover = { section: 'cover', slot: null, blocking: false } as const;

function running(data: ReviewData): Finding[] {
  if (isOver(data)) return [];
  const period = wordingOf('en-US').period(data.period);
  return [
    {
      ...onCover,
      code: 'PERIOD_RUNNING',
      sentence: `${period} was not over when the sources were read last. Sync after its end, so that the review holds all of it.`,
    },
  ];
}

function paleColors({ look }: ReviewData): Finding[] {
  const { accent, second } = themeOf(look);
  const finding = (verdict: ColorVerdict | null, what: string, why: string): Finding[] =>
    verdict?.adjusted !== true
      ? []
      : [
          {
            ...onCover,
            code: 'COLOR_ADJUSTED',
            sentence: `The client’s ${what} ${verdict.asked} has a contrast of ${verdict.contrast.toFixed(1)} to white, too little for ${why}; ${verdict.used} is used instead.`,
          },
        ];
  return [
    ...finding(accent, 'color', `text (${String(leastContrast)})`),
    ...finding(second, 'second color', `bars and marks (${String(leastMarkContrast)})`),
  ];
}
