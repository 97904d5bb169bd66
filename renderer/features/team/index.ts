import { onDemand } from '../../ui/on-demand';

/** Team: the day of the person at the desk. */
export const MyDayScreen = onDemand(
  async () => (await import('./my-day/my-day-screen')).MyDayScreen,
);
