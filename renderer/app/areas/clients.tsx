import {
  IconBriefcase,
  IconChartDots,
  IconListDetails,
  IconPresentationAnalytics,
} from '@tabler/icons-react';
import {
  PortfolioScreen,
  ReviewEditorScreen,
  ReviewScreen,
  ReviewsScreen,
  WeeklyNotesScreen,
} from '../../features/clients';
import { ExplorerScreen } from '../../features/performance';
import { ProgramScreen } from '../../features/strategy';
import { list, type Area } from './area';

/* Clients, their programs, and what is told to them. */

export const portfolio: Area = {
  label: 'Portfolio',
  icon: IconBriefcase,
  entries: [{ label: 'Portfolio', to: { area: 'portfolio' } }, list('client', 'Clients')],
  letter: 'p',
  stands: 'top',
  screens: { portfolio: { title: 'Portfolio', draw: () => <PortfolioScreen /> } },
};

export const programs: Area = {
  label: 'Programs',
  icon: IconListDetails,
  entries: [
    list('program', 'Programs'),
    list('strategy', 'Strategies'),
    list('commission-structure', 'Commissions'),
    list('terms-version', 'Terms'),
    list('goal', 'Goals'),
    list('competitor', 'Competitors'),
  ],
  letter: 'o',
  stands: 'top',
  screens: { program: { title: 'Program', draw: ({ id }) => <ProgramScreen id={id} /> } },
};

export const performance: Area = {
  label: 'Performance',
  icon: IconChartDots,
  entries: [
    { label: 'Explorer', to: { area: 'explorer' } },
    list('insight', 'Insights'),
    list('experiment', 'Experiments'),
    list('alert-rule', 'Alert rules'),
    list('report-schedule', 'Reports'),
  ],
  letter: 'x',
  stands: 'top',
  screens: { explorer: { title: 'Explorer', draw: () => <ExplorerScreen /> } },
};

export const reviews: Area = {
  label: 'Reviews & reports',
  icon: IconPresentationAnalytics,
  entries: [
    { label: 'Reviews', to: { area: 'reviews' } },
    { label: 'Weekly notes', to: { area: 'weekly-notes' } },
    list('strategy-session', 'Sessions'),
    list('decision', 'Decisions'),
    list('opportunity', 'Opportunities'),
  ],
  letter: 'r',
  stands: 'top',
  screens: {
    reviews: { title: 'Reviews', draw: () => <ReviewsScreen /> },
    review: { title: 'Review', draw: ({ id }) => <ReviewScreen id={id} /> },
    'review-draft': {
      title: 'Review draft',
      draw: ({ id }) => <ReviewEditorScreen key={id} id={id} />,
    },
    'weekly-notes': { title: 'Weekly notes', draw: () => <WeeklyNotesScreen /> },
  },
};
