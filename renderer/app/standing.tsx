import type { ReactNode } from 'react';
import { RecordScreen, RecordsScreen } from '../features/records';
import { onDemand } from '../ui/on-demand';
import { areas, type Area, type AreaEntry, type Place } from './areas';
import { hrefOf, type Route } from './routes';

const SearchScreen = onDemand(async () => (await import('./search/search-screen')).SearchScreen);

/** The area that a place belongs to, with the screen that draws it. */
export interface Standing {
  readonly area: Area;
  /** The entry of the area that is shown, or that leads to what is shown; null for a screen that none leads to. */
  readonly entry: AreaEntry | null;
  readonly screen: { readonly title: string; readonly draw: () => ReactNode };
}

/** Where a place stands; a place without a screen is the portfolio. */
export function standingOf(place: Route): Standing {
  for (const area of areas) {
    const entry = entryOf(area, place);
    const screen =
      entry === null
        ? screenOf(area, place)
        : (recordScreen(place, entry) ?? screenOf(area, place));
    if (screen) return { area, entry, screen };
  }
  return standingOf({ area: 'portfolio' });
}

/** The entry that a place is, or whose list it is from. */
function entryOf({ entries }: Area, place: Route): AreaEntry | null {
  const home: Route =
    place.area === 'record' ? { area: 'records', kind: place.kind } : (listOf[place.area] ?? place);
  return entries.find(({ to }) => hrefOf(to) === hrefOf(home)) ?? null;
}

/** The list that a page made by hand belongs to. */
const listOf: { readonly [Kind in Route['area']]?: Route } = {
  partner: { area: 'partners' },
  program: { area: 'records', kind: 'program' },
  review: { area: 'reviews' },
  'review-draft': { area: 'reviews' },
};

function recordScreen(place: Route, { label }: AreaEntry): Standing['screen'] | null {
  if (place.area === 'records') {
    const { kind } = place;
    return { title: label, draw: () => <RecordsScreen key={kind} kind={kind} /> };
  }
  if (place.area === 'search') return { title: label, draw: () => <SearchScreen /> };
  if (place.area !== 'record') return null;
  const { kind, id } = place;
  return { title: label, draw: () => <RecordScreen key={id} kind={kind} id={id} /> };
}

function screenOf<Kind extends Route['area']>(
  { screens }: Area,
  place: Place<Kind>,
): Standing['screen'] | null {
  const screen = screens[place.area];
  return screen ? { title: screen.title, draw: () => screen.draw(place) } : null;
}
