import type { ExploreRow } from '../../../../shared/domain/explore';
import { useDeskQuery } from '../../../app/desk';
import { windowSize, type Asked } from './use-explorer';

/** Reads the rows that are in sight, window by window; what is not there yet is undefined. */
export function useExploreRows(
  { question, answer }: Asked,
  first: number,
  last: number,
): (index: number) => ExploreRow | undefined {
  const [from, to] = [Math.floor(first / windowSize), Math.floor(last / windowSize)];
  const ask = (part: number) =>
    part === 0 ? null : { ...question, offset: part * windowSize, limit: windowSize };
  const upper = useDeskQuery('explore', ask(from));
  const lower = useDeskQuery('explore', to === from ? null : ask(to));
  return (index) => {
    const part = Math.floor(index / windowSize);
    const rows = part === 0 ? answer.rows : part === from ? upper.value?.rows : lower.value?.rows;
    return rows?.[index - part * windowSize];
  };
}
