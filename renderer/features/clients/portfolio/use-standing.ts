import type { PortfolioStanding } from '../../../../shared/ipc/portfolio-standing';
import { formatDay, type Day } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { isoRange, type ComparedPeriod } from '../../../app/period';

/**
 * Pace and share of sales in a period; undefined until they are known. They are asked for when the figures are there
 * (`isWanted`), so that the first figures wait for nothing, and kept for the next start.
 */
export function useStanding(
  period: ComparedPeriod,
  today: Day,
  isWanted: boolean,
): PortfolioStanding | undefined {
  const asked = { ...isoRange(period.current), today: formatDay(today) };
  return useDeskQuery('portfolio.standing', isWanted ? asked : null, { isKept: true }).value;
}
