import { describe, expect, it } from 'vitest';
import { composeDocument } from '../../../shared/documents/review/build-review';
import { figureKey } from '../../../shared/documents/review/compare';
import { untouched, type ReviewDraft } from '../../../shared/documents/review/draft';
import { besideLastQuarter, printedTexts } from '../../../shared/documents/review/last-texts';
import { quarters } from './support/sample-figures';
import { sampleReview } from './support/sample-review';

const slot = 'trend:comment';
const key = figureKey('revenue', 'retail', 'EUR', '2026-Q2');

/** The review of the quarter before, with a text of a person in it. */
function lastQuarter(texts: ReviewDraft['texts']) {
  const data = sampleReview({ period: quarters[4]! });
  return composeDocument(data, { ...untouched, texts }).model;
}

function wordsOf(
  paragraphs: readonly (readonly { readonly words: string }[])[] | null | undefined,
) {
  return paragraphs?.map((pieces) => pieces.map(({ words }) => words).join(''));
}

describe('last quarter’s text', () => {
  it('is what was printed, with its figures as they were then', () => {
    const printed = lastQuarter({
      [slot]: [{ words: 'We made ' }, { figure: key }, { words: '.\nGood.' }],
    });
    const { sections } = composeDocument(sampleReview());
    const beside = besideLastQuarter(sections, printedTexts(printed));
    const slots = beside.flatMap((section) => section.slots);
    const found = slots.find((one) => one.slot === slot);
    expect(wordsOf(found?.lastQuarter)).toEqual(['We made €1.10\u00A0M.', 'Good.']);
  });

  it('is there for every text that the rules wrote as well', () => {
    const printed = printedTexts(lastQuarter({}));
    const drafted = [...printed.keys()].filter((one) => one.startsWith('summary:'));
    expect(drafted.length).toBeGreaterThan(0);
  });

  it('is null, not empty, where nothing stood', () => {
    const { sections } = composeDocument(sampleReview());
    const [first] = besideLastQuarter(sections, new Map()).flatMap(({ slots }) => slots);
    expect(first?.lastQuarter).toBeNull();
  });

  it('leaves what is written now alone', () => {
    const texts = { [slot]: [{ words: 'Now.' }] };
    const { sections } = composeDocument(sampleReview(), { ...untouched, texts });
    const beside = besideLastQuarter(
      sections,
      printedTexts(lastQuarter({ [slot]: [{ words: 'Then.' }] })),
    );
    const found = beside.flatMap(({ slots }) => slots).find((one) => one.slot === slot);
    expect(found?.own).toEqual([{ words: 'Now.' }]);
    expect(wordsOf(found?.lastQuarter)).toEqual(['Then.']);
  });
});
