import { useEffect } from 'react';
import { z } from 'zod';
import { createKeptStore } from './kept-state';
import type { Route } from './routes';

/** More than anybody remembers to have opened. */
const mostRecent = 20;

const placeSchema = z.strictObject({ kind: z.string(), id: z.string() });
/** A record that was opened. */
export type RecentPlace = z.infer<typeof placeSchema>;

/** The records that were opened last, the newest first; kept over restarts. */
export const recents = createKeptStore(
  'recents',
  z.strictObject({ places: z.array(placeSchema).max(mostRecent) }),
  { places: [] },
);

/** Notes that a record was opened. */
export function rememberOpened({ kind, id }: RecentPlace): void {
  recents.setState(({ places }) => ({
    places: [{ kind, id }, ...places.filter((place) => place.id !== id)].slice(0, mostRecent),
  }));
}

/** The record that a place shows as a page; null for any other place. */
export function recordAt(route: Route): RecentPlace | null {
  if (!('id' in route)) return null;
  return { kind: 'kind' in route ? route.kind : route.area, id: route.id };
}

/** Notes every record whose page is gone to. Only the frame calls this. */
export function useRecents(route: Route): void {
  const place = recordAt(route);
  const [kind, id] = [place?.kind, place?.id];
  useEffect(() => {
    if (kind !== undefined && id !== undefined) rememberOpened({ kind, id });
  }, [kind, id]);
}
