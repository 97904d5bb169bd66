import { partnerTypes, type PartnerType } from './vocabulary';

/**
 * Networks' own labels for what a publisher does, by words that they contain; the first that fits decides. Labels are
 * free text at the networks, so this reads words, not an enumeration.
 */
const rules: readonly (readonly [RegExp, PartnerType])[] = [
  [/sub[- ]?(network|affiliate)|super[- ]?affiliate|affiliate network|aggregator/, 'sub-network'],
  [
    /cash[- ]?back|loyalty|reward|points|charit|donation|employee benefit|card[- ]linked/,
    'cashback',
  ],
  [
    /coupon|voucher|discount code|promo(tion)?al? code|deal|closed user group|student|incentive/,
    'coupon',
  ],
  [/browser|extension|toolbar|plug-?in|mobile app|\bapps?\b|software/, 'browser-software'],
  [
    /influencer|creator|social|storefront|ambassador|youtube|instagram|tiktok|podcast|stream/,
    'creator',
  ],
  [/comparison shopping|\bcss\b|search|ppc|paid search|sem\b|keyword/, 'search'],
  [/e-?mail|newsletter|mailing|\bcrm\b/, 'email'],
  [
    /retarget|re-?marketing|display|media buy|banner|basket abandon|programmatic|native ad/,
    'display',
  ],
  [
    /consult|reseller|referral|agency|agencies|integrat|\bisv\b|marketplace|partner program/,
    'b2b-referral',
  ],
  [/brand[- ](to[- ]brand|partner)|b2b partner|checkout partner|co-?marketing/, 'brand-to-brand'],
  [
    /technolog|tracking|feed|attribution|on-?site|conversion optimi|service provider|\bcro\b/,
    'technology',
  ],
  [
    /content|editorial|blog|review|comparison|price|communit|forum|media|magazine|news|guide/,
    'content',
  ],
];

/**
 * The partner type behind a network's label such as Awin's `primaryType`. Null when the network doesn't say; `other`
 * when it says something that fits none of our types.
 */
export function mapPartnerType(label: string | null): PartnerType | null {
  const words = label?.trim().toLowerCase() ?? '';
  if (words === '') return null;
  const own = partnerTypes.find((type) => type === words);
  if (own !== undefined) return own;
  return rules.find(([pattern]) => pattern.test(words))?.[1] ?? 'other';
}
