import { z } from 'zod';
import {
  networkSchema,
  partnerTypeSchema,
  programModelSchema,
  teamRoleSchema,
} from '../../../shared/domain/vocabulary';
import type { PartnerType } from '../../../shared/domain/vocabulary';
import type { ClientCalendar } from '../../../shared/records/clients/client';

/*
 * What an agency's own books say, as one JSON document: the people, clients, goals and promises that no network knows.
 * Names stand for references; amounts are minor units. Fields that this version doesn't know are left alone.
 */

const isoDay = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);
const name = z.string().trim().min(1).max(300);
const weekdays = [
  'monday',
  'tuesday',
  'wednesday',
  'thursday',
  'friday',
  'saturday',
  'sunday',
] as const;
const weekday = z.enum(weekdays).transform((word) => weekdays.indexOf(word) + 1);
const monthNumber = z.number().int().min(1).max(12);

const calendar = z
  .discriminatedUnion('kind', [
    z.object({
      kind: z.literal('months'),
      fiscalYearStartMonth: monthNumber,
      firstWeekday: weekday,
    }),
    z.object({
      kind: z.literal('weeks'),
      pattern: z.enum(['4-4-5', '4-5-4', '5-4-4']),
      yearEndMonth: monthNumber,
      yearEndsOn: weekday,
      yearEndRule: z.enum(['last', 'nearest']),
    }),
  ])
  .transform((given): ClientCalendar => {
    if (given.kind === 'months') {
      const { fiscalYearStartMonth: startMonth, firstWeekday } = given;
      return { kind: 'months', startMonth, firstWeekday };
    }
    return {
      kind: 'weeks',
      pattern: given.pattern,
      // A year starts on the day after the one that the year before ended on.
      startMonth: (given.yearEndMonth % 12) + 1,
      firstWeekday: (given.yearEndsOn % 7) + 1,
      rule: given.yearEndRule,
    };
  });

const roleWords: Readonly<Record<string, string>> = {
  'affiliate-recruitment-specialist': 'recruitment-specialist',
};
const role = z
  .string()
  .transform((word) => roleWords[word] ?? word)
  .pipe(teamRoleSchema);

/** Words for partner types that agencies use beside the taxonomy's own. */
const typeWords: Readonly<Record<string, PartnerType>> = {
  loyalty: 'cashback',
  influencer: 'creator',
  comparison: 'content',
  subnetwork: 'sub-network',
  consultant: 'b2b-referral',
  reseller: 'b2b-referral',
  integration: 'technology',
  'review-site': 'content',
};
const partnerType = z
  .string()
  .transform((word) => partnerTypeSchema.safeParse(typeWords[word] ?? word).data ?? 'other');

const measure = z
  .string()
  .transform((word) => (word === 'affiliateShare' ? 'shareOfSales' : word))
  .nullable();

export const agencySchema = z.object({
  team: z.array(z.object({ name, role, email: name.optional() })),
  clients: z.array(
    z.object({
      name,
      legalName: name.optional(),
      industry: name.optional(),
      website: name.optional(),
      color: name.optional(),
      calendar,
      manager: name.optional(),
      support: z.array(name).default([]),
    }),
  ),
  programs: z.array(
    z.object({
      name,
      client: name,
      network: networkSchema,
      account: name,
      model: programModelSchema,
      market: name.optional(),
      currency: z.string(),
      timeZone: z.string().default('UTC'),
      cookieDays: z.number().int().optional(),
      validationDays: z.number().int().optional(),
    }),
  ),
  goals: z.array(
    z.object({
      client: name,
      program: name.nullable(),
      metric: measure.unwrap(),
      from: isoDay,
      to: isoDay,
      target: z.number(),
      unit: z.enum(['percent', 'minor', 'count']),
      currency: z.string().nullable(),
    }),
  ),
  clientTotals: z.array(
    z.object({
      client: name,
      month: z.string(),
      currency: z.string(),
      revenue: z.number().int(),
      orders: z.number().int().nullish(),
      newCustomers: z.number().int().nullish(),
    }),
  ),
  contacts: z.array(
    z.object({ client: name, name, title: name.optional(), email: name.optional() }),
  ),
  notes: z.array(
    z.object({
      client: name,
      program: name.nullable(),
      author: name.nullish(),
      at: z.iso.datetime(),
      text: z.string().min(1),
    }),
  ),
  commitments: z.array(
    z.object({
      client: name,
      side: z.enum(['ours', 'client']),
      owner: name.nullish(),
      text: name,
      metric: measure,
      baseline: z.number().nullable(),
      madeOn: isoDay.optional(),
      dueOn: isoDay,
      verdict: z.enum(['delivered', 'partly', 'not-delivered', 'not-verifiable']).nullable(),
    }),
  ),
  /** Records of any kind; a reference is a name, `#` and the key of an earlier row, or the id of what every desk has. */
  records: z
    .array(z.object({ kind: name, key: name.optional(), values: z.record(z.string(), z.json()) }))
    .default([]),
  identities: z.array(
    z.object({
      partner: name,
      type: partnerType,
      domain: name.optional(),
      country: name.optional(),
      /** Who signs for it. */
      company: name.optional(),
      accounts: z.array(
        z.object({ network: networkSchema, account: name.nullable(), id: z.string().min(1) }),
      ),
    }),
  ),
});

/** An agency's books as this version reads them. */
export type Agency = z.infer<typeof agencySchema>;
