import { lazy, type ComponentType } from 'react';

/** A screen whose code is read when it is shown first: a start reads only the first screen's. */
export function onDemand<Props extends object>(
  load: () => Promise<ComponentType<Props>>,
): ComponentType<Props> {
  return lazy(async () => ({ default: await load() }));
}
