import { z } from 'zod';
import type { Metric } from '../domain/query';
import type { ProgramModel } from '../domain/vocabulary';

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** How clients and programs stand in some days; goals are those that hold the last of these days. */
export const portfolioStandingSchema = z.strictObject({ from: isoDay, to: isoDay, today: isoDay });
export type PortfolioQuestion = z.infer<typeof portfolioStandingSchema>;

/** A goal and what there is of it. Amounts are minor units of its currency, everything else is a count. */
export interface GoalStanding {
  readonly goal: string;
  readonly name: string;
  readonly client: string;
  /** Null for a goal of the whole client. */
  readonly program: string | null;
  readonly metric: Metric;
  readonly model: ProgramModel | null;
  readonly currency: string | null;
  readonly target: number;
  /** Days of the goal that are counted. */
  readonly from: string;
  readonly through: string;
  readonly to: string;
  /** Null when it can't be said, and then `reason` says why. */
  readonly actual: number | null;
  readonly reason: string;
  /** Actual ÷ (target × share expected to date). */
  readonly pace: number | null;
  readonly projected: number | null;
  /** What is expected to date: by last year's daily shares, or every day alike. */
  readonly basis: 'last-year' | 'even' | null;
}

/**
 * The affiliate share of a client's own sales in one currency; of a B2B client's new customers, where the currency is
 * null. Sales of its programs ÷ the client's own total, same months.
 */
export interface ShareStanding {
  readonly client: string;
  readonly model: ProgramModel;
  readonly currency: string | null;
  readonly ratio: number | null;
  readonly reason: string;
}

export interface PortfolioStanding {
  readonly goals: readonly GoalStanding[];
  readonly shares: readonly ShareStanding[];
}
