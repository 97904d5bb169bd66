import type { ComposedDocument } from './build-review';
import { gapWords } from './coverage-words';
import type { Gap, ReviewData, ReviewPeriod } from './data';
import type { Finding } from './draft';
import { textWords, wordsOf } from './inspect';
import { PhraseSearch } from './phrases';
import { wordingOf } from './wording';

/**
 * Sources that are missing in the figures, or programs of the client that are missing in the review, where the document does
 * not say so. `left`: the names of the client's programs that the review is not about.
 */
export function sourceFindings(
  composed: Pick<ComposedDocument, 'model' | 'sections'>,
  data: ReviewData,
  left: readonly string[],
): Finding[] {
  return [...incomplete(composed, data), ...unmentioned(composed, data, left)];
}

/** Figures of the period, and of the earlier ones that it is compared with, that lack rows or days. */
function incomplete(
  { model, sections }: Pick<ComposedDocument, 'model' | 'sections'>,
  data: ReviewData,
): Finding[] {
  const w = wordingOf(data.look.language);
  const english = wordingOf('en-US');
  const isAppendixShown = sections.some(({ id, state }) => id === 'appendix' && state === 'shown');
  const text = wordsOf(model);
  const gapsOf = (gaps: readonly Gap[], period: ReviewPeriod, isNow: boolean): Finding[] => {
    // The foot of a slide names causes and programs, of an earlier period its name before them.
    const words = gapWords(w, gaps);
    const isSaid = text.includes(isNow ? words : w.t.labelled(w.period(period), words));
    const isExplained = isSaid && (isAppendixShown || !isNow);
    return [...new Set(gaps.map(({ program }) => program))].map((program) => {
      const missing = `Some rows or days of ${program} are missing in the figures of ${english.period(period)}`;
      return {
        code: 'SOURCE_MISSING',
        section: isNow ? 'appendix' : 'trend',
        slot: null,
        blocking: !isExplained,
        sentence: isExplained
          ? `${missing}. The foot of the slides says so; sync again if they should not be missing.`
          : isNow
            ? `${missing}, and the appendix that explains it is hidden. Show the appendix.`
            : `${missing}, which the review compares with, and no slide says so. Show the trend.`,
      };
    });
  };
  const findings = data.sections.flatMap(({ quarters, lastYear }) => {
    const earlier = [...quarters.slice(0, -1), lastYear];
    const shown = earlier.filter(({ period }) => text.includes(w.period(period)));
    return [
      ...gapsOf(quarters.at(-1)?.gaps ?? [], data.period, true),
      ...shown.flatMap(({ gaps, period }) => gapsOf(gaps, period, false)),
    ];
  });
  return findings.filter(
    ({ sentence }, at) => findings.findIndex((one) => one.sentence === sentence) === at,
  );
}

/** Programs that no text of a person names; the client's own name in them says nothing of them. */
function unmentioned(
  { sections }: Pick<ComposedDocument, 'sections'>,
  data: ReviewData,
  left: readonly string[],
): Finding[] {
  const written = sections
    .filter(({ state }) => state === 'shown')
    .flatMap(({ slots }) => slots.map(({ own }) => textWords(own ?? [])));
  const texts = new PhraseSearch(written.join('\n'));
  const known = [data.client.name, ...data.programs.map(({ name }) => name), ...left];
  return left
    .filter((name) => {
      const others = known.filter((other) => other !== name && other.length > name.length);
      return name !== '' && !texts.holds(name, others);
    })
    .map((name) => ({
      code: 'SOURCE_MISSING',
      section: 'appendix',
      slot: null,
      blocking: true,
      sentence: `The program ${name} of this client is not in the review, and no text says so. Connect and sync it, or name it in a comment.`,
    }));
}
