import type { PartnerStatus } from '../../../shared/domain/partner-list';
import { partnerTypeNames } from '../../../shared/domain/partner-type-names';

const tierNames: Readonly<Record<string, string>> = {
  strategic: 'Strategic',
  growth: 'Growth',
  standard: 'Standard',
  'self-serve': 'Self-serve',
};

const statusNames: Readonly<Record<PartnerStatus, string>> = {
  joined: 'Joined',
  left: 'Left',
  'left-early': 'Left before the first sync',
  'not-read': 'Not read yet',
  'no-account': 'No account',
};

/** A service tier as people read it. */
export function tierName(tier: string): string {
  return tierNames[tier] ?? tier;
}

/** How a partner stands, in words. */
export function statusWords(status: string): string {
  const names: Readonly<Record<string, string>> = statusNames;
  return names[status] ?? status;
}

/** Every type and tier with its name, for choosing. */
export const typeChoices = Object.entries(partnerTypeNames)
  .filter(([value]) => value !== 'none')
  .map(([value, label]) => ({ value, label }));
export const tierChoices = Object.entries(tierNames).map(([value, label]) => ({ value, label }));
