import { z } from 'zod';
import { createKeptStore } from './kept-state';

/** How the person likes the frame on this machine. */
export const frameState = createKeptStore(
  'frame',
  z.strictObject({ foldedNavigation: z.boolean() }),
  { foldedNavigation: false },
);

/** Folds the navigation to its icons, or unfolds it. */
export function toggleNavigation(): void {
  frameState.setState(({ foldedNavigation }) => ({ foldedNavigation: !foldedNavigation }));
}
