import { pickMember, instantOn, laterThatDay } from './awin-sales';
import { isoDay } from './days';
import type { DayRange } from './days';
import { demandOf } from './demand';
import type { Currency, Program } from './program';
import { pick, poisson, randomOf, wordOf } from './random';
import type { Membership } from './roster';
import type { Customer } from './partnerstack-records';

/** Somebody a partner names as a possible customer. */
export interface Lead {
  readonly key: string;
  readonly member: Membership;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly amount: number;
  readonly approved: boolean;
  readonly status: string;
  readonly externalKey: string;
  readonly company: string;
}

/** A lead on its way through the vendor's stages. `amount` in cents. */
export interface Deal {
  readonly key: string;
  readonly member: Membership;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly amount: number;
  readonly currency: Currency;
  readonly stage: string;
  readonly closeDate: string;
  readonly lostReason: string | null;
  readonly company: string;
}

/** Something a customer did that the vendor counts. */
export interface Action {
  readonly key: string;
  readonly customer: Customer;
  readonly createdAt: number;
  readonly updatedAt: number;
  readonly type: string;
  readonly value: number;
  readonly archived: boolean;
}

export interface Group {
  readonly key: string;
  readonly slug: string;
  readonly name: string;
  readonly isDefault: boolean;
  readonly createdAt: number;
}

/** What comes before a payment at a vendor. */
export interface Pipeline {
  readonly leads: readonly Lead[];
  readonly deals: readonly Deal[];
  readonly actions: readonly Action[];
}

const LEAD_STATES = ['submitted', 'qualified', 'qualified', 'converted', 'rejected'];
const STAGES = ['Discovery', 'Demo', 'Proposal', 'Closed won', 'Closed won', 'Closed lost'];
const COMPANIES = [
  'Alder Works',
  'Birch & Sons',
  'Civic Labs',
  'Delta Kitchens',
  'Elm Street Dental',
  'Fjord Freight',
  'Grove Media',
  'Hollow Hotels',
];

/** Leads, deals and actions in the days asked for; those of a day depend on seed and day alone. */
export function makePipeline(
  seed: number,
  program: Program,
  members: readonly Membership[],
  customers: readonly Customer[],
  range: DayRange,
): Pipeline {
  const leads: Lead[] = [];
  const deals: Deal[] = [];
  for (let day = range.first; day <= range.last; day += 1) {
    const random = randomOf(seed, 701, program.index, day);
    const count = poisson(random, program.dailyMean * 1.2 * demandOf(seed, program, day));
    for (let place = 0; place < count; place += 1) {
      const member = pickMember(random, members, day);
      if (member === undefined) continue;
      const createdAt = instantOn(day, random);
      const updatedAt = laterThatDay(createdAt, random);
      const suffix = `${wordOf(8, seed, 702, program.index, day, place)}${(day * 16 + place).toString(36)}`;
      const company = pick(random, COMPANIES);
      const amount = Math.round(program.orderMinor * 12 * (0.5 + random() * 2));
      const status = pick(random, LEAD_STATES);
      leads.push({
        key: `lead_${suffix}`,
        member,
        createdAt,
        updatedAt,
        amount,
        approved: status !== 'rejected' && status !== 'submitted',
        status,
        externalKey: `crm-${suffix}`,
        company,
      });
      if (random() < 0.45) {
        const stage = pick(random, STAGES);
        deals.push({
          key: `deal_${suffix}`,
          member,
          createdAt,
          updatedAt,
          amount,
          currency: program.currency,
          stage,
          closeDate: isoDay(day + 10 + Math.floor(random() * 60)),
          lostReason:
            stage === 'Closed lost' ? pick(random, ['Price', 'No decision', 'Competitor']) : null,
          company,
        });
      }
    }
  }
  const byCreation = (one: { createdAt: number }, other: { createdAt: number }): number =>
    one.createdAt - other.createdAt;
  return {
    leads: leads.sort(byCreation),
    deals: deals.sort(byCreation),
    actions: makeActions(seed, customers),
  };
}

function makeActions(seed: number, customers: readonly Customer[]): Action[] {
  const actions: Action[] = [];
  for (const customer of customers) {
    const random = randomOf(seed, 703, customer.createdAt / 1000, customer.member.program.index);
    if (random() > 0.4) continue;
    const createdAt = laterThatDay(customer.createdAt, random);
    actions.push({
      key: customer.key.replace('cus_', 'act_'),
      customer,
      createdAt,
      updatedAt: createdAt,
      type: pick(random, ['demo_booked', 'trial_started', 'app_connected']),
      value: 1,
      archived: random() < 0.02,
    });
  }
  return actions;
}

/** Groups a vendor sorts its partners into; the first is for everybody new. */
export function makeGroups(seed: number, program: Program): readonly Group[] {
  return ['Standard partners', 'Content partners', 'Agencies & consultants'].map((name, place) => ({
    key: `grp_${wordOf(10, seed, 704, program.index, place)}`,
    slug: name.toLowerCase().replace(/[^a-z]+/g, '-'),
    name,
    isDefault: place === 0,
    createdAt: Date.UTC(2022, 0, 10 + place),
  }));
}
