import { reasonOf } from '../files';

/** Says in words why the disk did not take something, and what that means: `lead` is what doesn't happen now. */
export function diskWords(thrown: unknown, lead: string): string {
  const rest = 'Edits go on and are kept in the store itself; the copy catches up by itself.';
  return `${lead}: ${reasonOf(thrown)} ${rest}`;
}
