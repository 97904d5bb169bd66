import type { ComposedDocument } from './build-review';
import type { ReviewData } from './data';
import type { Finding, SectionId } from './draft';
import { textWords, wordsOf, wordsOfSlide } from './inspect';
import { PhraseSearch } from './phrases';
import { workTexts } from './work';

/** What must not stand in a client's document. */
export interface Confidential {
  /** Other clients, their programs, and people who are not of this client. */
  readonly names: readonly string[];
  /** Values of fields that are internal. */
  readonly values: readonly string[];
}

/** Shorter values are words of their own too often to mean anything. */
const leastLength = 4;
/** A part of an internal text says where it is from when it has as many words. */
const leastWords = 4;

/** Names of others and internal values in the words of a document, each with the section where it stands first. */
export function confidentialFindings(
  composed: Pick<ComposedDocument, 'model' | 'sections'>,
  data: ReviewData,
  { names, values }: Confidential,
): Finding[] {
  const whole = new PhraseSearch(wordsOf(composed.model));
  const allowed = allowedNames(data);
  const place = sectionFinder(composed);
  const people = new PhraseSearch(peopleWords(composed, data).join('\n'));
  const others = [...new Set(names)].filter((name) => whole.holds(name, allowed));
  const internal = [...new Set(values.flatMap(partsOf))].filter((value) => whole.holds(value));
  return [
    ...others.map((name) => otherName(name, people.holds(name, allowed), place(name, allowed))),
    ...internal.map((value) => internalValue(value, place(value, []))),
  ];
}

/** Names that belong into this document, whoever else is called that. */
function allowedNames({
  client,
  programs,
  sections,
  commitments,
  next,
  work,
}: ReviewData): string[] {
  return [
    client.name,
    ...programs.map(({ name }) => name),
    ...sections.flatMap((section) => [
      ...section.partners.map(({ name }) => name),
      ...section.recruits.newcomers.map(({ name }) => name),
    ]),
    ...[...commitments, ...next.commitments].map(({ owner }) => owner ?? ''),
    ...work.placements.map(({ partner }) => partner),
    ...work.offers.map(({ competitor }) => competitor),
  ];
}

/** What people wrote, here or in records, and the document prints. */
function peopleWords(
  { sections }: Pick<ComposedDocument, 'sections'>,
  { commitments, goals, next, look, work }: ReviewData,
): string[] {
  return [
    ...sections.flatMap(({ slots }) => slots.map(({ own }) => textWords(own ?? []))),
    ...[...commitments, ...next.commitments].flatMap(({ promise, evidence }) => [
      promise,
      evidence,
    ]),
    ...[...goals, ...next.goals].map(({ name }) => name),
    ...workTexts(work).map(({ words }) => words),
    look.footer ?? '',
  ];
}

/** An internal text as a whole, and those of its sentences that nobody writes twice by chance. */
function partsOf(value: string): string[] {
  const whole = value.trim();
  const sentences = whole.split(/[.!?;]+(?=\s|$)|\n+/).map((sentence) => sentence.trim());
  const telling = sentences.filter((sentence) => sentence.split(/\s+/).length >= leastWords);
  return [whole, ...telling].filter((part) => part.length >= leastLength);
}

/** Finds the section whose slides hold a phrase; what stands on no slide is in title or footer, which the cover leads to. */
function sectionFinder({
  model,
  sections,
}: Pick<ComposedDocument, 'model' | 'sections'>): (
  phrase: string,
  allowed: readonly string[],
) => SectionId {
  const sectionOf = new Map(sections.flatMap(({ id, slides }) => slides.map((one) => [one, id])));
  const searched = new Map<string, PhraseSearch>();
  return (phrase, allowed) => {
    const found = model.slides.find((slide) => {
      const search = searched.get(slide.id) ?? new PhraseSearch(wordsOfSlide(slide));
      searched.set(slide.id, search);
      return search.holds(phrase, allowed);
    });
    return sectionOf.get(found?.id ?? '') ?? 'cover';
  };
}

/** A client can be called what the rules say in every review (‘Total’), so one word of theirs alone is only pointed at. */
function otherName(name: string, isWritten: boolean, section: SectionId): Finding {
  const blocking = isWritten || /[^\p{L}]/u.test(name.trim());
  return {
    code: 'OTHER_CLIENT',
    sentence: blocking
      ? `‘${name}’ belongs to another client or to a person at a partner, and stands in this document. Take it out.`
      : `‘${name}’ is also what another client or a person at a partner is called. Make sure that the document does not mean them.`,
    section,
    slot: null,
    blocking,
  };
}

/** A value of a single plain word can stand there for another reason, so it is only pointed at. */
function internalValue(value: string, section: SectionId): Finding {
  const isTelling = /[\s@\d]/.test(value);
  return {
    code: 'INTERNAL_VALUE',
    sentence: isTelling
      ? `‘${value}’ is an internal value and stands in this document. Take it out.`
      : `‘${value}’ is also an internal word of yours, such as a tag. Make sure that it may stand in this document.`,
    section,
    slot: null,
    blocking: isTelling,
  };
}
