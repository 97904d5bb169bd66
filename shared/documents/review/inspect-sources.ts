import type { ComposedDocument } from './build-review';
import { gapWords } from './coverage-words';
import type { ReviewData, ReviewPeriod } from './data';
import type { Finding } from './draft';
import { textWords, wordsOf } from './inspect';
import { PhraseSearch } from './phrases';
import { comparedPeriods, gapNotes, quartersBefore } from './slides';
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
  const isAppendixShown = sections.some(({ id, state }) => id === 'appendix' && state === 'shown');
  const text = wordsOf(model);
  const gaps = data.sections.flatMap((section): SaidGap[] => {
    const { quarters, lastYear } = section;
    const notes = [quartersBefore(section), comparedPeriods(section)]
      .flatMap((periods) => gapNotes({ w }, periods))
      .filter(({ sentence }) => text.includes(sentence));
    const said = new Set(notes.flatMap(({ periods }) => periods.map(({ label }) => label)));
    const earlier = new Map(
      [...quarters.slice(0, -1), lastYear].map((quarter) => [quarter.period.label, quarter]),
    );
    return [
      ...(quarters.at(-1)?.gaps ?? []).map(({ program }) => ({
        program,
        period: data.period,
        isNow: true,
        // The foot of each slide names it, and the appendix explains it.
        isSaid: isAppendixShown && text.includes(gapWords(w, quarters.at(-1)?.gaps ?? [])),
      })),
      ...[...earlier.values()]
        .filter(({ period }) => text.includes(w.period(period)))
        .flatMap(({ gaps: missing, period }) =>
          missing.map(({ program }) => ({
            program,
            period,
            isNow: false,
            isSaid: said.has(period.label),
          })),
        ),
    ];
  });
  return gapFindings(gaps);
}

interface SaidGap {
  readonly program: string;
  readonly period: ReviewPeriod;
  readonly isNow: boolean;
  /** Does the document say that something is missing? */
  readonly isSaid: boolean;
}

/** One finding for each program and kind of gap, whatever the number of quarters. */
function gapFindings(gaps: readonly SaidGap[]): Finding[] {
  const w = wordingOf('en-US');
  const groups = new Map<string, SaidGap[]>();
  for (const gap of gaps) {
    const key = [gap.program, gap.isNow, gap.isSaid].join('\n');
    groups.set(key, [...(groups.get(key) ?? []), gap]);
  }
  return [...groups.values()].flatMap((group): Finding[] => {
    const [first] = group;
    if (first === undefined) return [];
    const { program, isNow, isSaid } = first;
    const periods = w.listed([...new Set(group.map(({ period }) => w.period(period)))]);
    const missing = `Some rows or days of ${program} are missing in the figures of ${periods}`;
    return [
      {
        code: 'SOURCE_MISSING',
        section: isNow ? 'appendix' : 'trend',
        slot: null,
        blocking: !isSaid,
        sentence: isSaid
          ? `${missing}. The foot of the slides says so; sync again if they should not be missing.`
          : isNow
            ? `${missing}, and the appendix that explains it is hidden. Show the appendix.`
            : `${missing}, which the review compares with, and no slide says so. Show the trend.`,
      },
    ];
  });
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
