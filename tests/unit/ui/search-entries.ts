import { expect } from 'vitest';
import {
  SearchIndex,
  type Asked,
  type SearchEntry,
} from '../../../renderer/data/search/search-index';
import { understand, type SearchContext } from '../../../renderer/data/search/understand';
import { readSearchText } from '../../../shared/domain/search-text';
import { parseDay } from '../../../shared/kernel/days';

export function entry(
  kind: string,
  id: string,
  name: string,
  more: Partial<SearchEntry> = {},
): SearchEntry {
  return {
    kind,
    id,
    name,
    hint: '',
    texts: [],
    client: null,
    program: null,
    partner: null,
    parent: null,
    screen: null,
    owner: undefined,
    state: null,
    isClosed: false,
    day: null,
    ...more,
  };
}

export function indexOf(...entries: readonly SearchEntry[]): SearchIndex {
  const index = new SearchIndex(['client', 'partner', 'contact', 'task']);
  for (const each of entries) index.put(each);
  return index;
}

export function asking(words: string): Asked {
  return { words: [words], phrases: [], without: [], passes: null };
}

export function names(index: SearchIndex, text: string): string[] {
  return index
    .find(asking(text), 5)
    .groups.flatMap(({ records }) => records.map(({ entry: { name } }) => name));
}

const today = parseDay('2026-11-22') ?? 0;

export function contextOf(index: SearchIndex, more: Partial<SearchContext> = {}): SearchContext {
  return { index, today, me: null, partnerPrograms: null, ...more };
}

/** Everything that the text finds, by its whole way. */
export function found(context: SearchContext, text: string): string[] {
  const { asked, problems } = understand(readSearchText(text), context);
  expect(problems).toEqual([]);
  return context.index
    .find(asked, 20)
    .groups.flatMap(({ records }) => records.map(({ entry: { name } }) => name))
    .sort();
}

export function problemsOf(context: SearchContext, text: string): readonly string[] {
  return understand(readSearchText(text), context).problems;
}
