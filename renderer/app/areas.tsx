import {
  IconBriefcase,
  IconChartDots,
  IconPresentationAnalytics,
  IconRefresh,
  IconSettings,
  IconUsers,
} from '@tabler/icons-react';
import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import {
  PortfolioScreen,
  ReviewEditorScreen,
  ReviewScreen,
  ReviewsScreen,
  WeeklyNotesScreen,
} from '../features/clients';
import { PartnerScreen, PartnersScreen } from '../features/partners';
import { ExplorerScreen } from '../features/performance';
import { ProgramScreen } from '../features/strategy';
import {
  ConnectScreen,
  ImportsScreen,
  SettingsScreen,
  SetUpScreen,
  SyncScreen,
} from '../features/technology';
import type { Route } from './routes';

/** A place of one kind. */
type Place<Kind extends Route['area']> = Extract<Route, { readonly area: Kind }>;

/** A screen and what it is called in the breadcrumb, until it names itself with `usePlaceName`. */
interface Screen<Kind extends Route['area']> {
  readonly title: string;
  readonly draw: (place: Place<Kind>) => ReactNode;
}

export interface Area {
  readonly label: string;
  readonly icon: Icon;
  /** Where its entry in the navigation leads. */
  readonly home: Route;
  /** G and then this letter goes there. */
  readonly letter: string;
  /** The foot holds what is about the desk itself. */
  readonly stands: 'top' | 'foot';
  /** Screens of this area by the kind of place. */
  readonly screens: { readonly [Kind in Route['area']]?: Screen<Kind> };
}

/**
 * The areas that have a working screen, in the order of a working day. A new screen is one line here; its feature's door
 * gives it `onDemand`, so that a start reads only the portfolio's code.
 */
export const areas: readonly Area[] = [
  {
    label: 'Portfolio',
    icon: IconBriefcase,
    home: { area: 'portfolio' },
    letter: 'p',
    stands: 'top',
    screens: {
      portfolio: { title: 'Portfolio', draw: () => <PortfolioScreen /> },
      program: { title: 'Program', draw: ({ id }) => <ProgramScreen id={id} /> },
    },
  },
  {
    label: 'Partners',
    icon: IconUsers,
    home: { area: 'partners' },
    letter: 'a',
    stands: 'top',
    screens: {
      partners: { title: 'Partners', draw: () => <PartnersScreen /> },
      partner: { title: 'Partner', draw: ({ id }) => <PartnerScreen key={id} id={id} /> },
    },
  },
  {
    label: 'Explorer',
    icon: IconChartDots,
    home: { area: 'explorer' },
    letter: 'x',
    stands: 'top',
    screens: { explorer: { title: 'Explorer', draw: () => <ExplorerScreen /> } },
  },
  {
    label: 'Reviews & reports',
    icon: IconPresentationAnalytics,
    home: { area: 'reviews' },
    letter: 'r',
    stands: 'top',
    screens: {
      reviews: { title: 'Reviews & reports', draw: () => <ReviewsScreen /> },
      review: { title: 'Review', draw: ({ id }) => <ReviewScreen id={id} /> },
      'review-draft': {
        title: 'Review draft',
        draw: ({ id }) => <ReviewEditorScreen key={id} id={id} />,
      },
      'weekly-notes': { title: 'Weekly notes', draw: () => <WeeklyNotesScreen /> },
    },
  },
  {
    label: 'Sync',
    icon: IconRefresh,
    home: { area: 'sync' },
    letter: 's',
    stands: 'foot',
    screens: {
      sync: { title: 'Sync', draw: () => <SyncScreen /> },
      'set-up': { title: 'Set-up', draw: ({ step }) => <SetUpScreen step={step} /> },
      connect: {
        title: 'Connect a network',
        draw: ({ connection }) => <ConnectScreen key={connection} connection={connection} />,
      },
    },
  },
  {
    label: 'Settings',
    icon: IconSettings,
    home: { area: 'settings' },
    letter: ',',
    stands: 'foot',
    screens: {
      settings: { title: 'Settings', draw: () => <SettingsScreen /> },
      imports: { title: 'Import & export', draw: () => <ImportsScreen /> },
    },
  },
];

/** The area that a place belongs to, with the screen that draws it. */
export interface Standing {
  readonly area: Area;
  readonly screen: { readonly title: string; readonly draw: () => ReactNode };
}

/** Where a place stands; a place without a screen is the portfolio. */
export function standingOf(place: Route): Standing {
  for (const area of areas) {
    const screen = screenOf(area, place);
    if (screen) return { area, screen };
  }
  return standingOf({ area: 'portfolio' });
}

function screenOf<Kind extends Route['area']>(
  { screens }: Area,
  place: Place<Kind>,
): Standing['screen'] | null {
  const screen = screens[place.area];
  return screen ? { title: screen.title, draw: () => screen.draw(place) } : null;
}

/** Is there a screen for places of this kind? */
export function hasScreen(kind: Route['area']): boolean {
  return areas.some(({ screens }) => screens[kind] !== undefined);
}
