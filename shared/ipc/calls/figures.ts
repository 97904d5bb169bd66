import {
  exploreSchema,
  transactionListSchema,
  type ExploreAnswer,
  type TransactionList,
} from '../../domain/explore';
import { programPageSchema, type ProgramPage } from '../../domain/program-page';
import { querySchema, type QueryAnswer } from '../../domain/query';
import { portfolioStandingSchema, type PortfolioStanding } from '../portfolio-standing';

/** Questions about the figures. */
export const figureArguments = {
  /** Goals with their pace, and the affiliate share of each client's sales. */
  'portfolio.standing': portfolioStandingSchema,
  query: querySchema,
  /** A window of a compared, ordered table of the facts with its totals and chart. */
  explore: exploreSchema,
  /** A window of single transactions. */
  'transactions.list': transactionListSchema,
  /** Everything that a program's screen shows of the facts. */
  'programs.page': programPageSchema,
} as const;

export interface FigureValues {
  readonly 'portfolio.standing': PortfolioStanding;
  readonly query: QueryAnswer;
  readonly explore: ExploreAnswer;
  readonly 'transactions.list': TransactionList;
  readonly 'programs.page': ProgramPage;
}
