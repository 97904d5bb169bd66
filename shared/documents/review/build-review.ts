import { documentFormat, type DocumentModel } from '../model';
import type { ReviewData } from './data';
import { commitments } from './sections/commitments';
import { quarterComparison } from './sections/comparison';
import { cover } from './sections/cover';
import { coverage } from './sections/coverage';
import { definitions } from './sections/definitions';
import { partnerMix } from './sections/partner-mix';
import { scorecard } from './sections/scorecard';
import { summary } from './sections/summary';
import { allPartners, topPartners } from './sections/top-partners';
import { trend } from './sections/trend';
import { validation } from './sections/validation';
import { spanWords, type SectionComposer } from './slides';

/** The accent of documents for clients who have not chosen one. */
export const defaultAccent = '#0B5A72';

/** The deck in its order. A new section is one function here. */
const sections: readonly SectionComposer[] = [
  cover,
  summary,
  scorecard,
  trend,
  quarterComparison,
  partnerMix,
  topPartners,
  validation,
  commitments,
  allPartners,
  definitions,
  coverage,
];

/** Composes the quarterly review of a client: equal data give an equal model. */
export function buildReview(data: ReviewData): DocumentModel {
  const title = `${data.client.name} – quarterly review ${data.period.name}`;
  const accent = data.client.accent;
  return {
    format: documentFormat,
    title,
    author: 'Quarterdeck',
    subject: `Affiliate programs, ${spanWords(data.period.from, data.period.to)}`,
    language: 'en-US',
    cutOff: data.cutOff,
    sample: data.sample,
    theme: { accent: accent !== null && /^#[0-9A-Fa-f]{6}$/.test(accent) ? accent : defaultAccent },
    footer: `${data.client.name} · Quarterly business review · ${data.period.name}`,
    slides: sections.flatMap((section) => section(data)),
  };
}
