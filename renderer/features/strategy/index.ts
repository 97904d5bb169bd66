import { onDemand } from '../../ui/on-demand';

export const ProgramScreen = onDemand(
  async () => (await import('./program/program-screen')).ProgramScreen,
);
