import type { Icon } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { Route } from '../routes';

/** A place of one kind. */
export type Place<Kind extends Route['area']> = Extract<Route, { readonly area: Kind }>;

/** A screen and what it is called in the breadcrumb, until it names itself with `usePlaceName`. */
interface Screen<Kind extends Route['area']> {
  readonly title: string;
  readonly draw: (place: Place<Kind>) => ReactNode;
}

/** One of the at most six places that stand side by side in an area. */
export interface AreaEntry {
  readonly label: string;
  readonly to: Route;
}

export interface Area {
  readonly label: string;
  readonly icon: Icon;
  /** Its places; the entry in the navigation leads to the first. */
  readonly entries: readonly [AreaEntry, ...AreaEntry[]];
  /** G and then this letter goes there. */
  readonly letter: string;
  /** The foot holds what is about the desk itself; to search the top bar leads. */
  readonly stands: 'top' | 'foot' | 'bar';
  /** Screens of this area by the kind of place; lists of records are the same everywhere. */
  readonly screens: { readonly [Kind in Route['area']]?: Screen<Kind> };
}

/** The list of a kind of record. Kinds are named here so that a start reads no definition; a test holds them together. */
export function list(kind: string, label: string): AreaEntry {
  return { label, to: { area: 'records', kind } };
}
