import { latinName, personName, SCRIPT_COUNT, scriptName } from './names';
import { entry, pick, randomOf } from './random';
import type { Random } from './random';

/** Words for what a partner is, as the agency uses them. */
type PartnerType =
  | 'content'
  | 'coupon'
  | 'cashback'
  | 'loyalty'
  | 'influencer'
  | 'comparison'
  | 'subnetwork'
  | 'email'
  | 'consultant'
  | 'reseller'
  | 'integration'
  | 'review-site';

interface TypeTraits {
  readonly type: PartnerType;
  /** The words of Awin's `primaryType`. */
  readonly label: string;
  readonly share: number;
  /** Orders against the mean, and commission rate against the program's. */
  readonly order: number;
  readonly rate: number;
  /** Share of orders by new customers, and of orders with a code. */
  readonly newShare: number;
  readonly codeShare: number;
}

const RETAIL_TYPES: readonly TypeTraits[] = [
  {
    type: 'content',
    label: 'Editorial Content',
    share: 0.3,
    order: 1.12,
    rate: 1,
    newShare: 0.62,
    codeShare: 0.08,
  },
  {
    type: 'coupon',
    label: 'Coupon Code',
    share: 0.16,
    order: 0.86,
    rate: 0.6,
    newShare: 0.34,
    codeShare: 0.9,
  },
  {
    type: 'cashback',
    label: 'Cashback',
    share: 0.1,
    order: 0.95,
    rate: 0.9,
    newShare: 0.3,
    codeShare: 0.15,
  },
  {
    type: 'loyalty',
    label: 'Loyalty',
    share: 0.08,
    order: 1.05,
    rate: 0.8,
    newShare: 0.28,
    codeShare: 0.1,
  },
  {
    type: 'influencer',
    label: 'Social Influencers',
    share: 0.2,
    order: 0.9,
    rate: 1.25,
    newShare: 0.72,
    codeShare: 0.4,
  },
  {
    type: 'comparison',
    label: 'Comparison Engine',
    share: 0.07,
    order: 1.2,
    rate: 0.7,
    newShare: 0.55,
    codeShare: 0.02,
  },
  {
    type: 'subnetwork',
    label: 'Sub Networks',
    share: 0.05,
    order: 1,
    rate: 0.9,
    newShare: 0.5,
    codeShare: 0.25,
  },
  {
    type: 'email',
    label: 'Email',
    share: 0.04,
    order: 0.92,
    rate: 0.85,
    newShare: 0.4,
    codeShare: 0.3,
  },
];

const BUSINESS_TYPES: readonly TypeTraits[] = [
  {
    type: 'consultant',
    label: 'Consultants',
    share: 0.35,
    order: 1.3,
    rate: 1,
    newShare: 1,
    codeShare: 0,
  },
  {
    type: 'review-site',
    label: 'Review Site',
    share: 0.25,
    order: 0.8,
    rate: 1,
    newShare: 1,
    codeShare: 0,
  },
  {
    type: 'integration',
    label: 'Technology',
    share: 0.2,
    order: 1.1,
    rate: 0.8,
    newShare: 1,
    codeShare: 0,
  },
  {
    type: 'reseller',
    label: 'Resellers',
    share: 0.2,
    order: 1.6,
    rate: 1.2,
    newShare: 1,
    codeShare: 0,
  },
];

const COUNTRIES = [
  'DE',
  'DE',
  'GB',
  'GB',
  'GB',
  'FR',
  'FR',
  'US',
  'US',
  'US',
  'ES',
  'IT',
  'NL',
  'IE',
];

/** One partner as a client would name it: a brand with a site, whatever accounts it has. */
export interface Partner {
  readonly index: number;
  readonly name: string;
  readonly domain: string;
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly country: string;
  readonly traits: TypeTraits;
  readonly business: boolean;
}

function typeOf(random: Random, types: readonly TypeTraits[]): TypeTraits {
  let left = random();
  for (const traits of types) {
    left -= traits.share;
    if (left < 0) return traits;
  }
  return entry(types, 0);
}

/** Invents the partners; those from `retailCount` on work for software vendors only. */
export function makePartners(
  seed: number,
  retailCount: number,
  businessCount: number,
): readonly Partner[] {
  const partners: Partner[] = [];
  let latin = 0;
  const written = new Array<number>(SCRIPT_COUNT).fill(0);
  for (let index = 0; index < retailCount + businessCount; index += 1) {
    const random = randomOf(seed, 201, index);
    const business = index >= retailCount;
    const traits = typeOf(random, business ? BUSINESS_TYPES : RETAIL_TYPES);
    const foreign = random() < 0.12;
    const script = Math.floor(random() * SCRIPT_COUNT);
    let country = pick(random, COUNTRIES);
    let brand = foreign ? undefined : latinName(latin);
    if (brand === undefined) {
      const count = entry(written, script);
      const named = scriptName(script, count);
      written[script] = count + 1;
      country = named.country;
      brand = named;
    } else {
      latin += 1;
    }
    const person = personName(Math.floor(random() * 400));
    const domain = `${brand.slug}.example`;
    partners.push({
      index,
      name: brand.name,
      domain,
      email: `partners@${domain}`,
      firstName: person.first,
      lastName: person.last,
      country,
      traits,
      business,
    });
  }
  return partners;
}
