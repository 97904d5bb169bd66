import type { GivenProgram, Program } from './program';

function business(given: GivenProgram): Omit<Program, 'index'> {
  return {
    network: 'partnerstack',
    model: 'b2b',
    otherCurrency: null,
    cookieDays: 90,
    validationDays: 30,
    leadShare: 0,
    gap: 'none',
    ...given,
  };
}

const LEDGERLY = 'Ledgerly';
const STACKPILOT = 'Stackpilot Group';

/** Software on PartnerStack. */
export const b2bPrograms: readonly Omit<Program, 'index'>[] = [
  business({
    account: 'ledgerly',
    name: 'Ledgerly Partners',
    client: LEDGERLY,
    market: 'US',
    currency: 'USD',
    season: 'software',
    orderMinor: 14_900,
    rateBasisPoints: 2_000,
    dailyMean: 0.26,
    growth: 0.2,
  }),
  business({
    account: 'ledgerly-eu',
    name: 'Ledgerly Partners EU',
    client: LEDGERLY,
    market: 'DE',
    currency: 'EUR',
    season: 'software',
    orderMinor: 12_900,
    rateBasisPoints: 2_000,
    dailyMean: 0.16,
    growth: 0.28,
  }),
  business({
    account: 'stackpilot',
    name: 'Stackpilot',
    client: STACKPILOT,
    market: 'GB',
    currency: 'GBP',
    season: 'software',
    orderMinor: 32_000,
    rateBasisPoints: 1_500,
    dailyMean: 0.14,
    growth: 0.15,
    otherCurrency: 'EUR',
  }),
  business({
    account: 'formhive',
    name: 'Formhive',
    client: STACKPILOT,
    market: 'US',
    currency: 'USD',
    season: 'software',
    orderMinor: 4_900,
    rateBasisPoints: 3_000,
    dailyMean: 0.34,
    growth: 0.1,
  }),
  business({
    account: 'inboxwise',
    name: 'Inboxwise',
    client: STACKPILOT,
    market: 'US',
    currency: 'USD',
    season: 'software',
    orderMinor: 7_900,
    rateBasisPoints: 2_500,
    dailyMean: 0.22,
    growth: -0.06,
    gap: 'no-leads-or-deals',
  }),
  business({
    account: 'teamdeck',
    name: 'Teamdeck',
    client: STACKPILOT,
    market: 'NL',
    currency: 'EUR',
    season: 'software',
    orderMinor: 9_900,
    rateBasisPoints: 2_000,
    dailyMean: 0.18,
    growth: 0.35,
  }),
];
