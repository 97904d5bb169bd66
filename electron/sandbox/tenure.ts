import { dayFrom } from './days';
import { hashOf, randomOf } from './random';

/** Days a partnership begins and ends (exclusive); without an end the partner stays. */
export interface Tenure {
  readonly joined: number;
  readonly left: number;
}

const EARLY = dayFrom(2021, 1, 1);
const LATE = dayFrom(2023, 1, 1);
const UNTIL = dayFrom(2029, 1, 1);

/** When a partner works for a program, on the absolute calendar: most for years, some newly, a few no longer. */
export function tenureOf(seed: number, program: number, partner: number): Tenure {
  const random = randomOf(seed, 202, program, partner);
  const early = random() < 0.74;
  const at = random();
  const joined = Math.floor(early ? EARLY + at * (LATE - EARLY) : LATE + at * (UNTIL - LATE));
  const left =
    random() < 0.06 ? joined + 500 + Math.floor(random() * 1_200) : Number.MAX_SAFE_INTEGER;
  return { joined, left };
}

/** Publisher id of a partner's Awin account (0, or 1 for a second account under the same brand). */
export function publisherId(seed: number, partner: number, second: boolean): number {
  return 40_000 + partner * 16 + (hashOf(seed, 203, partner) % 8) + (second ? 8 : 0);
}
