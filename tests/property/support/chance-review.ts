import fc from 'fast-check';
import {
  ageBands,
  type AgreedMeasure,
  type ClientLook,
  type CommitmentLine,
  type Gap,
  type GoalLine,
  type GroupLine,
  type ReviewData,
  type ReviewSection,
  type Verdict,
} from '../../../shared/documents/review/data';
import {
  sectionIds,
  type DraftText,
  type ReviewDraft,
} from '../../../shared/documents/review/draft';
import { documentLanguages } from '../../../shared/documents/review/words/locales';
import { measures } from '../../../shared/records/measures';
import { measureOf } from '../../../renderer/data/reviews/goals';
import { namesInManyScripts, quarters } from '../../unit/documents/support/sample-figures';
import { sampleReview } from '../../unit/documents/support/sample-review';
import { section } from '../../unit/documents/support/sample-section';
import { chanceWork } from './chance-work';

/** Words as people write them: short, long, without a place to break, in any script. */
const words = fc.oneof(
  fc.constantFrom(...namesInManyScripts),
  fc.constant('Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung'),
  fc.constant(
    'https://partner.example/campaigns/autumn-2026/landing?utm_source=newsletter&id=8812',
  ),
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 40 }),
  fc.lorem({ maxCount: 6 }),
);
const sentence = fc.oneof(words, fc.lorem({ maxCount: 30 }));

/** Minor units up to ten billions, often nothing at all. */
const amount = fc.oneof(
  { weight: 1, arbitrary: fc.constant(0) },
  { weight: 6, arbitrary: fc.integer({ min: 1, max: 1e12 }) },
  { weight: 3, arbitrary: fc.integer({ min: 1, max: 1e7 }) },
);
const known = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
  fc.option(value, { freq: 6 });
const day = fc
  .integer({ min: Date.UTC(2026, 0, 1) / 86_400_000, max: Date.UTC(2027, 5, 30) / 86_400_000 })
  .map((at) => new Date(at * 86_400_000).toISOString().slice(0, 10));
const span = fc.tuple(day, day).map(([one, other]) => (one < other ? [one, other] : [other, one]));
const currency = fc.constantFrom('EUR', 'GBP', 'USD', 'JPY', 'KWD', 'CHF');
const model = fc.constantFrom('retail' as const, 'b2b' as const);
const measure = fc.constantFrom(...measures);
/** A value of a measure, as far out as people mistype it. */
const value = fc.oneof(fc.double({ min: 0, max: 2, noNaN: true }), amount);

const gaps: fc.Arbitrary<Gap[]> = fc.array(
  fc.record({
    program: words,
    causes: fc.array(
      fc.oneof(
        fc.record({
          code: fc.constant('unread-rows' as const),
          resource: fc.constant('transactions'),
          rows: fc.integer({ min: 1, max: 9e6 }),
        }),
        fc.constant({ code: 'fee-not-said' as const }),
        fc.constant({
          code: 'refused' as const,
          resource: 'traffic',
          from: '2026-07-01',
          to: '2026-08-11',
          reason: 'quota',
        }),
      ),
      { maxLength: 3 },
    ),
  }),
  { maxLength: 3 },
);

/** A section over the sample's, with everything that could stand in it drawn anew. */
const sections = fc
  .record({
    model,
    revenue: fc.dictionary(currency, fc.array(amount, { minLength: 6, maxLength: 6 }), {
      minKeys: 1,
      maxKeys: 3,
    }),
    partners: fc.oneof(
      { weight: 5, arbitrary: fc.array(words, { maxLength: 12 }) },
      { weight: 1, arbitrary: fc.array(words, { minLength: 30, maxLength: 45 }) },
    ),
    programs: fc.array(words, { minLength: 1, maxLength: 4 }),
    reasons: fc.array(fc.tuple(fc.oneof(words, fc.constant('')), amount), { maxLength: 14 }),
    newcomers: fc.array(fc.tuple(words, amount), { maxLength: 14 }),
    gaps,
    note: fc.option(sentence, { nil: undefined }),
    unknown: fc.subarray(['clicks', 'newCustomers', 'roas', 'reversalRate', 'networkFee'] as const),
    isSilent: fc.boolean(),
  })
  .map((drawn): ReviewSection => {
    const base = section(drawn);
    const currencies = [...base.currencies];
    const blank = Object.fromEntries(drawn.unknown.map((metric) => [metric, null]));
    return {
      ...base,
      programs: drawn.programs,
      types: settled(base.types, base),
      partners: settled(base.partners, base),
      quarters: base.quarters.map((quarter) => ({
        ...quarter,
        gaps: drawn.gaps,
        figures: Object.fromEntries(
          Object.entries(quarter.figures).map(([name, known]) => [name, { ...known, ...blank }]),
        ),
      })),
      statuses: drawn.isSilent ? [] : base.statuses,
      reasons: currencies.flatMap((name) =>
        drawn.reasons.map(([reason, revenue], index) => ({
          currency: name,
          reason,
          orders: index,
          revenue,
        })),
      ),
      ages: drawn.isSilent
        ? []
        : currencies.flatMap((name) =>
            ageBands.map((age) => ({
              currency: name,
              age,
              orders: 3,
              revenue: 300,
              commission: 7,
            })),
          ),
      recruits: {
        ...base.recruits,
        newcomers: drawn.newcomers.map(([name, revenue], index) => ({
          name,
          type: 'content' as const,
          firstSale: '2026-08-11',
          currency: currencies[index % currencies.length] ?? 'EUR',
          orders: index,
          revenue,
        })),
      },
      coverage: base.coverage.map((line) => ({
        ...line,
        program: drawn.programs[0] ?? '',
        ...(drawn.note === undefined ? {} : { note: drawn.note }),
      })),
    };
  });

/** The lines of each currency come to its revenue to the minor unit: the largest takes what rounding left. */
function settled(lines: readonly GroupLine[], section: ReviewSection): GroupLine[] {
  return lines.map((line) => {
    const own = lines.filter(({ currency: one }) => one === line.currency);
    const revenueOf = (one: GroupLine): number => one.now?.revenue ?? 0;
    const largest = [...own].sort((a, b) => revenueOf(b) - revenueOf(a))[0];
    if (line !== largest || line.now === null) return line;
    const total = section.quarters.at(-1)?.figures[line.currency]?.revenue ?? 0;
    const others = own.reduce((sum, one) => sum + revenueOf(one), -revenueOf(line));
    return { ...line, now: { ...line.now, revenue: total - others } };
  });
}

const goals: fc.Arbitrary<GoalLine[]> = fc.array(
  fc
    .record({
      name: fc.oneof(words, fc.constant('')),
      program: fc.oneof(words, fc.constant('')),
      model,
      measure,
      span,
      target: known(value),
      actual: known(value),
      currency: known(currency),
    })
    .map(({ measure: word, span: [from = '', to = ''], ...goal }): GoalLine => ({
      ...goal,
      metric: measureOf(word) ?? 'orders',
      from,
      to,
      reason: goal.actual === null ? { code: 'not-read' } : null,
    })),
  { maxLength: 8 },
);

const agreed: fc.Arbitrary<AgreedMeasure> = fc.record({
  metric: measure,
  model,
  baseline: known(value),
  target: known(value),
  currency: known(currency),
});
const commitments: fc.Arbitrary<CommitmentLine[]> = fc.array(
  fc.record({
    id: fc.uuid(),
    promise: sentence,
    side: fc.constantFrom('agency' as const, 'client' as const),
    subject: fc.oneof(words, fc.constant('')),
    owner: known(words),
    dueOn: day,
    measure: known(agreed),
    verdict: known(fc.constantFrom<Verdict>('delivered', 'partly', 'not', 'not-verifiable')),
    evidence: fc.oneof(sentence, fc.constant('')),
  }),
  { maxLength: 10 },
);

const look: fc.Arbitrary<ClientLook> = fc.record({
  accent: known(fc.constantFrom('#0B5A72', '#FFE066', '#FFFFFF', '#000000', '#7A1021')),
  second: known(fc.constantFrom('#E69F00', '#FFFFFF')),
  logo: fc.constant(null),
  footer: known(sentence),
  language: fc.constantFrom(...documentLanguages),
});

/** Everything that a review is made of, as no client ever had it. */
export const chanceReviews: fc.Arbitrary<ReviewData> = fc
  .record({
    name: words,
    look,
    sections: fc.uniqueArray(sections, { selector: ({ model: one }) => one, maxLength: 2 }),
    clientTotals: fc.array(
      fc.record({
        month: fc.constantFrom('2026-07', '2026-08', '2026-09', '2026-06', '2026-05', '2026-04'),
        currency,
        amountMinor: amount,
        basis: known(fc.constantFrom('net' as const, 'gross' as const)),
        newCustomers: known(fc.integer({ min: 0, max: 1e6 })),
      }),
      { maxLength: 14 },
    ),
    goals,
    commitments,
    nextGoals: goals,
    nextCommitments: commitments,
    work: chanceWork({ words, sentence, amount, currency, day }),
    allPrograms: fc.boolean(),
    isOver: fc.boolean(),
    sample: fc.boolean(),
  })
  .map((drawn) =>
    sampleReview({
      client: { id: 'c1', name: drawn.name },
      look: drawn.look,
      sections: drawn.sections,
      clientTotals: drawn.clientTotals,
      goals: drawn.goals,
      commitments: drawn.commitments,
      next: {
        period: { label: '2026-Q4', from: '2026-10-01', to: '2026-12-31' },
        goals: drawn.nextGoals,
        commitments: drawn.nextCommitments,
      },
      work: drawn.work,
      allPrograms: drawn.allPrograms,
      cutOff: drawn.isOver ? Date.UTC(2026, 9, 2) : Date.UTC(2026, 7, 2),
      sample: drawn.sample,
    }),
  );

/** What a person makes of a template: sections moved and hidden, and texts for the places that there are. */
export interface ChanceDecisions {
  readonly order: ReviewDraft['order'];
  readonly hidden: ReviewDraft['hidden'];
  /** Put into the places one after the other; null leaves a place as it was drafted. */
  readonly texts: readonly (DraftText | null)[];
}

const figure = `revenue:retail:EUR:${quarters.at(-1)?.label ?? ''}`;
const text: fc.Arbitrary<DraftText> = fc.array(
  fc.oneof(
    fc.lorem({ maxCount: 300 }).map((one) => ({ words: one })),
    sentence.map((one) => ({ words: `${one} ` })),
    fc.constant({ words: '\n' }),
    fc.constantFrom(figure, 'none').map((key) => ({ figure: key })),
  ),
  { minLength: 1, maxLength: 12 },
);

export const chanceDecisions: fc.Arbitrary<ChanceDecisions> = fc.record({
  order: fc.shuffledSubarray([...sectionIds]),
  hidden: fc.subarray([...sectionIds], { maxLength: 6 }),
  texts: fc.array(fc.option(text, { freq: 2 }), { minLength: 1, maxLength: 12 }),
});
