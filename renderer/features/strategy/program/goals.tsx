import { Progress } from '@mantine/core';
import type { ProgramGoal, ProgramPage } from '../../../../shared/domain/program-page';
import { formatDay, parseDay, type Day } from '../../../../shared/kernel/days';
import { Sign } from '../../../ui/figure';
import { formatPercent } from '../../../ui/format';
import { daysInWords, metricLabel, nameInWords, valueWords } from '../../../ui/metric-words';
import { formatDayInWords } from '../../../ui/times';

/** Target, actual, pace and projection of every goal whose days meet the period. */
export function Goals({ page, today }: { readonly page: ProgramPage; readonly today: Day }) {
  const { goals } = page;
  return (
    <section className="panel" aria-label="Goals">
      <h2>{titleOf(goals, today)}</h2>
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

function titleOf(goals: readonly ProgramGoal[], today: Day): string {
  const found = goals.flatMap((goal) => judged(goal, today) ?? []);
  if (found.length === 0) return goals.length === 0 ? 'No goal in these days' : 'Goals';
  const behind = found.filter(({ tone }) => tone !== 'good').length;
  if (behind === 0) {
    return found.length === 1 ? 'The goal is met or on pace' : 'Every goal is met or on pace';
  }
  if (found.length === 1) return 'The goal is behind';
  return `${String(behind)} of ${String(found.length)} goals ${behind === 1 ? 'is' : 'are'} behind`;
}

interface GoalLineProps {
  readonly goal: ProgramGoal;
  readonly page: ProgramPage;
  readonly today: Day;
}

function GoalLine({ goal, page, today }: GoalLineProps) {
  const { actual, target, pace, counts, reason } = goal;
  const label = labelOf(goal, page);
  const words = wordsOf(goal);
  const standing = judged(goal, today);
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
        {standing === null ? null : <Sign {...standing} />}
      </div>
      {actual === null ? (
        <p>
          n/a of {words(target)} <span className="quiet">– {monthsInWords(reason)}</span>
        </p>
      ) : (
        <>
          <GoalBar goal={goal} label={`${label}: ${words(actual)} of ${words(target)}`} />
          <p className="goal-words">
            {words(actual)} of {words(target)} ({formatPercent(actual / target, 0)})
            {goal.metric === 'shareOfSales' && goal.through < goal.to ? (
              <span className="quiet">, whole months to {dayInWords(goal.through)}</span>
            ) : null}
            {pace === null || isOver(goal, today) ? null : (
              <span className="quiet">
                , goes to {words(pace.projected)}{' '}
                {pace.basis === 'last-year' ? 'by last year’s days' : 'at an even rate'}
              </span>
            )}
          </p>
          {pace?.usual ? (
            <p className="goal-words quiet">
              By now {words(pace.usual.low)} to {words(pace.usual.high)} would be usual for this
              target
            </p>
          ) : null}
        </>
      )}
    </li>
  );
}

/** What there is of the target, and between which marks it usually is by now. */
function GoalBar({ goal, label }: { readonly goal: ProgramGoal; readonly label: string }) {
  const { actual, target, pace } = goal;
  const usual = pace?.usual ?? null;
  const percent = (value: number): number => Math.min(100, Math.max(0, (value / target) * 100));
  return (
    <div className="goal-bar">
      <Progress value={percent(actual ?? 0)} size={6} aria-label={label} />
      {usual === null ? null : (
        <span
          className="goal-usual"
          aria-hidden="true"
          style={{
            left: `${String(percent(usual.low))}%`,
            width: `${String(percent(usual.high) - percent(usual.low))}%`,
          }}
        />
      )}
    </div>
  );
}

function labelOf({ metric }: ProgramGoal, { model }: ProgramPage): string {
  if (metric !== 'shareOfSales') return metricLabel(metric, model);
  return model === 'b2b' ? 'Share of new customers' : 'Share of sales';
}

function wordsOf({ metric, currency }: ProgramGoal): (value: number) => string {
  if (metric === 'shareOfSales') return (value) => formatPercent(value, 1);
  const words = valueWords(metric, currency);
  return (value) =>
    currency === null ? words(Math.round(value)) : `${currency} ${words(Math.round(value))}`;
}

/** A reason with its months as people write them: `Oct 2026`. */
function monthsInWords(reason: string): string {
  return reason.replace(/\b\d{4}-\d{2}\b/g, (month) => nameInWords('month', month));
}

function dayInWords(text: string): string {
  const day = parseDay(text);
  return day === null ? text : formatDayInWords(day);
}

/** Its last day has passed: what there is of it is all. */
function isOver({ to }: ProgramGoal, today: Day): boolean {
  return to < formatDay(today);
}

interface Judgement {
  readonly tone: 'good' | 'caution' | 'bad';
  readonly words: string;
}

/** How a goal stands, in words of which the color is only a second sign; null where that can't be said. */
function judged(goal: ProgramGoal, today: Day): Judgement | null {
  const { actual, target, metric, pace } = goal;
  if (actual === null) return null;
  if (metric === 'shareOfSales') {
    return actual >= target
      ? { tone: 'good', words: 'target met' }
      : { tone: actual >= target * 0.9 ? 'caution' : 'bad', words: 'below target' };
  }
  if (pace === null) return null;
  const { ratio, usual } = pace;
  const percent = formatPercent(ratio, 0);
  const short = ratio >= 0.9 ? 'caution' : 'bad';
  if (isOver(goal, today)) {
    return ratio >= 1
      ? { tone: 'good', words: `met, reached ${percent}` }
      : { tone: short, words: `missed, reached ${percent}` };
  }
  if (usual !== null && actual > usual.high) {
    return { tone: 'good', words: `ahead, pace ${percent}` };
  }
  // Within what is usual nobody is behind, even where last year's days say a little less than all.
  if (usual === null ? ratio >= 1 : actual >= usual.low) {
    return { tone: 'good', words: `on pace ${percent}` };
  }
  return { tone: short, words: `${short === 'bad' ? '' : 'slightly '}behind, pace ${percent}` };
}
