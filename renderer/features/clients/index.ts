import { onDemand } from '../../ui/on-demand';

export { PortfolioScreen } from './portfolio/portfolio-screen';
export const ReviewScreen = onDemand(
  async () => (await import('./reviews/review-screen')).ReviewScreen,
);
export const ReviewsScreen = onDemand(
  async () => (await import('./reviews/reviews-screen')).ReviewsScreen,
);
