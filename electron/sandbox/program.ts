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

/** What a program says of itself; the rest is usual for its network. */
export type GivenProgram = Pick<
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
