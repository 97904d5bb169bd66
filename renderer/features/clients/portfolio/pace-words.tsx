import { Tooltip } from '@mantine/core';
import type { GoalStanding } from '../../../../shared/ipc/portfolio-standing';
import { Why } from '../../../ui/figure';
import { formatCount, formatMoney, formatPercent } from '../../../ui/format';

/** The pace to a goal, with goal, actual and projection on hover and focus; n/a with the reason. */
export function PaceWords({ goal }: { readonly goal: GoalStanding | null }) {
  if (goal === null) return <Why words="n/a" reason="No goal holds these days." />;
  if (goal.pace === null) return <Why words="n/a" reason={`${goal.name}: ${goal.reason}`} />;
  const tone = goal.pace < 0.9 ? 'bad' : goal.pace >= 1 ? 'good' : undefined;
  const words = formatPercent(goal.pace, 0);
  const reason = paceReason(goal);
  return (
    <Tooltip label={reason}>
      <span
        className={tone === undefined ? 'why' : `why ${tone}`}
        tabIndex={0}
        role="note"
        aria-label={`${words}: ${reason}`}
      >
        {words}
      </span>
    </Tooltip>
  );
}

function paceReason(goal: GoalStanding): string {
  const { name, program, actual, target, projected, through, to, basis } = goal;
  const whose = program === null ? 'The client’s goal ' : '';
  const isOver = through >= to;
  const end = isOver
    ? 'of the whole period'
    : `to ${through}; projected ${amountWords(goal, projected ?? 0)}, ` +
      (basis === 'last-year' ? 'by last year’s days' : 'with every day alike');
  return `${whose}${name}: ${amountWords(goal, actual ?? 0)} of ${amountWords(goal, target)} ${end}`;
}

function amountWords({ currency }: GoalStanding, amount: number): string {
  return currency === null
    ? formatCount(amount)
    : formatMoney({ amountMinor: Math.round(amount), currency });
}
