import type { ProgramPage } from '../../../../shared/domain/program-page';
import type { ComparedPeriod } from '../../../app/period';
import { LineChart, type ChartMark } from '../../../ui/charts';
import { formatPercent } from '../../../ui/format';
import { shortWords, timeInShort, valueWords } from '../../../ui/metric-words';
import { countsInstead, dayWords } from './succession';

interface TrendProps {
  readonly page: ProgramPage;
  readonly period: ComparedPeriod;
}

/** Revenue over the period beside what it is held against. */
export function Trend({ page, period }: TrendProps) {
  const { trend, currency } = page;
  const { cut } = trend;
  const isCut = cut.current.length + cut.previous.length > 0;
  const words = valueWords('revenue', currency);
  return (
    <section className="panel" aria-label="Trend">
      <LineChart
        title={titleOf(page, period.previousLabel)}
        note={[
          `Revenue tracked by ${trend.by}`,
          ...(currency === null ? [] : [currency]),
          ...(isCut ? [`dashed where only a part of the ${trend.by} is in these days`] : []),
        ].join(', ')}
        // As tall as the drivers beside it, which say more of B2B.
        height={page.churn === null ? 212 : 248}
        categories={trend.words.map((word) => timeInShort(trend.by, word))}
        series={[
          { name: period.label, role: 'current', values: trend.current, cut: cut.current },
          {
            name: period.previousLabel,
            role: 'previous',
            values: trend.previous,
            cut: cut.previous,
          },
        ]}
        marks={marksOf(page)}
        unfinished={period.unfinished ? 1 : 0}
        format={(value) => `${currency ?? ''} ${words(value)}`.trim()}
        formatShort={shortWords('revenue', currency)}
        formatTick={shortWords('revenue', currency, 1)}
      />
    </section>
  );
}

function marksOf({ succession, trend: { handOver, ends } }: ProgramPage): ChartMark[] {
  const { follows, followedBy } = succession ?? {};
  return [
    ...(handOver === null || !follows ? [] : [{ at: handOver, words: `before: ${follows.name}` }]),
    ...(ends === null || !followedBy ? [] : [{ at: ends, words: `then: ${followedBy.name}` }]),
  ];
}

function titleOf(page: ProgramPage, against: string): string {
  const { figures, trend, succession } = page;
  const next = succession?.followedBy ?? null;
  if (next !== null && trend.ends !== null) {
    return `Revenue up to ${dayWords(next.from)}, when another program follows`;
  }
  const revenue = figures.find(({ metric, basis }) => metric === 'revenue' && basis === 'tracked');
  const [value, before] = [revenue?.value ?? null, revenue?.previous ?? null];
  if (value === null) {
    return countsInstead(page) !== null
      ? 'Another program counts in these days'
      : 'Revenue is not known for these days';
  }
  if (before === null || before === 0) return 'Revenue over the period';
  const change = value / before - 1;
  if (Math.abs(change) < 0.0005) return `Revenue is level with ${against}`;
  return `Revenue ${change > 0 ? 'rose' : 'fell'} ${formatPercent(Math.abs(change))} against ${against}`;
}
