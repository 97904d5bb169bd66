import { onDemand } from '../../ui/on-demand';

/** Partners: the list at three levels, everything about one, and those that look alike. */
export const PartnersScreen = onDemand(
  async () => (await import('./list/partners-screen')).PartnersScreen,
);
export const PartnerScreen = onDemand(
  async () => (await import('./page/partner-screen')).PartnerScreen,
);
export const DuplicatesScreen = onDemand(
  async () => (await import('./duplicates/duplicates-screen')).DuplicatesScreen,
);
