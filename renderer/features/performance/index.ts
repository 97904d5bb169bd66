import { onDemand } from '../../ui/on-demand';

export const ExplorerScreen = onDemand(
  async () => (await import('./explorer/explorer-screen')).ExplorerScreen,
);
export { addressOf, firstSettings, type ExploreSettings } from './explorer/settings';
