import { makePartners } from './partners';
import type { Partner } from './partners';
import { AWIN_PROGRAMS, PARTNERSTACK_PROGRAMS } from './programs';
import type { Program } from './program';
import { entry, hashOf, pick, randomOf, wordOf } from './random';
import { publisherId, tenureOf } from './tenure';
import type { Tenure } from './tenure';

/** An account of a partner on Awin; the same on every program it works for. */
export interface Publisher {
  readonly id: number;
  readonly name: string;
  readonly partner: Partner;
  /** Name and id as members of a JSON object, made once for the big report. */
  readonly json: string;
}

/** One account of a partner in one program. */
export interface Membership extends Tenure {
  readonly program: Program;
  readonly partner: Partner;
  /** Awin: the publisher. */
  readonly publisher: Publisher | null;
  /** PartnerStack: the key of the partnership, else ''. */
  readonly key: string;
}

/** Who works for whom. Memberships of a program stand from strongest to weakest. */
export interface Roster {
  readonly partners: readonly Partner[];
  readonly memberships: readonly (readonly Membership[])[];
}

interface RosterSize {
  readonly retailPartners: number;
  readonly businessPartners: number;
  /** How many Awin programs a partner may work for, and how often a further one is added. */
  readonly mostPrograms: number;
  readonly again: number;
  readonly secondAccountShare: number;
  /** Retail partners with a PartnerStack account too. */
  readonly bothShare: number;
  readonly againBusiness: number;
}

/** Numbers of the two sizes: about 400 partners, and about 50,000 network accounts. */
const ROSTER_SIZES: Readonly<Record<'small' | 'large', RosterSize>> = {
  small: {
    retailPartners: 328,
    businessPartners: 88,
    mostPrograms: 5,
    again: 0.55,
    secondAccountShare: 0.05,
    bothShare: 0.12,
    againBusiness: 0.45,
  },
  large: {
    retailPartners: 46_300,
    businessPartners: 6_200,
    mostPrograms: 3,
    again: 0.1,
    secondAccountShare: 0.03,
    bothShare: 0.03,
    againBusiness: 0.15,
  },
};

function makePublisher(seed: number, partner: Partner, second: boolean): Publisher {
  const id = publisherId(seed, partner.index, second);
  const name = second ? `${partner.name} ${partner.country}` : partner.name;
  const json = `"publisherId":"${String(id)}","publisherName":${JSON.stringify(name)}`;
  return { id, name, partner, json };
}

/** Programs a partner works for: its own market first, then anywhere, each at most once. */
function programsFor(
  seed: number,
  partner: Partner,
  list: readonly Program[],
  most: number,
  again: number,
): Program[] {
  const random = randomOf(seed, 301, partner.index, list.length);
  const near = list.filter((program) => program.market === partner.country);
  const chosen = new Set<Program>();
  for (let count = 0; count < most; count += 1) {
    if (count > 0 && random() >= again) break;
    const home = near.length > 0 && random() < 0.5;
    chosen.add(pick(random, home ? near : list));
  }
  return [...chosen];
}

/** Order by strength: by chance, and nothing to do with the order of the names. */
function ranked(memberships: readonly Membership[], seed: number): Membership[] {
  const rankOf = ({ program, partner }: Membership): number =>
    hashOf(seed, 302, program.index, partner.index);
  return [...memberships].sort(
    (one, other) => rankOf(one) - rankOf(other) || one.partner.index - other.partner.index,
  );
}

/** Whether a partner works for the program on a day. */
export function isMember(membership: Tenure, day: number): boolean {
  return day >= membership.joined && day < membership.left;
}

/**
 * Everybody who works, worked or will work for a program. It does not depend on the days asked for, so that no row of a
 * day does.
 */
export function makeRoster(seed: number, sizeName: 'small' | 'large'): Roster {
  const size = ROSTER_SIZES[sizeName];
  const partners = makePartners(seed, size.retailPartners, size.businessPartners);
  const memberships: Membership[][] = [...AWIN_PROGRAMS, ...PARTNERSTACK_PROGRAMS].map(() => []);
  for (const partner of partners) {
    const random = randomOf(seed, 303, partner.index);
    const both = random() < size.bothShare;
    if (!partner.business) {
      const first = makePublisher(seed, partner, false);
      const second = random() < size.secondAccountShare ? makePublisher(seed, partner, true) : null;
      for (const program of programsFor(
        seed,
        partner,
        AWIN_PROGRAMS,
        size.mostPrograms,
        size.again,
      )) {
        const publisher = second !== null && random() < 0.5 ? second : first;
        const tenure = tenureOf(seed, program.index, partner.index);
        entry(memberships, program.index).push({ program, partner, publisher, key: '', ...tenure });
      }
    }
    if (partner.business || both) {
      for (const program of programsFor(
        seed,
        partner,
        PARTNERSTACK_PROGRAMS,
        4,
        size.againBusiness,
      )) {
        const tenure = tenureOf(seed, program.index, partner.index);
        const key = `part_${wordOf(8, seed, 304, program.index, partner.index)}${partner.index.toString(36)}`;
        entry(memberships, program.index).push({
          program,
          partner,
          publisher: null,
          key,
          ...tenure,
        });
      }
    }
  }
  return { partners, memberships: memberships.map((list) => ranked(list, seed)) };
}
