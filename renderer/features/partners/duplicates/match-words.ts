import type {
  Match,
  MatchDoubt,
  MatchQuestion,
  MatchReason,
} from '../../../../shared/domain/matches';
import { formatCounted, formatPercent } from '../../../ui/format';

const reasonWords: Readonly<Record<MatchReason['code'], (words: string) => string>> = {
  'same-site': (words) => `same site ${words}`,
  'same-mailbox': (words) => `same mailbox ${words}`,
  'same-handle': (words) => `same profile ${words}`,
  'same-tax-number': () => 'same tax number',
  'mail-at-site': (words) => `e-mail at the other’s site ${words}`,
  'same-name': () => 'same name',
  'same-site-name': () => 'sites of the same name',
  'name-of-site': () => 'name is the other’s site',
};

const doubtWords: Readonly<Record<MatchDoubt, string>> = {
  'other-site': 'different sites',
  'other-country': 'different countries',
  'other-type': 'different types',
};

/** Why two look alike, in words. */
export function reasonsInWords({ reasons }: Match): string {
  return reasons.map(({ code, words }) => reasonWords[code](words)).join(', ');
}

/** What speaks against it, in words; empty when nothing does. */
export function doubtsInWords({ doubts }: Match): string {
  return doubts.map((doubt) => doubtWords[doubt]).join(', ');
}

/** How much speaks for it: a word and a percentage. */
export function scoreInWords({ score, isCertain }: Match): string {
  const word = isCertain ? 'Certain' : score >= 0.7 ? 'Likely' : 'Possible';
  return `${word} · ${formatPercent(score, 0)}`;
}

/** What a question is called, and what its suggestions are. */
export const questionWords: Readonly<
  Record<MatchQuestion, { readonly label: string; readonly pairs: (count: number) => string }>
> = {
  partner: {
    label: 'Partners',
    pairs: (count) => formatCounted(count, 'pair of partners', 'pairs of partners'),
  },
  company: {
    label: 'Companies',
    pairs: (count) => formatCounted(count, 'pair of companies', 'pairs of companies'),
  },
  belongs: {
    label: 'Company of a partner',
    pairs: (count) =>
      formatCounted(count, 'partner with a likely company', 'partners with a likely company'),
  },
};
