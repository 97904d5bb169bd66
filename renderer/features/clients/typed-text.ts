import { useEffect, useState } from 'react';
import { showFailure } from '../../ui/notify';
import { TypedValue, type StoreValue } from './typed-value';

export interface TypedText {
  readonly words: string;
  readonly type: (words: string) => void;
}

/** A text that is stored as it is typed; `stored` is what its record holds, changed last at `at` (ms UTC). */
export function useTypedText(stored: string, at: number, store: StoreValue<string>): TypedText {
  const [typed] = useState(() => new TypedValue({ value: stored, at }));
  const [words, setWords] = useState(stored);

  useEffect(() => {
    if (typed.hear({ value: stored, at })) setWords(stored);
  }, [typed, stored, at]);

  return {
    words,
    type: (next) => {
      setWords(next);
      typed.type(next, store).catch(showFailure);
    },
  };
}
