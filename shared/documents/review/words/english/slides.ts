import type { NounWords } from '../nouns';
import type { Move } from '../pieces';
import { moved } from './sentences';

const titleOf =
  (noun: string, cost: string) =>
  (orders: Move, commission: Move, before: string, alike: boolean): string =>
    `${noun} ${moved(orders)} on ${before} ${alike ? 'and' : 'while'} ${cost} ${moved(commission)}`;

/** Some languages have other words for one than for many, so they are told the number. */
const few: (partners: string, currency: string, count: number) => string = (partners, currency) =>
  `${partners} brought all tracked revenue in ${currency}`;

const nouns: NounWords = {
  rows: ['row', 'rows'],
  partners: ['partner', 'partners'],
  sellingPartners: ['selling partner', 'selling partners'],
  otherPartners: ['other partner', 'other partners'],
  programs: ['program', 'programs'],
  programsOf: (models) => [`${models} program`, `${models} programs`],
  commitments: ['commitment', 'commitments'],
  commitmentsDue: ['commitment due', 'commitments due'],
  goals: ['goal', 'goals'],
  campaigns: ['campaign', 'campaigns'],
  placements: ['placement', 'placements'],
  tests: ['test', 'tests'],
  violations: ['violation', 'violations'],
  competitors: ['competitor', 'competitors'],
  decisions: ['decision', 'decisions'],
};

const ranks = ['', 'second', 'third', 'fourth', 'fifth'];

/** The performance slides: titles, columns, notes. */
export const slides = {
  cover: {
    kind: 'Quarterly business review',
    before: 'Before',
    programs: (names: string): string => `Affiliate programs: ${names}`,
    readOn: (day: string): string => `Figures as read on ${day}.`,
    running: 'The period is not over.',
    rhythm: (model: string | null, currency: string, period: string): string =>
      `Weekly tracked revenue${model === null ? '' : ` of the ${model} programs`} in ${currency}; ${period} in color`,
  },
  contents: { title: 'Contents', section: 'Section', message: 'What it says', page: 'Page' },
  summary: {
    nothing: (period: string): string => `No transaction is known for ${period}.`,
    noRevenue: (currency: string, period: string): string =>
      `No tracked revenue in ${currency} in ${period}`,
    soFar: (amount: string, period: string): string =>
      `Tracked revenue is ${amount} so far; ${period} is not over`,
    onYear: (move: Move, amount: string): string =>
      `Tracked revenue ${moved(move)} on the year, to ${amount}`,
    onPeriod: (move: Move, before: string, amount: string): string =>
      `Tracked revenue ${moved(move)} on ${before}, to ${amount}`,
    plain: (amount: string): string => `Tracked revenue was ${amount}`,
    byWeek: (currency: string): string => `Tracked revenue by calendar week, ${currency}`,
  },
  scorecard: {
    source: 'client totals and goals as recorded by the agency',
    basis:
      'Share = tracked revenue of the reviewed programs ÷ the client’s own total sales, same days and currency',
    nothingSold: (all: boolean, period: string): string =>
      `${all ? 'Affiliate sales' : 'Sales of the reviewed programs'}: nothing was sold in ${period}`,
    unknown: (all: boolean, reason: string): string =>
      `The share of ${all ? 'affiliate sales' : 'these programs'} is not known: ${reason}`,
    met: (count: number, all: number): string =>
      count === 0
        ? `No goal of ${String(all)} was met`
        : count === all
          ? `Every goal was met (${String(all)})`
          : `${String(count)} of ${String(all)} goals met`,
    goalsRunning: (goals: string): string => `${goals} still running`,
    share: (all: boolean, share: string, currency: string): string =>
      `${all ? 'Affiliate sales' : 'Sales of the reviewed programs'} were ${share} of the client’s total in ${currency}`,
    shareCard: (currency: string): string =>
      `Share of the client’s sales${currency === '' ? '' : `, ${currency}`}`,
    customersCard: 'Share of the client’s new customers',
    ofTotal: (total: string, basis: 'net' | 'gross' | null): string =>
      `of ${total} client total${basis === null ? '' : ` (${basis})`}`,
    ofCustomers: (total: string): string => `of ${total} new customers of the client`,
    goals: 'Goals',
    noGoal: (period: string): string => `No goal is recorded for ${period}.`,
    noTarget: 'no target is recorded',
    heading: 'Goals of the period',
    columns: {
      goal: 'Goal',
      days: 'Days',
      target: 'Target',
      actual: 'Actual',
      against: 'Against target',
      result: 'Result',
    },
    outcomes: {
      met: 'Met',
      reached: 'Reached already',
      close: 'Missed by less than a tenth',
      missed: 'Missed',
      running: 'Still running',
    },
  },
  trend: {
    plain: (currency: string): string => `Tracked revenue by quarter, ${currency}`,
    running: (period: string, currency: string): string =>
      `${period} is not over; the quarters before it in ${currency}`,
    rank: (period: string, higher: number, count: number, currency: string): string => {
      const quarters = count === 6 ? 'six' : String(count);
      const place =
        higher === 0
          ? 'the strongest'
          : higher === count - 1
            ? 'the weakest'
            : `the ${ranks[higher] ?? ''} strongest`;
      return `${period} is ${place} of the last ${quarters} quarters in ${currency}`;
    },
  },
  comparison: {
    measure: 'Measure',
    change: 'Change',
    plain: (period: string): string => `${period} beside earlier quarters`,
    title: { retail: titleOf('Orders', 'commission'), b2b: titleOf('Payments', 'rewards') },
  },
  drivers: {
    chart: (currency: string, before: string, now: string): string =>
      `From ${before} to ${now}, tracked revenue in ${currency}`,
    title: (
      direction: Move['direction'],
      change: string,
      factor: string,
      effect: string,
      before: string,
    ): string =>
      `Tracked revenue ${direction === 'level' ? 'stayed level with' : `${direction === 'up' ? 'rose' : 'fell'} ${change} on`} ${before}; largest step: ${factor.toLowerCase()}, ${effect}`,
    factor: 'Factor',
    effect: 'Effect',
    factors: {
      clicks: 'Traffic',
      conversionRate: 'Conversion rate',
      orders: 'Orders',
      averageOrderValue: 'Order value',
      mix: 'Partner mix',
      newCustomers: 'New customers',
      firstPayment: 'First payment',
      renewals: 'Renewals',
      renewalPayment: 'Renewal payment',
      other: 'Not assigned',
    },
    basis: {
      retail: 'conversion and order value within each partner type; the rest is mix',
      b2b: 'first payments and renewals apart',
    },
    method:
      'The change is split by the logarithmic-mean Divisia method: it leaves no remainder, and the order of the factors does not matter.',
  },
  mix: {
    nothing: (currency: string, period: string): string =>
      `No partner type sold in ${currency} in ${period}`,
    title: (type: string, share: string, currency: string): string =>
      `${type} partners brought ${share} of tracked revenue in ${currency}`,
    chart: (currency: string): string => `Tracked revenue by partner type, ${currency}`,
  },
  top: {
    nothing: (currency: string, period: string): string =>
      `No partner sold in ${currency} in ${period}`,
    few,
    title: (partners: string, share: string, currency: string): string =>
      `Ten of ${partners} brought ${share} of tracked revenue in ${currency}`,
    all: (partners: string, currency: string): string =>
      `All ${partners} with revenue or commission in ${currency}`,
    fresh: 'new',
  },
  concentration: {
    title: (name: string, share: string, currency: string, risky: boolean): string =>
      risky
        ? `${name} alone brings ${share} of revenue in ${currency}: a risk`
        : `The largest partner, ${name}, brings ${share} of revenue in ${currency}`,
    chart: (currency: string, period: string): string =>
      `Share of tracked revenue in ${currency}, ${period}`,
    largest: 'Largest partner',
    topTen: 'Ten largest partners',
    index: 'Herfindahl index',
    beyondFive: 'Beyond the five largest',
    riskAbove: (limit: string): string => `A risk above ${limit}`,
    basis: 'Herfindahl index = sum of squared shares',
  },
  columns: {
    partner: 'Partner',
    partnerType: 'Partner type',
    type: 'Type',
    status: 'Status',
    revenue: 'Revenue',
    revenueIn: (currency: string): string => `Revenue, ${currency}`,
    share: 'Share',
    allPartners: 'All partners',
  },
  share: {
    title: {
      retail: (share: string, currency: string): string =>
        `New customers brought ${share} of revenue in ${currency}`,
      b2b: (share: string, currency: string): string =>
        `First payments are ${share} of revenue in ${currency}`,
    },
    atLeast: (share: string): string => `at least ${share}`,
    plain: (currency: string): string => `New and returning customers in ${currency}`,
    chart: (currency: string): string => `Share of the client’s sales by quarter, ${currency}`,
    table: 'New and returning',
    customers: 'Customers',
    source: 'client totals as recorded by the agency',
    basis: {
      retail: 'new and returning as the network marks orders',
      b2b: 'new = first payment of a customer that is known',
    },
    kinds: {
      retail: { new: 'New', returning: 'Returning', unsaid: 'The network does not say' },
      b2b: { new: 'First payments', returning: 'Renewals', unsaid: 'Not assigned' },
    },
  },
  nouns,
};
