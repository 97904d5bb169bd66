export { PortfolioScreen } from './portfolio/portfolio-screen';
export { ReviewScreen } from './reviews/review-screen';
export { ReviewsScreen } from './reviews/reviews-screen';
