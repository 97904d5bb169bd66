import { Progress } from '@mantine/core';
import type { ProgramGoal, ProgramPage } from '../../../../shared/domain/program-page';
import { formatDay, type Day } from '../../../../shared/kernel/days';
import { Sign, Why } from '../../../ui/figure';
import { formatPercent } from '../../../ui/format';
import { daysInWords, metricLabel, valueWords } from '../../../ui/metric-words';

/** Target, actual, pace and projection of every goal whose days meet the period. */
export function Goals({ page, today }: { readonly page: ProgramPage; readonly today: Day }) {
  const { goals } = page;
  return (
    <section className="panel" aria-label="Goals">
      <h2>{titleOf(goals)}</h2>
      {goals.length === 0 ? (
        <p className="quiet">
          A goal is a metric with a target within some days, such as “EUR 400,000 revenue in Q4”.
          This program and its client have none in these days.
        </p>
      ) : (
        <ul className="goals">
          {goals.map((goal) => (
            <GoalLine key={goal.id} goal={goal} page={page} today={today} />
          ))}
        </ul>
      )}
    </section>
  );
}

function titleOf(goals: readonly ProgramGoal[]): string {
  const paced = goals.filter(({ pace }) => pace !== null);
  if (paced.length === 0) return goals.length === 0 ? 'No goal in these days' : 'Goals';
  const behind = paced.filter(({ pace }) => (pace?.ratio ?? 1) < 0.9).length;
  if (behind === 0) return 'Every goal is on pace';
  return `${String(behind)} of ${String(paced.length)} goals ${behind === 1 ? 'is' : 'are'} behind`;
}

interface GoalLineProps {
  readonly goal: ProgramGoal;
  readonly page: ProgramPage;
  readonly today: Day;
}

function GoalLine({ goal, page, today }: GoalLineProps) {
  const { metric, actual, target, currency, pace, counts, reason } = goal;
  const words = valueWords(metric, currency);
  const withCurrency = (value: number): string =>
    currency === null ? words(value) : `${currency} ${words(Math.round(value))}`;
  const label = metricLabel(metric, page.model);
  return (
    <li>
      <div className="goal-head">
        <span>
          <strong>{label}</strong>{' '}
          <span className="quiet">
            {daysInWords(goal)}
            {counts === 'client' ? `, all of ${page.client}` : ''}
          </span>
        </span>
        {pace === null ? null : (
          <PaceSign ratio={pace.ratio} word={isOver(goal, today) ? 'reached' : 'pace'} />
        )}
      </div>
      {actual === null ? (
        <p>
          <Why words="–" reason={reason} /> of {withCurrency(target)}
        </p>
      ) : (
        <>
          <Progress
            value={Math.min(100, (actual / target) * 100)}
            size={6}
            aria-label={`${label}: ${withCurrency(actual)} of ${withCurrency(target)}`}
          />
          <p className="goal-words">
            {withCurrency(actual)} of {withCurrency(target)} ({formatPercent(actual / target, 0)})
            {pace === null || isOver(goal, today) ? null : (
              <span className="quiet">
                , goes to {withCurrency(pace.projected)}{' '}
                {pace.basis === 'last-year' ? 'by last year’s days' : 'at an even rate'}
              </span>
            )}
          </p>
        </>
      )}
    </li>
  );
}

/** Its last day has passed: what there is of it is all. */
function isOver({ to }: ProgramGoal, today: Day): boolean {
  return to < formatDay(today);
}

function PaceSign({ ratio, word }: { readonly ratio: number; readonly word: string }) {
  const tone = ratio >= 1 ? 'good' : ratio >= 0.9 ? 'caution' : 'bad';
  return <Sign tone={tone} words={`${word} ${formatPercent(ratio, 0)}`} />;
}
