import type { Money } from '../kernel/money';

/** What is paid for, in the words of a rule. */
export const paidUnits = [
  'sale',
  'lead',
  'qualified lead',
  'new customer',
  'click',
  'install',
  'thousand views',
  'placement',
  'month',
] as const;
export type PaidUnit = (typeof paidUnits)[number];

export const bonusPeriods = ['month', 'quarter', 'year'] as const;
export type BonusPeriod = (typeof bonusPeriods)[number];

/** What has to be passed within a period: a number of something, or an amount of approved sales. */
export type Threshold =
  | { readonly count: number; readonly of: 'approved orders' | 'approved leads' | 'new customers' }
  | { readonly sales: Money };

/** What a rule pays. Percentages and points are numbers such as 8 or 12.5. */
export type Pay =
  | { readonly kind: 'share'; readonly percent: number }
  | { readonly kind: 'by-customer'; readonly newPercent: number; readonly returningPercent: number }
  | { readonly kind: 'fixed'; readonly amount: Money; readonly per: PaidUnit }
  /** Of a customer's payments: the first `months`; null is as long as the customer pays. */
  | { readonly kind: 'recurring'; readonly percent: number; readonly months: number | null }
  /** On top of another rule, from a threshold on; retroactive pays what lies below it as well. */
  | {
      readonly kind: 'bonus';
      readonly plus: { readonly points: number } | { readonly amount: Money };
      readonly above: Threshold;
      readonly period: BonusPeriod;
      readonly retroactive: boolean;
    };

/** What amounts hold where a share is paid of them. */
export const ruleBases = {
  net: 'net of VAT and shipping',
  'net-with-shipping': 'net of VAT with shipping',
  gross: 'with VAT without shipping',
  'gross-with-shipping': 'with VAT and shipping',
} as const;
export type RuleBasis = keyof typeof ruleBases;

export type Condition =
  | { readonly kind: 'category' | 'code' | 'country' | 'without'; readonly name: string }
  | { readonly kind: 'least' | 'most'; readonly amount: Money };

/** One rule of a commission structure: who · what · basis · condition · from–until. */
export interface CommissionRule {
  /** Null is everybody whom the structure is for. */
  readonly who: string | null;
  readonly pay: Pay;
  readonly basis: RuleBasis | null;
  readonly conditions: readonly Condition[];
  /** Days, inclusive; null is open. */
  readonly from: string | null;
  readonly until: string | null;
}

/** Can this stand as a name in a rule? Commas and colons separate its parts. */
export function isRuleName(name: string): boolean {
  return /^[^\s,:;](?:[^,:;\n]*[^\s,:;])?$/.test(name) && !/\s{2}|[^\S ]/.test(name);
}

/**
 * What a share or an amount costs the client with the network's fee on top, which networks take as a percentage of the
 * commission. Null as long as the fee isn't known.
 */
export function allInCost(commission: number, networkFee: number | null): number | null {
  if (networkFee === null) return null;
  // Percentages have few digits; binary fractions must not show.
  return Math.round(commission * (100 + networkFee) * 1e6) / 1e8;
}
