import { onDemand } from '../../ui/on-demand';

/** Partners: the list at three levels, and everything about one. */
export const PartnersScreen = onDemand(
  async () => (await import('./list/partners-screen')).PartnersScreen,
);
export const PartnerScreen = onDemand(
  async () => (await import('./page/partner-screen')).PartnerScreen,
);
