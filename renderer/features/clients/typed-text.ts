import { useEffect, useRef, useState } from 'react';
import { showFailure } from '../../ui/notify';

export interface TypedText {
  readonly words: string;
  readonly type: (words: string) => void;
}

/**
 * A text that is stored as it is typed. One write is on its way at a time, with everything typed until then; `stored` is
 * what the record holds, and replaces the words only while nothing of the person's is on its way.
 */
export function useTypedText(stored: string, store: (words: string) => Promise<void>): TypedText {
  const [words, setWords] = useState(stored);
  const newest = useRef(stored);
  const kept = useRef(stored);
  const writing = useRef(false);

  useEffect(() => {
    if (writing.current || newest.current !== kept.current || stored === kept.current) return;
    kept.current = stored;
    newest.current = stored;
    setWords(stored);
  }, [stored]);

  const flush = async (): Promise<void> => {
    if (writing.current) return;
    writing.current = true;
    try {
      while (newest.current !== kept.current) {
        const next = newest.current;
        await store(next);
        kept.current = next;
      }
    } catch (thrown) {
      showFailure(thrown);
    } finally {
      writing.current = false;
    }
  };

  return {
    words,
    type: (next) => {
      newest.current = next;
      setWords(next);
      void flush();
    },
  };
}
