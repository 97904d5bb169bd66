import { useEffect, useRef, useState } from 'react';
import type { SearchAnswer } from '../../../shared/ipc/search';
import { toFailure, type DeskFailure } from '../../../shared/kernel/result';
import { useDesk } from '../desk';

/** How many records of each kind are shown. */
const perKind = 6;

interface SearchState {
  /** What the answer answers; the newest text may be a key further. Null before the first answer. */
  readonly text: string | null;
  readonly answer: SearchAnswer | null;
  readonly failure: DeskFailure | null;
}

/** Asks for every text, one question at a time: of the texts typed meanwhile only the newest is asked. */
export function useSearch(text: string): SearchState {
  const { data } = useDesk();
  const [state, setState] = useState<SearchState>({ text: null, answer: null, failure: null });
  const line = useRef<{ wanted: string; asking: boolean }>({ wanted: text, asking: false });
  useEffect(() => {
    const { current } = line;
    current.wanted = text;
    if (current.asking) return;
    current.asking = true;
    const ask = async (asked: string): Promise<void> => {
      try {
        const answer = await data.call('search', { text: asked, limit: perKind });
        setState({ text: asked, answer, failure: null });
      } catch (thrown) {
        setState({ text: asked, answer: null, failure: toFailure(thrown) });
      }
      if (current.wanted !== asked) await ask(current.wanted);
    };
    void ask(text).finally(() => {
      current.asking = false;
    });
  }, [data, text]);
  return state;
}
