import type PptxGenJS from 'pptxgenjs';
import type { Weight } from '../text/faces';
import { cleanLine } from '../text/runs';
import { inches, plainColor } from './units';

/** Languages of scripts other than Latin, for spelling, line breaking and the choice of a font. */
const scripts: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Arabic}/u, 'ar-SA'],
  [/\p{Script=Hebrew}/u, 'he-IL'],
  [/\p{Script=Cyrillic}/u, 'ru-RU'],
  [/\p{Script=Greek}/u, 'el-GR'],
  [/\p{Script=Hiragana}|\p{Script=Katakana}/u, 'ja-JP'],
  [/\p{Script=Hangul}/u, 'ko-KR'],
  [/\p{Script=Thai}/u, 'th-TH'],
  [/\p{Script=Devanagari}/u, 'hi-IN'],
];
const han = /\p{Script=Han}/u;
const letter = /\p{L}/u;

interface LanguageRun {
  readonly words: string;
  readonly language: string;
}

/** Cuts words where their script changes; spaces, figures and punctuation stay with what stands before them. */
export function languageRuns(line: string, language: string): LanguageRun[] {
  const words = cleanLine(line);
  const ofHan = /\p{Script=Hiragana}|\p{Script=Katakana}/u.test(words) ? 'ja-JP' : 'zh-CN';
  const runs: { words: string; language: string }[] = [];
  for (const character of words) {
    const last = runs.at(-1);
    const own = han.test(character)
      ? ofHan
      : (scripts.find(([script]) => script.test(character))?.[1] ??
        (letter.test(character) ? language : (last?.language ?? language)));
    if (last?.language === own) last.words += character;
    else runs.push({ words: character, language: own });
  }
  return runs;
}

/** How words look; weights from semi-bold on are bold, since other machines have no such face. */
export interface RunStyle {
  readonly size: number;
  readonly weight: Weight;
  readonly color: string;
}

/** Words as runs of a presentation. Fonts come from the theme, which names one for each script. */
export function textRuns(
  words: string,
  style: RunStyle,
  language: string,
  more: PptxGenJS.TextPropsOptions = {},
): PptxGenJS.TextProps[] {
  return languageRuns(words, language).map((run) => ({
    text: run.words,
    options: {
      fontSize: style.size,
      bold: style.weight >= 600,
      color: plainColor(style.color),
      lang: run.language,
      ...more,
    },
  }));
}

/** A box for lines whose first baseline and leading are known, in points. */
export function lineBox(place: {
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly leading: number;
  readonly lines?: number;
}): { x: number; y: number; w: number; h: number } {
  return {
    x: inches(place.x),
    y: inches(place.baseline - place.leading * baselinePart),
    w: inches(place.width),
    h: inches(place.leading * (place.lines ?? 1)),
  };
}

/** Where the baseline of a line with exact spacing stands, from its top. */
const baselinePart = 0.79;

/** What every text box has in common: no inner margin, text from the top. */
export const plainBox = { margin: 0, valign: 'top', fit: 'none' } as const;
