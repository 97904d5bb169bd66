import { onDemand } from '../../ui/on-demand';

export { PortfolioScreen } from './portfolio/portfolio-screen';
export const ReviewEditorScreen = onDemand(
  async () => (await import('./reviews/editor/editor-screen')).ReviewEditorScreen,
);
export const ReviewScreen = onDemand(
  async () => (await import('./reviews/review-screen')).ReviewScreen,
);
export const ReviewsScreen = onDemand(
  async () => (await import('./reviews/reviews-screen')).ReviewsScreen,
);
export const WeeklyNotesScreen = onDemand(
  async () => (await import('./weekly-notes/weekly-notes-screen')).WeeklyNotesScreen,
);
