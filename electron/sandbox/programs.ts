/** Currencies the sandbox trades in; all have two decimals. */
export type Currency = 'EUR' | 'GBP' | 'USD';

/** Yearly course of demand; see `demand.ts`. */
export type Season = 'outdoor' | 'fashion' | 'home' | 'beauty' | 'cycling' | 'gifts' | 'software';

/** One account of one network. Account and name are unique. */
export interface Program {
  readonly index: number;
  readonly network: 'awin' | 'partnerstack';
  /** Awin: the advertiser id. PartnerStack: the company key of the vendor. */
  readonly account: string;
  readonly name: string;
  readonly client: string;
  readonly model: 'retail' | 'b2b';
  readonly market: string;
  readonly currency: Currency;
  /** A second currency some of the rows are in. */
  readonly otherCurrency: Currency | null;
  readonly season: Season;
  readonly cookieDays: number;
  readonly validationDays: number;
  /** Mean order or monthly payment in minor units. */
  readonly orderMinor: number;
  /** Usual commission in basis points of the order. */
  readonly rateBasisPoints: number;
  /** Mean sales (Awin) or new customers (PartnerStack) a day in the small agency, in 2024. */
  readonly dailyMean: number;
  /** Growth a year. */
  readonly growth: number;
  /** Share of leads among the Awin rows. */
  readonly leadShare: number;
  /** What the account does not get: Awin's campaign report, or PartnerStack's leads and deals. */
  readonly gap: 'none' | 'report-refused' | 'report-empty' | 'no-leads-or-deals';
}

type Given = Pick<
  Program,
  | 'account'
  | 'name'
  | 'client'
  | 'market'
  | 'currency'
  | 'season'
  | 'orderMinor'
  | 'rateBasisPoints'
  | 'dailyMean'
  | 'growth'
> &
  Partial<Pick<Program, 'otherCurrency' | 'cookieDays' | 'validationDays' | 'leadShare' | 'gap'>>;

function retail(given: Given): Omit<Program, 'index'> {
  return {
    network: 'awin',
    model: 'retail',
    otherCurrency: null,
    cookieDays: 30,
    validationDays: 45,
    leadShare: 0,
    gap: 'none',
    ...given,
  };
}

function business(given: Given): Omit<Program, 'index'> {
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

const NORDLICHT = 'Nordlicht Outdoor';
const HARROW = 'Harrow & Finch';
const LUMBRE = 'Casa Lumbre';
const BRIGHTWATER = 'Brightwater Beauty';
const VELO = 'Vélo Atelier';
const PETALPOST = 'Petalpost';
const LEDGERLY = 'Ledgerly';
const STACKPILOT = 'Stackpilot Group';

/** The twenty programs of the agency's eight clients; the same in both sizes. */
export const PROGRAMS: readonly Program[] = [
  retail({
    account: '19011',
    name: 'Nordlicht Outdoor DE',
    client: NORDLICHT,
    market: 'DE',
    currency: 'EUR',
    season: 'outdoor',
    orderMinor: 11_900,
    rateBasisPoints: 800,
    dailyMean: 3.4,
    growth: 0.14,
  }),
  retail({
    account: '19012',
    name: 'Nordlicht Outdoor UK',
    client: NORDLICHT,
    market: 'GB',
    currency: 'GBP',
    season: 'outdoor',
    orderMinor: 9_800,
    rateBasisPoints: 750,
    dailyMean: 1.8,
    growth: 0.22,
  }),
  retail({
    account: '19013',
    name: 'Nordlicht Outdoor FR',
    client: NORDLICHT,
    market: 'FR',
    currency: 'EUR',
    season: 'outdoor',
    orderMinor: 10_400,
    rateBasisPoints: 700,
    dailyMean: 1.3,
    growth: 0.05,
    otherCurrency: 'GBP',
  }),
  retail({
    account: '27340',
    name: 'Harrow & Finch UK',
    client: HARROW,
    market: 'GB',
    currency: 'GBP',
    season: 'fashion',
    orderMinor: 7_600,
    rateBasisPoints: 600,
    dailyMean: 3.8,
    growth: 0.08,
    cookieDays: 14,
  }),
  retail({
    account: '27341',
    name: 'Harrow & Finch US',
    client: HARROW,
    market: 'US',
    currency: 'USD',
    season: 'fashion',
    orderMinor: 9_200,
    rateBasisPoints: 700,
    dailyMean: 1.6,
    growth: 0.3,
    otherCurrency: 'GBP',
  }),
  retail({
    account: '31877',
    name: 'Casa Lumbre ES',
    client: LUMBRE,
    market: 'ES',
    currency: 'EUR',
    season: 'home',
    orderMinor: 13_500,
    rateBasisPoints: 650,
    dailyMean: 1.7,
    growth: 0.1,
  }),
  retail({
    account: '31878',
    name: 'Casa Lumbre IT',
    client: LUMBRE,
    market: 'IT',
    currency: 'EUR',
    season: 'home',
    orderMinor: 12_100,
    rateBasisPoints: 650,
    dailyMean: 0.9,
    growth: 0.18,
    validationDays: 120,
  }),
  retail({
    account: '40215',
    name: 'Brightwater Beauty US',
    client: BRIGHTWATER,
    market: 'US',
    currency: 'USD',
    season: 'beauty',
    orderMinor: 6_400,
    rateBasisPoints: 1_000,
    dailyMean: 3.2,
    growth: 0.12,
  }),
  retail({
    account: '40216',
    name: 'Brightwater Beauty UK',
    client: BRIGHTWATER,
    market: 'GB',
    currency: 'GBP',
    season: 'beauty',
    orderMinor: 5_200,
    rateBasisPoints: 900,
    dailyMean: 1.4,
    growth: 0.16,
  }),
  retail({
    account: '52660',
    name: 'Vélo Atelier FR',
    client: VELO,
    market: 'FR',
    currency: 'EUR',
    season: 'cycling',
    orderMinor: 21_500,
    rateBasisPoints: 450,
    dailyMean: 1.1,
    growth: 0.07,
  }),
  retail({
    account: '52661',
    name: 'Vélo Atelier NL',
    client: VELO,
    market: 'NL',
    currency: 'EUR',
    season: 'cycling',
    orderMinor: 24_900,
    rateBasisPoints: 450,
    dailyMean: 1,
    growth: -0.04,
    gap: 'report-refused',
  }),
  retail({
    account: '63108',
    name: 'Petalpost UK',
    client: PETALPOST,
    market: 'GB',
    currency: 'GBP',
    season: 'gifts',
    orderMinor: 4_100,
    rateBasisPoints: 1_200,
    dailyMean: 2.4,
    growth: 0.1,
    leadShare: 0.08,
    cookieDays: 7,
  }),
  retail({
    account: '63109',
    name: 'Petalpost IE',
    client: PETALPOST,
    market: 'IE',
    currency: 'EUR',
    season: 'gifts',
    orderMinor: 4_600,
    rateBasisPoints: 1_200,
    dailyMean: 0.7,
    growth: 0.12,
    gap: 'report-empty',
  }),
  retail({
    account: '71450',
    name: 'Ledgerly Self-Serve US',
    client: LEDGERLY,
    market: 'US',
    currency: 'USD',
    season: 'software',
    orderMinor: 18_900,
    rateBasisPoints: 1_500,
    dailyMean: 1.2,
    growth: 0.25,
    leadShare: 0.45,
    cookieDays: 60,
  }),
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
].map((program, index) => ({ ...program, index }));

export const AWIN_PROGRAMS = PROGRAMS.filter((program) => program.network === 'awin');
export const PARTNERSTACK_PROGRAMS = PROGRAMS.filter(
  (program) => program.network === 'partnerstack',
);
