import { actions } from './actions';
import { figures } from './figures';
import { frame } from './frame';
import { sentences } from './sentences';
import { slides } from './slides';
import { work } from './work';

/** American English, and what every language has to say. */
export const english = { ...frame, ...figures, ...sentences, ...slides, ...actions, work };

/** Everything that a document says by itself; a language that lacks a word does not compile. */
export type Words = typeof english;

/** British English where it differs. */
export const british: Words = {
  ...english,
  cover: {
    ...english.cover,
    programs: (names) => `Affiliate programmes: ${names}`,
    rhythm: (model, currency, period) =>
      `Weekly tracked revenue${model === null ? '' : ` of the ${model} programmes`} in ${currency}; ${period} in colour`,
  },
  subject: (days) => `Affiliate programmes, ${days}`,
  nouns: {
    ...english.nouns,
    programs: ['programme', 'programmes'],
    programsOf: (models) => [`${models} programme`, `${models} programmes`],
  },
  scorecard: {
    ...english.scorecard,
    basis: english.scorecard.basis.replace('programs', 'programmes'),
    nothingSold: (all, period) =>
      english.scorecard.nothingSold(all, period).replace('programs', 'programmes'),
    unknown: (all, reason) =>
      `${all ? 'Affiliate sales' : 'Sales of the reviewed programmes'}, share of the client’s total: n/a, ${reason}`,
    share: (all, share, currency) =>
      `${all ? 'Affiliate sales' : 'Sales of the reviewed programmes'} were ${share} of the client’s total in ${currency}`,
  },
  coverage: {
    ...english.coverage,
    columns: { ...english.coverage.columns, program: 'Programme' },
  },
  sentences: {
    ...english.sentences,
    share: (share, all) =>
      english.sentences
        .share(share, all)
        .map((piece) => ({ ...piece, words: piece.words.replace('programs', 'programmes') })),
  },
  definitions: {
    ...english.definitions,
    general: english.definitions.general.map(([name, meaning]) => [
      name,
      meaning.replace(/program(s?)\b/g, 'programme$1'),
    ]),
  },
};
