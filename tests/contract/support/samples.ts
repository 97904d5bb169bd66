import type { Network } from '../../../shared/domain/vocabulary';
import type { Resource } from '../../../shared/sync/batch';

/** Answers as the networks document them, one row each, and what may be missing from them. */
export interface Sample {
  readonly resource: Resource;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly dateType?: string;
  readonly row: Readonly<Record<string, unknown>>;
  /** The id under which the row arrives; null for traffic, which has none. */
  readonly id: string | null;
  /** Fields of the row without which it can still be read. */
  readonly lenient: readonly string[];
  /** Changes that make the row unreadable, and what the reason must name. */
  readonly malformed: readonly (readonly [
    changes: Readonly<Record<string, unknown>>,
    names: RegExp,
  ])[];
  readonly wrap: (rows: readonly unknown[]) => unknown;
}

const bare = (rows: readonly unknown[]): unknown => rows;
const envelope = (items: readonly unknown[]): unknown => ({
  data: { has_more: false, items },
  message: 'ok',
  status: 200,
});

const created = Date.UTC(2026, 3, 14, 20, 59);

export const samples: Readonly<Record<Network, readonly Sample[]>> = {
  awin: [
    {
      resource: 'partnerships',
      path: '/advertisers/acme/publishers',
      query: {},
      row: {
        id: 45628,
        name: 'Sparfuchs Cashback',
        primaryRegion: 'DE',
        salesRegions: ['DE', 'AT'],
        primaryType: 'Cashback',
      },
      id: '45628',
      lenient: ['primaryRegion', 'salesRegions', 'primaryType'],
      malformed: [
        [{ id: null }, /id is null/],
        [{ id: '' }, /id is ""/],
      ],
      wrap: bare,
    },
    {
      resource: 'traffic',
      path: '/advertisers/acme/reports/campaign',
      query: {
        startDate: '2026-04-01',
        endDate: '2026-04-30',
        timezone: 'Europe/Berlin',
        interval: 'day',
        includeNumbersWithoutCampaign: 'true',
      },
      row: {
        date: '2026-04-14',
        publisherId: '45628',
        publisherName: 'Sparfuchs Cashback',
        campaign: 'spring-sale',
        totals: { quantity: { click: '41', pending: '3' } },
      },
      id: null,
      lenient: ['publisherName', 'campaign', 'totals'],
      malformed: [
        [{ date: '14.04.2026' }, /date "14\.04\.2026"/],
        [{ date: '2026-02-30' }, /date/],
        [{ date: '2026-06-14' }, /not asked for/],
        [{ publisherId: null }, /publisherId is null/],
        [{ totals: { quantity: { click: 'many' } } }, /click/],
        [{ totals: { quantity: { click: '-4' } } }, /click/],
      ],
      wrap: (rows) => ({ result: rows }),
    },
    ...(['transaction', 'validation', 'amendment'] as const).map((dateType): Sample => ({
      resource: 'transactions',
      path: '/advertisers/acme/transactions/',
      query: {
        startDate: '2026-04-01T00:00:00',
        endDate: '2026-04-30T23:59:59',
        timezone: 'UTC',
        dateType,
      },
      ...(dateType === 'transaction' ? {} : { dateType }),
      row: {
        id: 1591984035,
        publisherId: 45628,
        campaign: 'spring-sale',
        commissionStatus: 'pending',
        commissionAmount: { amount: 4.26, currency: 'EUR' },
        saleAmount: { amount: 42.56, currency: 'EUR' },
        networkFee: { amount: 1.19, currency: 'EUR' },
        advertiserCost: { amount: null, currency: null },
        clickRefs: { clickRef: 'nl-0426' },
        clickDate: '2026-04-14T20:54:00',
        transactionDate: '2026-04-14T20:59:00',
        validationDate: null,
        type: 'Commission group transaction',
        declineReason: null,
        voucherCode: 'TRAIL10',
        customerAcquisition: 'NEW',
        orderRef: 'A-100234',
        paidToPublisher: false,
        basketProducts: null,
      },
      id: '1591984035',
      lenient: [
        'publisherId',
        'campaign',
        'networkFee',
        'advertiserCost',
        'clickRefs',
        'clickDate',
        'validationDate',
        'type',
        'declineReason',
        'voucherCode',
        'customerAcquisition',
        'orderRef',
        'paidToPublisher',
        'basketProducts',
        'commissionAmount',
      ],
      malformed: [
        [{ id: null }, /id is null/],
        [{ transactionDate: '14/04/2026' }, /transactionDate "14\/04\/2026"/],
        [{ transactionDate: '2026-04-31T10:00:00' }, /transactionDate/],
        [{ saleAmount: { amount: '12,x0', currency: 'EUR' } }, /saleAmount\.amount "12,x0"/],
        [{ saleAmount: { amount: 3 } }, /saleAmount\.currency missing/],
        [{ saleAmount: null }, /saleAmount null/],
        [{ commissionAmount: { amount: true, currency: 'EUR' } }, /commissionAmount\.amount true/],
        [{ networkFee: { amount: 1, currency: 'euro' } }, /networkFee\.currency "euro"/],
      ],
      wrap: bare,
    })),
  ],
  partnerstack: [
    {
      resource: 'partnerships',
      path: '/partnerships',
      query: { limit: '100', include_archived: 'true' },
      row: {
        key: 'part_9xQ2',
        partner_key: 'trailnotes',
        email: 'mara@trailnotes.example',
        first_name: 'Mara',
        last_name: 'Lind',
        group: { key: 'grp_71', name: 'Content partners' },
        joined_at: created,
        created_at: created,
        updated_at: created,
        team: { key: 'team_3', name: 'Trail Notes' },
      },
      id: 'part_9xQ2',
      lenient: ['partner_key', 'email', 'first_name', 'last_name', 'group', 'joined_at', 'team'],
      malformed: [[{ key: null }, /key is null/]],
      wrap: envelope,
    },
    {
      resource: 'partnerships',
      path: '/partnerships',
      query: { limit: '100', include_archived: 'true', min_updated: `${Date.UTC(2026, 3, 1)}` },
      dateType: 'updated',
      row: { key: 'part_9xQ2', created_at: created },
      id: 'part_9xQ2',
      lenient: ['created_at'],
      malformed: [[{ key: '' }, /key is ""/]],
      wrap: envelope,
    },
    {
      resource: 'transactions',
      path: '/transactions',
      query: {
        limit: '100',
        min_created: `${Date.UTC(2026, 3, 1)}`,
        max_created: `${Date.UTC(2026, 4, 1) - 1}`,
        order_by: '-created_at',
      },
      row: {
        key: 'tran_5tY',
        amount: 12900,
        amount_usd: 14022,
        currency: 'EUR',
        approved: true,
        archived: false,
        category_key: 'subscription',
        customer: { key: 'cus_Ab1' },
        customer_key: 'cus_Ab1',
        partnership_key: 'part_9xQ2',
        metadata: { order: 'A-100234' },
        test: false,
        created_at: created,
      },
      id: 'tran_5tY',
      lenient: ['amount_usd', 'archived', 'category_key', 'customer', 'metadata', 'test'],
      malformed: [
        [{ key: null }, /key is null/],
        [{ created_at: 'soon' }, /created_at "soon"/],
        [{ created_at: created / 1000 }, /created_at/],
        [{ amount: 12.5 }, /amount 12\.5/],
        [{ amount: null }, /amount null/],
        [{ currency: null }, /currency null/],
      ],
      wrap: envelope,
    },
    {
      resource: 'rewards',
      path: '/rewards',
      query: {
        limit: '100',
        min_created: `${Date.UTC(2026, 3, 1)}`,
        max_created: `${Date.UTC(2026, 4, 1) - 1}`,
        order_by: '-created_at',
      },
      row: {
        key: 'rew_77a',
        amount: 2580,
        reward_status: 'pending',
        description: '20% of subscription',
        decline_reason: null,
        customer: { key: 'cus_Ab1' },
        partnership: { key: 'part_9xQ2' },
        transaction: { key: 'tran_5tY' },
        created_at: created,
      },
      id: 'reward:rew_77a',
      lenient: ['description', 'decline_reason', 'customer', 'transaction', 'partnership'],
      malformed: [
        [{ key: 0 }, /key is 0/],
        [{ amount: 'n/a' }, /amount "n\/a"/],
        [{ currency: 'dollars' }, /currency "dollars"/],
        [{ created_at: null }, /created_at null/],
      ],
      wrap: envelope,
    },
    {
      resource: 'leads',
      path: '/leads',
      query: { limit: '100' },
      row: {
        key: 'lead_1',
        amount: 90000,
        approved: false,
        status: 'submitted',
        external_key: 'crm-1',
        partnership_key: 'part_9xQ2',
        created_at: created,
      },
      id: 'lead:lead_1',
      lenient: ['amount', 'approved', 'external_key', 'partnership_key'],
      malformed: [
        [{ key: null }, /key is null/],
        [{ created_at: null }, /created_at/],
      ],
      wrap: envelope,
    },
    ...(['groups', 'customers', 'deals', 'actions'] as const).map((resource): Sample => ({
      resource,
      path: `/${resource}`,
      query: { limit: '100' },
      row: { key: 'x_1', created_at: created, updated_at: created },
      id: 'x_1',
      lenient: ['created_at', 'updated_at'],
      malformed: [[{ key: null }, /key is null/]],
      wrap: envelope,
    })),
  ],
};
