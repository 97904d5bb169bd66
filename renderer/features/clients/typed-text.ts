import { useEffect, useState, useSyncExternalStore } from 'react';
import { showFailure } from '../../ui/notify';
import { TypedValue, type StoreValue } from './typed-value';

export interface TypedText {
  readonly words: string;
  readonly type: (words: string) => void;
}

/** A text that is stored as it is typed; `stored` is what its record holds, changed last at `at` (ms UTC). */
export function useTypedText(stored: string, at: number, store: StoreValue<string>): TypedText {
  const [typed] = useState(() => new TypedValue({ value: stored, at }));
  useEffect(() => typed.hear({ value: stored, at }), [typed, stored, at]);
  return {
    words: useSyncExternalStore(typed.subscribe, typed.read),
    type: (next) => {
      typed.type(next, store).catch(showFailure);
    },
  };
}
