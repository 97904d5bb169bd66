import { describe, expect, it } from 'vitest';
import { plainText } from '../../../renderer/data/search/plain';
import { SearchIndex, type SearchEntry } from '../../../renderer/data/search/search-index';

function entry(
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
    screen: null,
    ...more,
  };
}

function indexOf(...entries: readonly SearchEntry[]): SearchIndex {
  const index = new SearchIndex(['client', 'partner', 'contact']);
  for (const each of entries) index.put(each);
  return index;
}

function names(index: SearchIndex, text: string): string[] {
  return index.find(text, 5).groups.flatMap(({ hits }) => hits.map(({ name }) => name));
}

describe('search', () => {
  it('compares words without case, accents and signs', () => {
    expect(plainText('Vélo-Atelier.fr')).toBe(' velo atelier fr ');
    expect(plainText('  …  ')).toBe(' ');
    expect(names(indexOf(entry('client', '1', 'Vélo Atelier')), 'VELO at')).toEqual([
      'Vélo Atelier',
    ]);
  });

  it('puts an equal name first, then beginnings, then parts, then other fields', () => {
    const index = indexOf(
      entry('partner', '1', 'Blog of Nora', { texts: ['nord'] }),
      entry('partner', '2', 'Fjordnord'),
      entry('partner', '3', 'The Nord Pass'),
      entry('partner', '4', 'Nord Deals'),
      entry('partner', '5', 'Nord'),
    );
    expect(names(index, 'nord')).toEqual([
      'Nord',
      'Nord Deals',
      'The Nord Pass',
      'Fjordnord',
      'Blog of Nora',
    ]);
  });

  it('wants every word, wherever it stands', () => {
    const index = indexOf(
      entry('contact', '1', 'Ida Berg', { texts: ['ida@shop.example'] }),
      entry('contact', '2', 'Ida Strand'),
    );
    expect(names(index, 'ida shop')).toEqual(['Ida Berg']);
    expect(names(index, 'ida nobody')).toEqual([]);
    expect(names(index, '  ')).toEqual([]);
  });

  it('leads with the kind that fits best and counts what is not shown', () => {
    const many = Array.from({ length: 400 }, (_, at) => entry('partner', `p${at}`, `Casa ${at}`));
    const { groups } = indexOf(...many, entry('client', 'c', 'Casa')).find('casa', 3);
    expect(groups.map(({ kind, total, hits }) => [kind, total, hits.length])).toEqual([
      ['client', 1, 1],
      ['partner', 400, 3],
    ]);
  });

  it('finds the same letter by letter as at once, whatever was asked before', () => {
    const index = indexOf(
      entry('partner', '1', 'Deal Nord'),
      entry('partner', '2', 'Nordic Deals', { texts: ['dealer'] }),
      entry('client', '3', 'Ideal Home'),
    );
    const texts = ['d', 'de', 'deal', 'deal ', 'deal n', 'deal no', 'i', 'de', 'nord d', 'no'];
    const stepwise = texts.map((text) => names(index, text));
    expect(stepwise).toEqual(
      texts.map((text) =>
        names(
          indexOf(
            entry('partner', '1', 'Deal Nord'),
            entry('partner', '2', 'Nordic Deals', { texts: ['dealer'] }),
            entry('client', '3', 'Ideal Home'),
          ),
          text,
        ),
      ),
    );
    expect(names(index, 'deal')).toHaveLength(3);
    index.put(entry('partner', '4', 'Dealmaker'));
    expect(names(index, 'deal')).toHaveLength(4);
  });

  it('says whom a record is about', () => {
    const index = indexOf(
      entry('client', 'c', 'Vélo Atelier'),
      entry('contact', '1', 'Ida Berg', { client: 'c', hint: 'Head of Growth' }),
    );
    const [hit] = index.find('ida', 5).groups[0]?.hits ?? [];
    expect(hit?.about).toEqual(['Vélo Atelier', 'Head of Growth']);
  });

  it('follows changes and deletions', () => {
    const index = indexOf(entry('partner', '1', 'Old Name'), entry('partner', '2', 'Other'));
    index.put(entry('partner', '1', 'New Name'));
    index.remove('2');
    index.remove('never there');
    expect(names(index, 'old')).toEqual([]);
    expect(names(index, 'new')).toEqual(['New Name']);
    expect(names(index, 'other')).toEqual([]);
    expect(index.size).toBe(1);
  });
});
