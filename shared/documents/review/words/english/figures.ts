import { partnerTypeNames } from '../../../../domain/partner-type-names';

/** The same words in both models. */
const both = (words: string): { retail: string; b2b: string } => ({ retail: words, b2b: words });

/** Figures: what they are called and what they are. */
export const figures = {
  metrics: {
    revenue: {
      label: both('Tracked revenue'),
      definition: both(
        'Sale value of all transactions that are pending or approved, as the network reports it.',
      ),
    },
    orders: {
      label: { retail: 'Orders', b2b: 'Payments' },
      definition: {
        retail: 'Transactions of every type but leads and bonuses, pending or approved.',
        b2b: 'Payments of referred customers, first and recurring, pending or approved.',
      },
    },
    averageOrderValue: {
      label: { retail: 'Average order value', b2b: 'Average payment' },
      definition: { retail: 'Tracked revenue ÷ orders.', b2b: 'Tracked revenue ÷ payments.' },
    },
    clicks: {
      label: both('Clicks'),
      definition: both('Clicks of the network’s own traffic report.'),
    },
    conversionRate: {
      label: both('Conversion rate'),
      definition: {
        retail: 'Orders ÷ clicks, over sources whose clicks are known.',
        b2b: 'Payments ÷ clicks, over sources whose clicks are known.',
      },
    },
    epc: {
      label: both('Earnings per click'),
      definition: both('Commission ÷ clicks (per one click), over sources whose clicks are known.'),
    },
    commission: {
      label: { retail: 'Commission', b2b: 'Rewards' },
      definition: both(
        'What partners earn for pending and approved transactions, bonuses and rewards included.',
      ),
    },
    bonus: {
      label: both('of which bonuses'),
      definition: both('Commission of bonus transactions.'),
    },
    networkFee: {
      label: both('Network fee'),
      definition: both('The network’s own fee where it reports one.'),
    },
    effectiveCommissionRate: {
      label: both('Effective commission rate'),
      definition: both(
        'Commission ÷ tracked revenue, bonuses included; n/a where rewards and revenue are in unlike currencies.',
      ),
    },
    roas: {
      label: both('Return on spend'),
      definition: both(
        'Tracked revenue ÷ (commission + network fee). Agency fees and placements are not included.',
      ),
    },
    newCustomers: {
      label: both('New customers'),
      definition: {
        retail:
          'Transactions that the network marks as a new customer’s; unknown where it marks none.',
        b2b: 'Customers whose first payment is in the period.',
      },
    },
    renewals: {
      label: both('Renewal payments'),
      definition: both('Payments of customers who had paid before.'),
    },
    leads: {
      label: both('Leads'),
      definition: both('Transactions of the type lead, pending or approved.'),
    },
    reversalRate: {
      label: both('Reversal rate'),
      definition: both(
        'Declined value ÷ (approved + declined value). What is young is still undecided, so recent quarters look better than they will end.',
      ),
    },
  },
  measures: {
    shareOfSales: both('Share of the client’s sales'),
    activePartners: both('Active partners'),
    pendingShare: both('Share still pending'),
    impressions: both('Impressions'),
    newCustomerRevenue: { retail: 'New-customer revenue', b2b: 'Revenue of first payments' },
    renewalRevenue: both('Renewal revenue'),
  },
  models: { retail: 'Retail', b2b: 'B2B' },
  statuses: { approved: 'Approved', pending: 'Pending', declined: 'Declined' },
  types: partnerTypeNames,
  resources: {
    transactions: 'transactions',
    traffic: 'traffic',
    rewards: 'rewards',
    leads: 'leads',
    partnerships: 'partnerships',
    customers: 'customers',
  } as Readonly<Record<string, string>>,
  causes: {
    assumedCurrency: (currency: string): string =>
      `rewards without a currency of their own are read as ${currency}`,
    daysOfUtc: (network: string, zone: string): string =>
      `clicks are counted by days of UTC, because ${network} does not report by those of ${zone}`,
    follows: (program: string, until: string): string =>
      `until ${until} ${program} counts; an order of both counts once`,
    feeNotSaid: 'the network does not say what it charges',
    notSubscribed: 'not in this subscription',
    refused: (resource: string, days: string): string => `${resource} refused (${days})`,
    unreadable: (resource: string, days: string): string => `${resource} unreadable (${days})`,
    emptyReport: (days: string): string =>
      `the report is empty although there are transactions (${days})`,
    notRead: (resource: string, days: string): string => `${resource} not read (${days})`,
    twoSources: (resource: string, days: string): string =>
      `${resource} from two sources, the earlier one counted (${days})`,
    neverRead: (resource: string): string => `${resource} not read yet`,
    unreadRows: (rows: string, resource: string): string =>
      `${rows} of ${resource} could not be read`,
  },
  unknown: {
    'not-offered': 'the network does not offer it',
    'no-answer': 'the network did not answer',
    'not-read': 'not all days have been read',
    'no-data': 'no data in the period',
    'unlike-currencies': 'revenue and rewards are in unlike currencies',
    'not-whole-months': 'client totals are by month, and this period is not made of whole months',
    'total-zero': 'the client total is zero',
    'no-new-customers': 'the client reports no new customer',
    'customers-not-said': 'the network does not say which customers are new',
    'models-apart': 'retail and B2B are never in one total',
    'several-currencies': 'it has several currencies',
    'not-begun': 'it has not begun',
    'nothing-tracked': 'nothing was tracked',
    'unknown-measure': 'this measure is not known here',
    'not-a-quarter': 'its days are not one of the quarters shown',
  },
  reasons: {
    periodRunning: (period: string): string => `${period} is not over`,
    totalMissing: (months: string, currency: string): string =>
      `client total${currency === '' ? '' : ` in ${currency}`} for ${months} missing`,
    customersMissing: (months: string): string => `client’s new customers for ${months} missing`,
    noRevenue: (currency: string): string =>
      currency === '' ? 'No tracked revenue in the period' : `no tracked revenue in ${currency}`,
  },
  definitions: {
    title: 'What the figures mean',
    figure: 'Figure',
    meaning: 'Definition',
    source: 'Definitions used on all slides',
    basis: 'Ratios are computed from sums, never averaged',
    general: [
      ['Tracked', 'Pending and approved transactions. Deleted and test transactions never count.'],
      [
        'Validated',
        'Approved transactions. It says nothing about payment: “paid” is only said of what the network marks as paid.',
      ],
      [
        'Day',
        'A transaction belongs to the day on which it was made, in the time zone of its program.',
      ],
      [
        'Currency',
        'Every currency stands by itself; nothing is converted or added over currencies.',
      ],
      ['Unknown', '“–” and “n/a” stand for what a source did not say. They are never zero.'],
      [
        'Share of sales',
        'Tracked revenue of the programs ÷ the client’s own total, same days and currency; n/a when a month’s total is missing.',
      ],
    ] as readonly (readonly [name: string, meaning: string])[],
  },
};
