import fc from 'fast-check';
import {
  placementVerdicts,
  severities,
  testVerdicts,
  type RecordedWork,
} from '../../../shared/documents/review/work';

interface Chance {
  readonly words: fc.Arbitrary<string>;
  readonly sentence: fc.Arbitrary<string>;
  readonly amount: fc.Arbitrary<number>;
  readonly currency: fc.Arbitrary<string>;
  readonly day: fc.Arbitrary<string>;
}

/** Records of an agency that writes anything into them. */
export function chanceWork({
  words,
  sentence,
  amount,
  currency,
  day,
}: Chance): fc.Arbitrary<RecordedWork> {
  const known = <Value>(value: fc.Arbitrary<Value>): fc.Arbitrary<Value | null> =>
    fc.option(value, { freq: 4 });
  const money = known(fc.record({ amountMinor: amount, currency }));
  const some = <Line>(line: fc.Arbitrary<Line>, maxLength = 14): fc.Arbitrary<Line[]> =>
    fc.array(line, { maxLength });
  const days = fc
    .tuple(day, day)
    .map(([one, other]) => (one < other ? { from: one, to: other } : { from: other, to: one }));
  const campaign = fc
    .tuple(
      days,
      fc.record({
        name: words,
        offer: sentence,
        budget: money,
        spent: money,
        sales: money,
        result: sentence,
      }),
    )
    .map(([span, line]) => ({ ...line, ...span }));
  const placement = fc
    .tuple(
      days,
      fc.record({
        name: words,
        partner: words,
        fee: money,
        orders: known(fc.nat(1e6)),
        sales: money,
        verdict: known(fc.constantFrom(...placementVerdicts)),
      }),
    )
    .map(([span, line]) => ({ ...line, ...span }));
  const test = fc
    .tuple(
      days,
      fc.record({
        name: words,
        hypothesis: sentence,
        verdict: known(fc.constantFrom(...testVerdicts)),
        grade: fc.constantFrom('', 'A', 'B', 'C', 'D'),
        conclusion: sentence,
      }),
    )
    .map(([span, line]) => ({ ...line, ...span }));
  return fc.record({
    campaigns: some(campaign),
    placements: some(placement, 24),
    tests: some(test),
    checks: some(fc.record({ doneOn: day, checked: known(fc.nat(10_000)) }), 4),
    violations: some(
      fc.record({
        type: words,
        severity: known(fc.constantFrom(...severities)),
        foundOn: day,
        closedOn: known(day),
      }),
    ),
    offers: some(
      fc.record({
        competitor: words,
        seenOn: day,
        network: words,
        offer: sentence,
        before: known(fc.record({ seenOn: day, offer: sentence })),
      }),
    ),
    decisions: some(fc.record({ subject: words, options: sentence, neededBy: known(day) })),
    ahead: some(campaign),
  });
}
