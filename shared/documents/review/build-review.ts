import { documentFormat, type DocumentModel, type Slide } from '../model';
import { slotReader, type Composition, type SectionComposer } from './composition';
import type { ReviewData } from './data';
import {
  orderedSections,
  untouched,
  type LiveFigure,
  type ReviewDraft,
  type SectionId,
  type SectionOutline,
} from './draft';
import { liveFigures, tokensOf } from './live-figures';
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
import { writtenSection } from './sections/written';
import { spanWords } from './slides';

/** The accent of documents for clients who have not chosen one. */
export const defaultAccent = '#0B5A72';

interface Section {
  readonly name: string;
  readonly composers: readonly SectionComposer[];
  /** Why it is not there when it has no slide. */
  readonly nothing: string;
}

const nobodyWrote = 'Nobody has written anything here.';

/** The deck: what each section is made of. A new slide is one function here. */
const sections: Readonly<Partial<Record<SectionId, Section>>> = {
  cover: { name: 'Cover', composers: [cover], nothing: '' },
  summary: { name: 'Summary', composers: [summary], nothing: 'No figures are known.' },
  scorecard: { name: 'Goals', composers: [scorecard], nothing: 'No goal is recorded.' },
  trend: { name: 'Trend', composers: [trend], nothing: 'No figures are known.' },
  comparison: {
    name: 'Against earlier quarters',
    composers: [quarterComparison],
    nothing: 'No figures are known.',
  },
  partners: {
    name: 'Partners',
    composers: [partnerMix, topPartners],
    nothing: 'No partner sold anything.',
  },
  campaigns: writtenSection('campaigns', 'Campaigns and placements', nobodyWrote),
  tests: writtenSection('tests', 'Tests', nobodyWrote),
  validation: { name: 'Validation', composers: [validation], nothing: 'No figures are known.' },
  compliance: writtenSection('compliance', 'Compliance', nobodyWrote),
  market: writtenSection('market', 'Competitors and market', nobodyWrote),
  commitments: {
    name: 'Commitments',
    composers: [commitments],
    nothing: 'No commitment is recorded.',
  },
  decisions: writtenSection('decisions', 'Decisions needed', nobodyWrote),
  appendix: {
    name: 'Appendix',
    composers: [allPartners, definitions, coverage],
    nothing: 'No figures are known.',
  },
};

/** A review as a document, and what a person can decide about its parts. */
export interface ComposedDocument {
  readonly model: DocumentModel;
  readonly sections: readonly SectionOutline[];
  readonly figures: readonly LiveFigure[];
}

/** Composes the quarterly review of a client: equal data and decisions give an equal model. */
export function composeDocument(
  data: ReviewData,
  decided: Pick<ReviewDraft, 'order' | 'hidden' | 'texts'> = untouched,
): ComposedDocument {
  const figures = liveFigures(data);
  // Tokens of drafted sentences can be named by a person's text as well, so the rules write first.
  for (const { slides } of composeSections(data, untouched, figures)) addTokens(slides, figures);
  const composed = composeSections(data, decided, figures);
  const slides = composed.flatMap(({ outline, slides }) =>
    outline.state === 'shown' ? slides : [],
  );
  return {
    model: { ...frame(data), slides },
    sections: composed.map(({ outline }) => outline),
    figures: [...figures.values()],
  };
}

/** The review as it is when nobody decided anything. */
export function buildReview(data: ReviewData): DocumentModel {
  return composeDocument(data).model;
}

interface ComposedSection {
  readonly outline: SectionOutline;
  readonly slides: Slide[];
}

function composeSections(
  data: ReviewData,
  decided: Pick<ReviewDraft, 'order' | 'hidden' | 'texts'>,
  figures: ReadonlyMap<string, LiveFigure>,
): ComposedSection[] {
  return orderedSections(decided.order).flatMap((id) => {
    const section = sections[id];
    return section === undefined ? [] : [composeSection(id, section, data, decided, figures)];
  });
}

function composeSection(
  id: SectionId,
  section: Section,
  data: ReviewData,
  decided: Pick<ReviewDraft, 'hidden' | 'texts'>,
  figures: ReadonlyMap<string, LiveFigure>,
): ComposedSection {
  const { slots, slot } = slotReader(decided.texts, figures);
  const composition: Composition = { data, slot };
  const slides = section.composers.flatMap((compose) => compose(composition));
  const state =
    slides.length === 0
      ? 'nothing'
      : decided.hidden.includes(id) && id !== 'cover'
        ? 'hidden'
        : 'shown';
  const outline: SectionOutline = {
    id,
    name: section.name,
    state,
    reason: state === 'nothing' ? section.nothing : '',
    slides: state === 'shown' ? slides.map((slide) => slide.id) : [],
    slots,
  };
  return { outline, slides };
}

function addTokens(slides: readonly Slide[], figures: Map<string, LiveFigure>): void {
  for (const { figure, words, value } of tokensOf(slides)) {
    if (figures.has(figure)) continue;
    figures.set(figure, {
      key: figure,
      name: figure,
      words,
      value: typeof value === 'number' ? value : null,
      definition: '',
      source: '',
    });
  }
}

function frame(data: ReviewData): Omit<DocumentModel, 'slides'> {
  const accent = data.client.accent;
  return {
    format: documentFormat,
    title: `${data.client.name} – quarterly review ${data.period.name}`,
    author: 'Quarterdeck',
    subject: `Affiliate programs, ${spanWords(data.period.from, data.period.to)}`,
    language: 'en-US',
    cutOff: data.cutOff,
    sample: data.sample,
    theme: { accent: accent !== null && /^#[0-9A-Fa-f]{6}$/.test(accent) ? accent : defaultAccent },
    footer: `${data.client.name} · Quarterly business review · ${data.period.name}`,
  };
}
