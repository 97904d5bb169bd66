import type { Block, DocumentModel, Slide } from '../model';
import type { ComposedDocument } from './build-review';
import type { ReviewData } from './data';
import type { DraftText, Finding, SectionId, SlotOutline } from './draft';
import { workTexts } from './work';

const placeholders =
  /\b(?:TB[ACD]|TODO|XXX+|lorem ipsum|placeholder|Platzhalter)\b|\bX{2,}\s?%|\[[^\]]*\]|\{\{?[^}]*\}?\}|<\p{L}[^<>\n]{0,40}>|\?\?\?|_{3,}|\b(?:insert|add|enter|fill in)\b[^.\n]{0,40}\bhere\b/iu;
/** Amounts and percentages as people type them. */
const typedFigure = /[€$£¥]\s?\d[\d.,]*|\d[\d.,]*\s?(?:%|€|£|\b(?:EUR|USD|GBP|CHF)\b)/u;
const mostWords = 60;

/**
 * What can be seen in people's words alone: tokens that stand for nothing, placeholders, figures typed by hand, years of
 * other times, length. Promises, goals and the footer are looked at where the document prints them.
 */
export function inspectTexts(
  { sections, model }: Pick<ComposedDocument, 'sections' | 'model'>,
  data: Pick<
    ReviewData,
    'period' | 'sections' | 'next' | 'commitments' | 'goals' | 'look' | 'work'
  >,
): Finding[] {
  const own = sections.flatMap((section) =>
    section.state === 'shown'
      ? section.slots.flatMap((slot) =>
          inspect(slot, data).map((found) => ({ ...found, section: section.id, slot: slot.slot })),
        )
      : [],
  );
  return [...own, ...placeholdersInRecords(data, wordsOf(model))];
}

/** Placeholders in what records bring into the document. */
function placeholdersInRecords(
  {
    commitments,
    goals,
    next,
    look,
    work,
  }: Pick<ReviewData, 'commitments' | 'goals' | 'next' | 'look' | 'work'>,
  printed: string,
): Finding[] {
  const promised = (lines: ReviewData['commitments'], section: SectionId): RecordWords[] =>
    lines.flatMap(({ promise, evidence, owner, subject }) =>
      [promise, evidence, owner ?? '', subject].map((words) => ({ words, section, of: promise })),
    );
  const named = (lines: ReviewData['goals'], section: SectionId): RecordWords[] =>
    lines.map(({ name }) => ({ words: name, section, of: name }));
  const words = [
    ...promised(commitments, 'commitments'),
    ...promised(next.commitments, 'plan'),
    ...named(goals, 'scorecard'),
    ...named(next.goals, 'plan'),
    ...workTexts(work),
    { words: look.footer ?? '', section: 'cover' as const, of: 'the footer of documents' },
  ];
  return words.flatMap(({ words, section, of }) => {
    const placeholder = printed.includes(words) ? placeholders.exec(words)?.[0] : undefined;
    if (placeholder === undefined) return [];
    return [
      {
        code: 'PLACEHOLDER',
        blocking: true,
        section,
        slot: null,
        sentence: `‘${of}’ holds ‘${placeholder}’, which reads like a placeholder and is printed. Write what belongs there, in the record itself.`,
      },
    ];
  });
}

interface RecordWords {
  readonly words: string;
  readonly section: SectionId;
  /** What a person knows the record by. */
  readonly of: string;
}

function inspect(
  { name, own, unknown }: SlotOutline,
  data: Pick<ReviewData, 'period' | 'sections' | 'next'>,
): Pick<Finding, 'code' | 'sentence' | 'blocking'>[] {
  const text = textWords(own ?? []);
  const placeholder = placeholders.exec(text)?.[0];
  const typed = typedFigure.exec(text)?.[0].trim();
  const year = foreignYear(text, data);
  const count = text.split(/\s+/).filter((word) => word !== '').length;
  return [
    ...unknown.map((figure) => ({
      code: 'UNKNOWN_FIGURE' as const,
      blocking: true,
      sentence: `The text ‘${name}’ names a figure that this review does not have (${figure}). Take it out or choose another.`,
    })),
    ...(placeholder === undefined
      ? []
      : [
          {
            code: 'PLACEHOLDER' as const,
            blocking: true,
            sentence: `The text ‘${name}’ still holds ‘${placeholder}’, which reads like a placeholder. Write what belongs there.`,
          },
        ]),
    ...(typed === undefined
      ? []
      : [
          {
            code: 'TYPED_FIGURE' as const,
            blocking: false,
            sentence: `The text ‘${name}’ holds ‘${typed}’ typed by hand, which does not follow the figures. Put the live figure there (type {), or make sure that it is right.`,
          },
        ]),
    ...(year === null
      ? []
      : [
          {
            code: 'DATE_OUTSIDE' as const,
            blocking: false,
            sentence: `The text ‘${name}’ speaks of ${year}, which is neither in the quarters shown nor in the next one. It may be left over from an older review.`,
          },
        ]),
    ...(count <= mostWords
      ? []
      : [
          {
            code: 'TOO_LONG' as const,
            blocking: false,
            sentence: `The text ‘${name}’ has ${String(count)} words; a slide reads well with ${String(mostWords)} at most.`,
          },
        ]),
  ];
}

/** A year in a text that lies outside of everything that the review shows. */
function foreignYear(
  text: string,
  { period, sections, next }: Pick<ReviewData, 'period' | 'sections' | 'next'>,
): string | null {
  const shown = sections.flatMap(({ quarters }) => quarters.map((quarter) => quarter.period.from));
  const first = [period.from, ...shown].sort()[0]?.slice(0, 4) ?? '';
  const last = next.period.to.slice(0, 4);
  return text.match(/\b(?:19|20)\d{2}\b/g)?.find((year) => year < first || year > last) ?? null;
}

/** What a person wrote, a figure as one character. */
export function textWords(text: DraftText): string {
  return text.map((piece) => ('words' in piece ? piece.words : '0')).join('');
}

/** Every word that a document shows or carries along (notes, alternative texts, bookmarks), in one text. */
export function wordsOf(model: DocumentModel): string {
  const { title, author, subject, footer, sampleMark = '', slides } = model;
  return [title, author, subject, footer, sampleMark, ...slides.map(wordsOfSlide)].join('\n');
}

/** Every word of one slide. */
export function wordsOfSlide(slide: Slide): string {
  const { part, section = '', title, subtitle, rows, source, basis, notes = [] } = slide;
  const blocks = rows.flatMap(({ cells }) => cells.flatMap(({ block }) => wordsOfBlock(block)));
  return [part, section, title, subtitle, ...blocks, source, basis, ...notes].join('\n');
}

function wordsOfBlock(block: Block): string[] {
  switch (block.kind) {
    case 'chart': {
      const { categories, series, description } = block.chart;
      const points = series.flatMap(({ name, points }) => [
        name,
        ...points.map(({ words }) => words),
      ]);
      return [block.heading ?? '', description, ...categories, ...points];
    }
    case 'metrics':
      return block.cards.flatMap(({ label, words, note, changes }) => [
        label,
        words,
        note ?? '',
        ...changes.flatMap((change) => [change.words, change.against]),
      ]);
    case 'table':
      return [
        block.heading ?? '',
        ...block.columns.flatMap(({ label, group }) => [label, group ?? '']),
        ...block.rows.flatMap(({ cells }) => cells.map(({ words }) => words)),
      ];
    case 'text':
      return [
        block.heading ?? '',
        ...block.paragraphs.map((pieces) => pieces.map(({ words }) => words).join('')),
      ];
  }
}
