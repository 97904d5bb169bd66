import { CAMPAIGN_COUNT } from './awin-sales';
import { partsOfDay, quarterOf } from './days';
import { demandOf, partnerFactor, weekdayFactor } from './demand';
import type { Program } from './program';
import { entry, randomOf, spread } from './random';
import { isMember } from './roster';
import type { Membership } from './roster';

/** Told of each publisher and campaign that had clicks on a day; `member` is a place in the program's memberships. */
type TrafficVisitor = (member: number, campaign: number, clicks: number) => void;

/**
 * The clicks of one program, day by day. Nothing is kept: a day is made anew each time from seed and day, which takes some
 * ten microseconds, where a million kept rows would take memory.
 */
export class Traffic {
  /** The turn in which a pair of member and campaign was last taken; saves clearing a set every day. */
  private readonly taken: Uint32Array;
  private turn = 0;

  constructor(
    private readonly seed: number,
    private readonly program: Program,
    private readonly members: readonly Membership[],
    private readonly rowsPerDay: number,
  ) {
    this.taken = new Uint32Array(members.length * CAMPAIGN_COUNT);
  }

  /** Visits each pair of a day at most once, in an order that is always the same. */
  visit(day: number, visitor: TrafficVisitor): void {
    const { seed, program, members } = this;
    const random = randomOf(seed, 501, program.index, day);
    const { weekday } = partsOfDay(day);
    const demand = demandOf(seed, program, day);
    const quarter = quarterOf(day);
    const wanted = Math.round(
      this.rowsPerDay * (0.92 + 0.16 * random()) * (0.6 + 0.4 * weekdayFactor(program, weekday)),
    );
    this.turn += 1;
    let attempts = wanted * 6;
    let found = 0;
    while (found < wanted && attempts > 0) {
      attempts -= 1;
      const unit = random();
      const place = Math.floor(members.length * unit ** 2.4);
      const campaign = random() < 0.45 ? 0 : 1 + Math.floor(random() * (CAMPAIGN_COUNT - 1));
      const pair = place * CAMPAIGN_COUNT + campaign;
      const member = entry(members, place);
      if (this.taken[pair] === this.turn || !isMember(member, day)) continue;
      this.taken[pair] = this.turn;
      const strength = (1.05 - unit) * partnerFactor(seed, program, member.partner.index, quarter);
      visitor(place, campaign, 1 + Math.floor(26 * strength * demand * spread(random, 0.6)));
      found += 1;
    }
  }
}
