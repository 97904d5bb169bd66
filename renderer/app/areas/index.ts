import type { Area } from './area';
import { education, technology, team } from './agency';
import { portfolio, programs, performance, reviews } from './clients';
import { search, myDay, sync, settings } from './desk';
import { partners, recruitment, relationships, campaigns, compliance } from './partners';

export type { Area, AreaEntry, Place } from './area';

/**
 * The areas that have a working screen, in the order of a working day. A new screen is one line of its area; its feature's
 * door gives it `onDemand`, so that a start reads only the portfolio's code.
 */
export const areas: readonly Area[] = [
  search,
  myDay,
  portfolio,
  programs,
  partners,
  recruitment,
  relationships,
  campaigns,
  performance,
  reviews,
  compliance,
  education,
  technology,
  team,
  sync,
  settings,
];

/** Is there a list of these records? */
export function hasList(kind: string): boolean {
  return areas.some(({ entries }) =>
    entries.some(({ to }) => to.area === 'records' && to.kind === kind),
  );
}
