import { partsOfDay, quarterOf } from './days';
import type { Program, Season } from './program';
import { entry, unitOf } from './random';

const MONTHS: Readonly<Record<Season, readonly number[]>> = {
  outdoor: [0.75, 0.75, 0.95, 1.1, 1.2, 1.15, 1.0, 0.95, 0.95, 1.0, 1.3, 1.35],
  fashion: [0.95, 0.8, 0.95, 1.0, 1.05, 1.0, 0.95, 0.85, 1.05, 1.05, 1.4, 1.3],
  home: [1.05, 0.9, 1.0, 1.0, 0.95, 0.9, 0.9, 0.85, 1.05, 1.1, 1.4, 1.2],
  beauty: [0.9, 0.95, 0.95, 0.95, 1.05, 0.95, 0.9, 0.9, 0.95, 1.0, 1.5, 1.45],
  cycling: [0.6, 0.7, 1.0, 1.3, 1.4, 1.35, 1.2, 1.05, 0.95, 0.8, 0.95, 0.8],
  gifts: [0.7, 1.6, 1.25, 0.9, 1.5, 0.85, 0.7, 0.65, 0.8, 0.85, 1.0, 1.5],
  software: [1.2, 1.05, 1.1, 1.0, 0.95, 0.95, 0.8, 0.75, 1.15, 1.1, 1.05, 0.75],
};

/** Sunday to Saturday. */
const RETAIL_WEEK = [1.15, 1.05, 0.98, 0.95, 0.97, 0.95, 0.95];
const OFFICE_WEEK = [0.35, 1.2, 1.3, 1.3, 1.25, 1.1, 0.5];

/** Shape of a week: shops sell every day, software is bought in offices. */
export function weekdayFactor(program: Program, weekday: number): number {
  return entry(program.season === 'software' ? OFFICE_WEEK : RETAIL_WEEK, weekday);
}

function occasionFactor(season: Season, month: number, date: number): number {
  if (season === 'gifts' && month === 2 && date >= 7 && date <= 13) return 2.4;
  if (season === 'software') return month === 12 && date >= 23 ? 0.3 : 1;
  if (month === 11 && date >= 22 && date <= 30) return 2.1;
  if (month === 12 && date >= 24 && date <= 26) return 0.5;
  return 1;
}

/**
 * A quarter's own story: mostly a mild up or down, now and then a clear one, so that a review has something to say.
 */
function quarterFactor(seed: number, program: Program, quarter: number): number {
  const unit = unitOf(seed, 101, program.index, quarter);
  if (unit < 0.12) return 0.66;
  if (unit > 0.88) return 1.38;
  return 0.88 + unit * 0.24;
}

/** Demand of a program on a day relative to its mean of 2024. Depends on seed and day alone. */
export function demandOf(seed: number, program: Program, day: number): number {
  const { year, month, date, weekday } = partsOfDay(day);
  const years = Math.min(6, Math.max(-4, year - 2024 + (month - 6.5) / 12));
  return (
    entry(MONTHS[program.season], month - 1) *
    weekdayFactor(program, weekday) *
    occasionFactor(program.season, month, date) *
    (1 + program.growth) ** years *
    quarterFactor(seed, program, quarterOf(day))
  );
}

/** How a partner does in a quarter: most as usual, a few surge, a few fall silent. */
export function partnerFactor(
  seed: number,
  program: Program,
  partner: number,
  quarter: number,
): number {
  const unit = unitOf(seed, 102, program.index, partner, quarter);
  if (unit < 0.07) return 0.1;
  return unit > 0.94 ? 2.5 : 1;
}

/** Share of a quarter's sales the client declines; some quarters see a wave of returns. */
export function declineShare(seed: number, program: Program, quarter: number): number {
  const unit = unitOf(seed, 103, program.index, quarter);
  return unit > 0.86 ? 0.2 : 0.05 + unit * 0.06;
}
