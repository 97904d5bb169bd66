import { composeDocument } from '../../../shared/documents/review/build-review';
import { isOver } from '../../../shared/documents/review/compare';
import type { Finding } from '../../../shared/documents/review/draft';
import { inspectTexts, wordsOf } from '../../../shared/documents/review/inspect';
import { themeOf } from '../../../shared/documents/review/theme';
import type { ReviewData } from '../../../shared/documents/review/data';
import { wordingOf } from '../../../shared/documents/review/wording';
import type { DataArguments } from '../../../shared/ipc/data-contract';
import { readDraft, subjectOf } from './draft-records';
import { gatherReview } from './gather';
import { confidentialFindings } from './confidential';
import { totalFindings } from './totals';
import { sourceFindings } from './unread-sources';

/** Looks a draft over before it goes out: every figure is asked anew. An empty list means that nothing was found. */
export async function preflight({
  draft: id,
}: DataArguments<'reviews.preflight'>): Promise<{ readonly findings: readonly Finding[] }> {
  const draft = await readDraft(id);
  const subject = await subjectOf(draft);
  const data = await gatherReview(subject);
  const composed = composeDocument(data, draft);
  const text = wordsOf(composed.model);
  const findings = [
    ...unjudged(data),
    ...(await totalFindings(subject, data, composed.model)),
    ...inspectTexts(composed, data),
    ...(await sourceFindings(subject, data, composed, text)),
    ...(await confidentialFindings(subject, data, text)),
    ...periodAndLook(data),
  ];
  return { findings: findings.sort((a, b) => Number(b.blocking) - Number(a.blocking)) };
}

/** Promises that were due by the end of the period and have no verdict: none goes unjudged. */
export function unjudged(data: ReviewData): Finding[] {
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

function periodAndLook(data: ReviewData): Finding[] {
  const { accent } = themeOf(data.look);
  const period = wordingOf('en-US').period(data.period);
  const at = { section: 'cover', slot: null, blocking: false } as const;
  return [
    ...(isOver(data)
      ? []
      : [
          {
            ...at,
            code: 'PERIOD_RUNNING' as const,
            sentence: `${period} was not over when the sources were read last. Sync after its end, so that the review holds all of it.`,
          },
        ]),
    ...(accent.adjusted
      ? [
          {
            ...at,
            code: 'COLOR_ADJUSTED' as const,
            sentence: `The client’s color ${accent.asked} has a contrast of ${accent.contrast.toFixed(1)} to white, too little for text (4.5); ${accent.used} is used instead.`,
          },
        ]
      : []),
  ];
}
