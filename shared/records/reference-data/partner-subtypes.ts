import type { PartnerType } from '../../domain/vocabulary';
import { shipped, slug } from './shipped';

/** The second level of the taxonomy by its first, with what to watch in reports. */
const levels: readonly {
  readonly type: PartnerType;
  readonly watch: string;
  readonly names: readonly string[];
}[] = [
  {
    type: 'content',
    watch: 'Long lag and low conversion, but a high share of new customers',
    names: [
      'Editorial',
      'Niche blog',
      'Review site',
      'Comparison engine',
      'Community or forum',
      'Gift guide',
      'Podcast',
    ],
  },
  {
    type: 'creator',
    watch: 'Sales by code; disclosure has to be checked',
    names: [
      'Large influencer',
      'Small influencer',
      'Micro-creator',
      'Storefront',
      'Live shopping',
      'Ambassador',
      'Student creator',
    ],
  },
  {
    type: 'coupon',
    watch: 'Are the sales incremental? Expired and unauthorized codes',
    names: ['Code site', 'Deal aggregator', 'Closed user group', 'Syndicated coupons'],
  },
  {
    type: 'cashback',
    watch: 'Inquiries about missing transactions, returns, stand-down',
    names: ['Cashback', 'Points', 'Charity', 'Card-linked offer', 'Employee benefit'],
  },
  {
    type: 'browser-software',
    watch: 'Stand-down and a click by the user',
    names: ['Shopping extension', 'App', 'Toolbar'],
  },
  {
    type: 'email',
    watch: 'Proof of opt-in, rules on commercial e-mail',
    names: ['Newsletter owner', 'List publisher'],
  },
  {
    type: 'search',
    watch: 'Policy on paid search: open, restricted or closed',
    names: ['Generic search ads', 'Comparison shopping service', 'Brand bidding by permission'],
  },
  {
    type: 'display',
    watch: 'View-through and deduplication',
    names: ['Retargeting', 'Basket abandonment', 'Media buyer', 'Broker'],
  },
  {
    type: 'sub-network',
    watch: 'Hidden sources: ask for sub-ids',
    names: ['Content monetizer', 'Influencer sub-network', 'Super-affiliate'],
  },
  {
    type: 'technology',
    watch: 'Paid by a service fee or by a share of the commission',
    names: ['On-site conversion', 'Tracking', 'Product feed', 'Attribution'],
  },
  {
    type: 'brand-to-brand',
    watch: 'Introductions to partners who complete each other',
    names: ['Checkout partner', 'Co-marketing', 'Complementary brand'],
  },
  {
    type: 'b2b-referral',
    watch: 'Leads and registered deals by stage',
    names: [
      'Customer referral',
      'Consultant',
      'B2B agency',
      'Reseller',
      'Integration',
      'Marketplace',
    ],
  },
];

export const partnerSubtypes = shipped(
  'partner-subtype',
  levels.flatMap(({ type, watch, names }) =>
    names.map((name) => ({ id: slug(name), name, type, watch })),
  ),
);
