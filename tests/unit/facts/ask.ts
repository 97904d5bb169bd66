import { answerQuery } from '../../../renderer/data/facts/query';
import type { Query, QueryAnswer } from '../../../shared/domain/query';
import { parseDay } from '../../../shared/kernel/days';
import { directoryOf, program, segment, seriesOf, type TestSource } from './support';

export const day = (text: string): number => parseDay(text)!;
export const year = [segment(day('2026-01-01'), day('2026-12-31'))];
export const read = { transactions: year, traffic: year };

export const b2b = {
  ...program,
  source: 's2',
  network: 'partnerstack' as const,
  account: 'ledgerly',
  programId: 'program-2',
  program: 'Ledgerly',
  model: 'b2b' as const,
  currency: 'USD',
};

export function ask(
  sources: readonly TestSource[],
  query: Partial<Query>,
  partners: Parameters<typeof directoryOf>[1] = {},
): QueryAnswer {
  return answerQuery(
    { metrics: ['orders'], by: [], from: '2026-01-01', to: '2026-12-31', ...query },
    directoryOf(
      sources.map((source) => source.program),
      partners,
    ),
    new Map(sources.map((source) => [source.program.source, seriesOf(source)])),
  );
}

export const july = day('2026-07-10');
