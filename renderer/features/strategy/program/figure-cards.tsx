import { Tooltip } from '@mantine/core';
import { metricDefinitions } from '../../../../shared/domain/metrics';
import type { ProgramFigure, ProgramPage } from '../../../../shared/domain/program-page';
import { ChangeWords, Why } from '../../../ui/figure';
import { metricLabel, missing, shortWords, valueWords } from '../../../ui/metric-words';
import { Sparkline } from '../../../ui/sparkline';
import { countsInstead } from './succession';

interface FigureCardsProps {
  readonly page: ProgramPage;
  readonly against: string;
}

/** The program's figures, each with its change, its last year, and on focus what it is. */
export function FigureCards({ page, against }: FigureCardsProps) {
  return (
    <ul className="program-figures" aria-label="Figures">
      {page.figures.map((figure) => (
        <FigureCard
          key={`${figure.metric} ${figure.basis}`}
          figure={figure}
          page={page}
          against={against}
        />
      ))}
    </ul>
  );
}

interface FigureCardProps extends FigureCardsProps {
  readonly figure: ProgramFigure;
}

function FigureCard({ figure, page, against }: FigureCardProps) {
  const { metric, value, series } = figure;
  const { unit } = metricDefinitions[metric];
  const currency = unit === 'money' ? page.currency : null;
  const label = labelOf(figure, page);
  const instead = countsInstead(page);
  const gap =
    instead === null
      ? missing(metric, page.coverage)
      : { words: 'n/a', reason: `${instead} follows it and counts in these days.` };
  const exact =
    value === null ? gap.reason : wordsWith(currency, valueWords(metric, currency)(value));
  return (
    <li className="program-figure">
      <h2>{label}</h2>
      {value === null ? (
        <div className="program-figure-value">
          <Why
            words={gap.words}
            reason={instead === null ? reasonOf(figure, gap.reason) : gap.reason}
          />
        </div>
      ) : (
        <Tooltip label={`${exact}. ${stampOf(figure)} ${coverageWords(page, metric)}`}>
          <div
            className="program-figure-value"
            tabIndex={0}
            role="note"
            aria-label={`${label}: ${exact}`}
          >
            {currency === null ? null : <small>{currency}</small>}
            {shortWords(metric, currency)(value)}
          </div>
        </Tooltip>
      )}
      <div className="program-figure-change" title={`against ${against}`}>
        <ChangeWords figure={changeOf(figure, gap.reason)} more={moreOf(figure)} />
      </div>
      <div className="program-figure-spark">
        {series.length > 1 && series.some((each) => each !== null) ? (
          <Sparkline
            values={series}
            label={`${label} by month, the last ${String(series.length)} months`}
          />
        ) : null}
      </div>
    </li>
  );
}

function labelOf({ metric, basis }: ProgramFigure, { model }: ProgramPage): string {
  if (basis === 'validated') return 'Revenue validated';
  if (basis === 'mature') return 'Reversal rate, mature';
  if (metric === 'effectiveCommissionRate') return 'Effective rate';
  return metric === 'revenue' ? 'Revenue tracked' : metricLabel(metric, model);
}

function stampOf({ metric, basis }: ProgramFigure): string {
  const { definition } = metricDefinitions[metric];
  if (basis === 'validated') return 'Revenue of approved transactions only, by transaction date.';
  return basis === 'mature'
    ? `${definition} Only days older than the locking period: later ones still change.`
    : definition;
}

function reasonOf({ basis }: ProgramFigure, reason: string): string {
  return basis === 'mature'
    ? 'None of these days is older than the locking period yet, or nothing was decided in them.'
    : reason;
}

function coverageWords({ coverage }: ProgramPage, metric: ProgramFigure['metric']): string {
  const gap = coverage.find((line) => line.metric === metric && line.state !== 'complete');
  if (gap === undefined) return 'Every day has been read.';
  return gap.note === undefined ? 'Not every day has been read.' : `Read with a gap: ${gap.note}.`;
}

function wordsWith(currency: string | null, words: string): string {
  return currency === null ? words : `${currency} ${words}`;
}

type Change = { readonly value: number } | { readonly value: null; readonly reason: string };

function changeOf({ value, previous }: ProgramFigure, reason: string): Change {
  if (value === null) return { value: null, reason };
  if (previous === null) return { value: null, reason: 'The period before is not known.' };
  if (previous === 0) return { value: null, reason: 'There was nothing in the period before.' };
  return { value: value / previous - 1 };
}

/** Is more of it good for the program? Costs and rates are neither by themselves. */
function moreOf({ metric }: ProgramFigure): 'good' | 'bad' | 'neither' {
  if (metric === 'reversalRate') return 'bad';
  const isNeutral = ['commission', 'effectiveCommissionRate', 'epc'].includes(metric);
  return isNeutral ? 'neither' : 'good';
}
