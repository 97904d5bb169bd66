import { causeWords } from './coverage-words';
import type { ReviewData, ReviewPeriod, ReviewSection } from './data';
import type { Finding } from './draft';
import { wordingOf, type Wording } from './wording';

/** Programs that began to follow another one after the first of these days and by the last, in words. */
export function handOverNotes(
  { data, w }: { readonly data: ReviewData; readonly w: Wording },
  section: Pick<ReviewSection, 'model'>,
  periods: readonly ReviewPeriod[],
): string[] {
  const [from] = periods.map((period) => period.from).sort();
  const to = periods
    .map((period) => period.to)
    .sort()
    .at(-1);
  return data.programs.flatMap(({ name, model, follows }) => {
    if (model !== section.model || follows === undefined) return [];
    if (from === undefined || to === undefined) return [];
    if (follows.from <= from || follows.from > to) return [];
    return [w.t.labelled(name, causeWords(w, { code: 'follows', ...follows }))];
  });
}

/** Says before a review goes out which of its figures run through two programs. */
export function handOverFindings(data: ReviewData): Finding[] {
  const w = wordingOf('en-US');
  return data.sections.flatMap((section) => {
    const periods = [...section.quarters, section.lastYear].map(({ period }) => period);
    return handOverNotes({ data, w }, section, periods).map((note) => ({
      code: 'PROGRAM_FOLLOWS',
      section: 'trend',
      slot: null,
      blocking: false,
      sentence: `Figures run through two programs. ${note}. The foot of the trend says so; look whether the client expects it.`,
    }));
  });
}
