import { metricDefinitions } from '../../../../shared/domain/metrics';
import type { CoverageLine, Metric } from '../../../../shared/domain/query';
import type { Status } from '../../../../shared/domain/vocabulary';
import { formatCounted } from '../../../ui/format';
import { PopoverButton } from '../../../ui/popover-button';
import { daysInWords, metricLabel, statusLabels } from '../../../ui/metric-words';

const bases = {
  transactions: 'from transactions, by transaction date',
  traffic: 'from the network’s traffic report',
  both: 'from transactions and the traffic report',
} as const;

interface StampProps {
  readonly metrics: readonly Metric[];
  readonly models: readonly string[];
  readonly statuses: readonly Status[] | undefined;
  readonly days: { readonly from: string; readonly to: string };
  readonly against: { readonly from: string; readonly to: string } | null;
  readonly coverage: readonly CoverageLine[];
}

/** What stands behind the figures: definition, basis, statuses, days, and which sources are in. One key away. */
export function Stamp({ metrics, models, statuses, days, against, coverage }: StampProps) {
  return (
    <PopoverButton
      label="How these are counted"
      variant="subtle"
      position="bottom-end"
      width={520}
      name="How these figures are counted"
    >
      {() => (
        <dl className="facts stamp" tabIndex={0} data-autofocus>
          <dt>Days</dt>
          <dd>{daysInWords(days)}, in each program’s own time zone</dd>
          {against === null ? null : (
            <>
              <dt>Against</dt>
              <dd>{daysInWords(against)}</dd>
            </>
          )}
          <dt>Statuses</dt>
          <dd>
            {(statuses ?? (['pending', 'approved'] as const))
              .map((status) => statusLabels[status].toLowerCase())
              .join(', ')}
          </dd>
          <dt>Totals</dt>
          <dd>never across currencies, never retail with B2B</dd>
          {metrics.map((metric) => {
            const { definition, basis } = metricDefinitions[metric];
            return (
              <MetricStamp
                key={metric}
                label={metricLabel(metric, models)}
                words={`${definition} Counted ${bases[basis]}.`}
                gaps={gapsOf(coverage.filter((line) => line.metric === metric))}
              />
            );
          })}
        </dl>
      )}
    </PopoverButton>
  );
}

interface MetricStampProps {
  readonly label: string;
  readonly words: string;
  readonly gaps: readonly string[];
}

function MetricStamp({ label, words, gaps }: MetricStampProps) {
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {words}
        {gaps.map((gap) => (
          <span key={gap} className="sub">
            {gap}
          </span>
        ))}
      </dd>
    </>
  );
}

/** How far one metric is covered, in sentences. */
function gapsOf(lines: readonly CoverageLine[]): string[] {
  const whole = lines.filter(({ state }) => state === 'complete').length;
  const others = new Map<string, string[]>();
  for (const { state, program, note } of lines) {
    if (state === 'complete') continue;
    const words = `${stateWords[state]}${note === undefined ? '' : ` (${note})`}`;
    others.set(words, [...(others.get(words) ?? []), program]);
  }
  return [
    `Complete for ${String(whole)} of ${formatCounted(lines.length, 'program', 'programs')}.`,
    ...[...others].map(([words, programs]) => `${listed(programs)}: ${words}.`),
  ];
}

const stateWords = {
  partial: 'not everything has been read',
  failed: 'could not be read',
  'not-offered': 'not offered by the network',
  assumed: 'read with an assumption',
} as const;

function listed(names: readonly string[]): string {
  const shown = names.slice(0, 3).join(', ');
  return names.length > 3 ? `${shown} and ${String(names.length - 3)} more` : shown;
}

/** What is missing from the figures, as one line that stands in sight; null when every source is in. */
export function gapLine(coverage: readonly CoverageLine[]): string | null {
  const missing = coverage.filter(({ state }) => state === 'failed' || state === 'partial');
  if (missing.length === 0) return null;
  const programs = [...new Set(missing.map(({ program }) => program))];
  return `Not everything is in: ${listed(programs)}. Totals may still rise.`;
}
