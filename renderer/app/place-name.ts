import { useEffect } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';

/** What the screen that is shown calls itself; null until it does. */
const placeName = createStore<{ readonly name: string | null }>(() => ({ name: null }));

/** Names the place in the breadcrumb, such as by the program that is shown; null while that is not known. */
export function usePlaceName(name: string | null): void {
  useEffect(() => {
    placeName.setState({ name });
    return () => placeName.setState({ name: null });
  }, [name]);
}

/** The name that the present screen gave itself. */
export function useShownPlaceName(): string | null {
  return useStore(placeName, ({ name }) => name);
}
