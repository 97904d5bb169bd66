import { z } from 'zod';

/** Tracking platforms that the product can sync. */
export const networkSchema = z.enum(['awin', 'partnerstack']);
export type Network = z.infer<typeof networkSchema>;

/** Networks that a program can run on. Of those that the product can't sync, figures come as files. */
export const programNetworkSchema = z.enum([
  ...networkSchema.options,
  'impact',
  'cj',
  'rakuten',
  'shareasale',
  'everflow',
  'tapfiliate',
  'refersion',
  'commission-factory',
  'other',
]);
export type ProgramNetwork = z.infer<typeof programNetworkSchema>;

/** What the networks call themselves. */
export const networkNames: Readonly<Record<ProgramNetwork, string>> = {
  awin: 'Awin',
  partnerstack: 'PartnerStack',
  impact: 'impact.com',
  cj: 'CJ',
  rakuten: 'Rakuten',
  shareasale: 'ShareASale',
  everflow: 'Everflow',
  tapfiliate: 'Tapfiliate',
  refersion: 'Refersion',
  'commission-factory': 'Commission Factory',
  other: 'Other network',
};

/** Retail: click → order → validation. B2B: referral → lead → customer → recurring payments. Never in one total. */
export const programModelSchema = z.enum(['retail', 'b2b']);
export type ProgramModel = z.infer<typeof programModelSchema>;

/**
 * Our words for a transaction's state; the network's own word is kept beside it. `deleted` rows leave every total;
 * `unknown` is a word that this version doesn't know and counts nowhere until it does.
 */
export const statuses = ['pending', 'approved', 'declined', 'deleted', 'unknown'] as const;
export const statusSchema = z.enum(statuses);
export type Status = z.infer<typeof statusSchema>;

/** What a row in the transaction facts is. A reward is commission only; a bonus is commission, never an order. */
export const rowTypes = ['sale', 'lead', 'bonus', 'payment', 'reward'] as const;
export type RowType = (typeof rowTypes)[number];

/** Was the buyer new to the client? Empty when the network doesn't say. */
export const customerTypes = ['', 'new', 'returning'] as const;
export type CustomerType = (typeof customerTypes)[number];

/** The first level of the field's partner taxonomy. */
export const partnerTypes = [
  'content',
  'creator',
  'coupon',
  'cashback',
  'browser-software',
  'email',
  'search',
  'display',
  'sub-network',
  'technology',
  'brand-to-brand',
  'b2b-referral',
  'other',
] as const;
export const partnerTypeSchema = z.enum(partnerTypes);
export type PartnerType = z.infer<typeof partnerTypeSchema>;

/** The seven roles of an agency's team. */
export const teamRoleSchema = z.enum([
  'director',
  'senior-account-manager',
  'account-manager',
  'associate-account-manager',
  'recruitment-specialist',
  'data-analyst',
  'creative',
]);
export type TeamRole = z.infer<typeof teamRoleSchema>;
