import type { MatchDoubt, MatchQuestion, MatchReason } from '../../../shared/domain/matches';
import { textIn } from '../kept-records';
import type { Values } from '../kept-sheet';
import type { Trait } from './traits';

/** How much each reason speaks for two records being one, if nothing else were known. */
const weights: Readonly<Record<MatchReason['code'], number>> = {
  'same-tax-number': 0.95,
  'same-site': 0.92,
  'same-mailbox': 0.9,
  'same-handle': 0.85,
  'same-name': 0.6,
  'same-site-name': 0.5,
  'mail-at-site': 0.5,
  'name-of-site': 0.5,
};

/** What is left of the score when something speaks against it. */
const doubtFactors: Readonly<Record<MatchDoubt, number>> = {
  'other-site': 0.6,
  'other-country': 0.85,
  'other-type': 0.9,
};

/** Below this a pair is not worth anybody's time. */
export const leastScore = 0.5;

export interface Judged {
  readonly score: number;
  /** The strongest first. */
  readonly reasons: readonly MatchReason[];
  readonly doubts: readonly MatchDoubt[];
}

/** A record with its traits. */
export interface Recognized {
  readonly values: Values;
  readonly traits: readonly Trait[];
}

/**
 * Judges two records: reasons are independent of each other, so that what is left of the doubt is the product of what each
 * leaves; the score is 1 less that, times what speaks against it.
 */
export function judge(question: MatchQuestion, one: Recognized, other: Recognized): Judged {
  const reasons = reasonsOf(one.traits, other.traits);
  const doubts = doubtsOf(one, other, reasons).filter(
    // A company has sites and brands in several countries.
    (each) => question !== 'belongs' || each === 'other-type',
  );
  const doubt = reasons.reduce((left, { code }) => left * (1 - weights[code]), 1);
  const score = doubts.reduce((rest, each) => rest * doubtFactors[each], 1 - doubt);
  return { score, reasons, doubts };
}

function reasonsOf(one: readonly Trait[], other: readonly Trait[]): readonly MatchReason[] {
  const found = new Map<MatchReason['code'], MatchReason>();
  for (const mine of one) {
    for (const theirs of other) {
      if (mine.key !== theirs.key) continue;
      const code = reasonOf(mine.part, theirs.part);
      const words = mine.key.slice(mine.key.indexOf(':') + 1);
      if (code !== null && !found.has(code)) found.set(code, { code, words });
    }
  }
  const isSameSite = found.has('same-site');
  // A mailbox at the site, or a name like the site's, says nothing that the site itself has not said.
  if (isSameSite || found.has('same-mailbox')) found.delete('mail-at-site');
  if (isSameSite) found.delete('same-site-name');
  if (isSameSite || found.has('same-name') || found.has('same-site-name'))
    found.delete('name-of-site');
  return [...found.values()].sort((a, b) => weights[b.code] - weights[a.code]);
}

function reasonOf(mine: Trait['part'], theirs: Trait['part']): MatchReason['code'] | null {
  if (mine === theirs) {
    switch (mine) {
      case 'site':
        return 'same-site';
      case 'mailbox':
        return 'same-mailbox';
      case 'handle':
        return 'same-handle';
      case 'tax':
        return 'same-tax-number';
      case 'name':
        return 'same-name';
      case 'site-name':
        return 'same-site-name';
      case 'mail':
        // Two people of one company may look after two partners.
        return null;
      case 'stem':
        // Two companies may well deal in the same thing.
        return null;
    }
  }
  const parts = [mine, theirs];
  if (parts.includes('site') && parts.includes('mail')) return 'mail-at-site';
  if (parts.includes('name') && parts.includes('stem')) return 'same-name';
  return parts.includes('name') && parts.includes('site-name') ? 'name-of-site' : null;
}

function doubtsOf(
  one: Recognized,
  other: Recognized,
  reasons: readonly MatchReason[],
): readonly MatchDoubt[] {
  const differ = (field: string): boolean => {
    const [mine, theirs] = [textIn(one.values, field), textIn(other.values, field)];
    return mine !== null && theirs !== null && mine.toLowerCase() !== theirs.toLowerCase();
  };
  const has = ({ traits }: Recognized): boolean => traits.some(({ part }) => part === 'site');
  const isOtherSite =
    has(one) &&
    has(other) &&
    !reasons.some(({ code }) => code === 'same-site' || code === 'same-site-name');
  return [
    ...(isOtherSite ? (['other-site'] as const) : []),
    ...(differ('country') ? (['other-country'] as const) : []),
    ...(differ('type') ? (['other-type'] as const) : []),
  ];
}
