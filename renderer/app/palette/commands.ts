import { kindOf } from '../../../shared/records/index';
import { areas } from '../areas';
import { hrefOf, type Route } from '../routes';

/** A screen that can be opened. */
export interface ScreenCommand {
  readonly words: string;
  readonly area: string;
  readonly to: Route;
  /** The keys that lead there; null where there are none. */
  readonly keys: string | null;
}

/** Every place of every area. */
export function screenCommands(): readonly ScreenCommand[] {
  return areas.flatMap(({ label, letter, entries }) =>
    entries.map(({ label: entry, to }, at) => ({
      words: at === 0 && entry !== label ? `${label}: ${entry}` : entry,
      area: label,
      to,
      keys: at === 0 ? `g ${letter}` : null,
    })),
  );
}

/** A kind of record of which a new one can be begun. */
export interface NewCommand {
  readonly words: string;
  readonly area: string;
  /** The place where it is begun, by its wish `new`. */
  readonly to: Route;
}

/** A new record of every kind that has a list. */
export function newCommands(): readonly NewCommand[] {
  const listed = areas.flatMap(({ label, entries }) =>
    entries.flatMap(({ to }) =>
      to.area === 'records'
        ? [{ words: `New ${kindOf(to.kind).label.toLowerCase()}`, area: label, to }]
        : [],
    ),
  );
  const partners: Route = { area: 'partners' };
  const home = areas.find(({ entries }) =>
    entries.some(({ to }) => hrefOf(to) === hrefOf(partners)),
  );
  return [{ words: 'New partner', area: home?.label ?? '', to: partners }, ...listed];
}
