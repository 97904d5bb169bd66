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
import { addTokens, liveFigures } from './live-figures';
import { campaigns } from './sections/campaigns';
import { commitments } from './sections/commitments';
import { quarterComparison } from './sections/comparison';
import { compliance } from './sections/compliance';
import { concentration } from './sections/concentration';
import { contents } from './sections/contents';
import { cover } from './sections/cover';
import { coverage } from './sections/coverage';
import { decisions } from './sections/decisions';
import { definitions } from './sections/definitions';
import { drivers } from './sections/drivers';
import { liability } from './sections/liability';
import { market } from './sections/market';
import { outlook } from './sections/outlook';
import { partnerMix } from './sections/partner-mix';
import { plan } from './sections/plan';
import { recruits } from './sections/recruits';
import { reversals } from './sections/reversals';
import { scorecard } from './sections/scorecard';
import { share } from './sections/share';
import { summary } from './sections/summary';
import { tests } from './sections/tests';
import { allPartners, topPartners } from './sections/top-partners';
import { trend } from './sections/trend';
import { validation } from './sections/validation';
import { writtenSlides } from './sections/written';
import { pageSuffix, spanWords } from './slides';
import { themeOf } from './theme';
import { titledSlides } from './titles';
import { wordingOf } from './wording';

/** The deck: what each section is made of. A new slide is one function here. */
const sections: Readonly<Record<SectionId, readonly SectionComposer[]>> = {
  cover: [cover],
  summary: [summary],
  scorecard: [scorecard],
  trend: [trend],
  comparison: [quarterComparison, drivers],
  share: [share],
  partners: [partnerMix, topPartners, concentration],
  recruits: [recruits],
  campaigns: [campaigns],
  tests: [tests],
  validation: [validation, reversals, liability],
  compliance: [compliance],
  market: [market],
  commitments: [commitments],
  outlook: [outlook],
  plan: [plan],
  decisions: [decisions],
  appendix: [allPartners, definitions, coverage],
};

/** Sections of figures, which a person may say something about. */
const commented: readonly SectionId[] = [
  'scorecard',
  'trend',
  'comparison',
  'share',
  'partners',
  'recruits',
  'validation',
  'commitments',
];

type Decisions = Pick<ReviewDraft, 'order' | 'hidden' | 'texts'>;

/** A review as a document, and what a person can decide about its parts. */
export interface ComposedDocument {
  readonly model: DocumentModel;
  readonly sections: readonly SectionOutline[];
  readonly figures: readonly LiveFigure[];
}

/**
 * Composes the quarterly review of a client: equal data and decisions give an equal model. Of the same data again, sections
 * for which nothing else was decided are the same objects: whoever types in one waits for that one.
 */
export function composeDocument(
  data: ReviewData,
  decided: Decisions = untouched,
): ComposedDocument {
  const review: Review = { data, w: wordingOf(data.look.language) };
  const drafted = draftedReview(review);
  const composed = orderedSections(decided.order).map((id) =>
    decidedSection(id, review, decided, drafted),
  );
  const shown = composed.filter(({ outline }) => outline.state === 'shown');
  return {
    model: { ...frame(review), slides: withContents(review, shown) },
    sections: composed.map(({ outline }) => outline),
    figures: drafted.figures,
  };
}

/** The review as it is when nobody decided anything. */
export function buildReview(data: ReviewData): DocumentModel {
  return composeDocument(data).model;
}

interface ComposedSection {
  readonly outline: SectionOutline;
  readonly isHidden: boolean;
  readonly slides: readonly Slide[];
}

type Review = Pick<Composition, 'data' | 'w'>;

/** What the rules draft from some data. */
interface DraftedReview {
  readonly byKey: ReadonlyMap<string, LiveFigure>;
  readonly figures: readonly LiveFigure[];
  /** Every section as it was composed last. */
  readonly sections: Map<SectionId, ComposedSection>;
}

const draftedReviews = new WeakMap<ReviewData, DraftedReview>();

function draftedReview(review: Review): DraftedReview {
  const known = draftedReviews.get(review.data);
  if (known !== undefined) return known;
  const byKey = liveFigures(review);
  const composed = orderedSections(untouched.order).map((id) =>
    composeSection(id, review, untouched, byKey),
  );
  // Tokens of drafted sentences can be named by a person's text as well, so the rules write first.
  for (const { slides } of composed) addTokens(review, slides, byKey);
  const drafted: DraftedReview = {
    byKey,
    figures: [...byKey.values()],
    sections: new Map(composed.map((section) => [section.outline.id, section])),
  };
  draftedReviews.set(review.data, drafted);
  return drafted;
}

function decidedSection(
  id: SectionId,
  review: Review,
  decided: Decisions,
  { sections: latest, byKey }: DraftedReview,
): ComposedSection {
  const known = latest.get(id);
  if (known !== undefined && isDecidedSo(known, decided)) return known;
  const composed = composeSection(id, review, decided, byKey);
  latest.set(id, composed);
  return composed;
}

/** Was the section composed with these decisions? Of the texts it has read only those of its own places. */
function isDecidedSo({ outline, isHidden }: ComposedSection, decided: Decisions): boolean {
  if (isHidden !== isHiddenBy(decided, outline.id)) return false;
  return outline.slots.every(
    ({ slot, own }) => JSON.stringify(own) === JSON.stringify(decided.texts[slot] ?? null),
  );
}

function isHiddenBy({ hidden }: Decisions, id: SectionId): boolean {
  return hidden.includes(id) && id !== 'cover';
}

function composeSection(
  id: SectionId,
  review: Review,
  decided: Decisions,
  figures: ReadonlyMap<string, LiveFigure>,
): ComposedSection {
  const { w } = review;
  const { slots, slot } = slotReader(decided.texts, figures);
  const composition: Composition = { ...review, slot };
  const name = w.t.sections[id];
  const drawn = sections[id].flatMap((compose) => compose(composition));
  const comment =
    drawn.length > 0 && commented.includes(id)
      ? writtenSlides(composition, id, 'comment', w.t.comment(name))
      : [];
  const whole = [...drawn, ...comment];
  // Titles of the appendix say what is in its tables, and nothing else can be said there.
  const titled = id === 'appendix' ? whole : titledSlides(composition, whole, figures);
  const slides = titled.map((slide) => ({ ...slide, section: name }));
  const isHidden = isHiddenBy(decided, id);
  const state = slides.length === 0 ? 'nothing' : isHidden ? 'hidden' : 'shown';
  const outline: SectionOutline = {
    id,
    name,
    state,
    reason: state === 'nothing' ? w.t.nothing[id] : '',
    slides: state === 'shown' ? slides.map((slide) => slide.id) : [],
    slots,
  };
  return { outline, isHidden, slides };
}

/** The slides in their order, with their contents after the cover. */
function withContents(review: Review, shown: readonly ComposedSection[]): Slide[] {
  const [first, ...rest] = shown;
  const before = first?.slides ?? [];
  let page = before.length + 2;
  const entries = rest.flatMap(({ outline, slides }) => {
    const [slide] = slides;
    if (slide === undefined) return [];
    const entry = { name: outline.name, slide, message: messageOf(review, slides), page };
    page += slides.length;
    return [entry];
  });
  if (entries.length === 0) return [...before];
  const { slot } = slotReader({}, new Map());
  return [
    ...before,
    contents({ ...review, slot }, entries),
    ...rest.flatMap(({ slides }) => slides),
  ];
}

/** The message of a section's first slide, which may be the first of several pages. */
function messageOf(review: Review, slides: readonly Slide[]): string {
  const title = slides[0]?.title ?? '';
  const page = pageSuffix(review, title, slides.length);
  return page === '' ? title : title.slice(0, -page.length);
}

function frame({ data, w }: Review): Omit<DocumentModel, 'slides'> {
  const period = w.period(data.period);
  const { footer } = data.look;
  return {
    format: documentFormat,
    title: w.t.title(data.client.name, period),
    author: 'Quarterdeck',
    subject: w.t.subject(spanWords({ w }, data.period.from, data.period.to)),
    language: data.look.language,
    cutOff: data.cutOff,
    sample: data.sample,
    sampleMark: w.t.sampleMark,
    theme: themeOf(data.look).theme,
    footer: footer ?? w.t.footer(data.client.name, period),
  };
}
