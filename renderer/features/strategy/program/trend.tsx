import type { ProgramPage } from '../../../../shared/domain/program-page';
import type { ComparedPeriod } from '../../../app/period';
import { LineChart } from '../../../ui/charts';
import { formatPercent } from '../../../ui/format';
import { shortWords, timeInShort, valueWords } from '../../../ui/metric-words';

interface TrendProps {
  readonly page: ProgramPage;
  readonly period: ComparedPeriod;
}

/** Revenue over the period beside what it is held against. */
export function Trend({ page, period }: TrendProps) {
  const { trend, currency } = page;
  const words = valueWords('revenue', currency);
  return (
    <section className="panel" aria-label="Trend">
      <LineChart
        title={titleOf(page, period.previousLabel)}
        note={`Revenue tracked by ${trend.by}${currency === null ? '' : `, ${currency}`}`}
        // As tall as the drivers beside it, which say more of B2B.
        height={page.churn === null ? 212 : 248}
        categories={trend.words.map((word) => timeInShort(trend.by, word))}
        series={[
          { name: period.label, role: 'current', values: trend.current },
          { name: period.previousLabel, role: 'previous', values: trend.previous },
        ]}
        marks={trend.handOver === null ? [] : [{ at: trend.handOver, words: markWords(page) }]}
        unfinished={period.unfinished ? 1 : 0}
        format={(value) => `${currency ?? ''} ${words(value)}`.trim()}
        formatShort={shortWords('revenue', currency)}
      />
    </section>
  );
}

function markWords({ succession }: ProgramPage): string {
  return `before: ${succession?.follows?.name ?? ''}`;
}

function titleOf({ figures }: ProgramPage, against: string): string {
  const revenue = figures.find(({ metric, basis }) => metric === 'revenue' && basis === 'tracked');
  const [value, before] = [revenue?.value ?? null, revenue?.previous ?? null];
  if (value === null) return 'Revenue is not known for these days';
  if (before === null || before === 0) return 'Revenue over the period';
  const change = value / before - 1;
  if (Math.abs(change) < 0.0005) return `Revenue is level with ${against}`;
  return `Revenue ${change > 0 ? 'rose' : 'fell'} ${formatPercent(Math.abs(change))} against ${against}`;
}
