import type { PortfolioQuestion, PortfolioStanding } from '../../../shared/ipc/portfolio-standing';
import { currentCore } from '../core/current';
import { listRecords } from '../core/read';
import { loadDirectory } from '../directory';
import { goalStandings } from './goals';
import { shareStandings } from './shares';

export { shareStandings };

/** How every client and program stands against its goals and against the client's own sales. */
export async function portfolioStanding(asked: PortfolioQuestion): Promise<PortfolioStanding> {
  const core = currentCore();
  const [directory, goals, totals] = await Promise.all([
    loadDirectory('programs'),
    listRecords(core, 'goal'),
    listRecords(core, 'client-total'),
  ]);
  return {
    goals: await goalStandings(goals, directory, asked),
    shares: await shareStandings(totals, directory, asked),
  };
}
