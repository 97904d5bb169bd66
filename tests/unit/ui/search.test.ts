import { describe, expect, it } from 'vitest';
import { excerptOf } from '../../../renderer/data/search/excerpt';
import { foldWords, plainText } from '../../../renderer/data/search/fold';
import { hitOf } from '../../../renderer/data/search/hit';
import { SlipCounter } from '../../../renderer/data/search/typos';
import { entry, indexOf, asking, names } from './search-entries';

describe('words', () => {
  it('are compared without case, accents and signs', () => {
    expect(plainText('Vélo-Atelier.fr')).toBe('velo atelier fr');
    expect(plainText('Łódź Straße Ørsted')).toBe('lodz strasse orsted');
    expect(plainText('  …  ')).toBe('');
    expect(foldWords('Müller')).toEqual([{ plain: 'muller', writtenOut: 'mueller' }]);
    expect(names(indexOf(entry('client', '1', 'Vélo Atelier')), 'VELO at')).toEqual([
      'Vélo Atelier',
    ]);
  });

  it('with an umlaut are found however it is written', () => {
    const index = indexOf(
      entry('contact', '1', 'Ida Müller'),
      entry('contact', '2', 'Jan Muller'),
      entry('contact', '3', 'Kai Mueller'),
    );
    for (const text of ['müller', 'Muller', 'mueller', 'MUELL', 'müll']) {
      expect(names(index, text).sort(), text).toEqual(['Ida Müller', 'Jan Muller', 'Kai Mueller']);
    }
  });
});

describe('what is found', () => {
  it('begins with an equal name, then beginnings, then parts, then other fields', () => {
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

  it('has every word, wherever it stands', () => {
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
    const { groups, total } = indexOf(...many, entry('client', 'c', 'Casa')).find(
      asking('casa'),
      3,
    );
    expect(groups.map(({ kind, total: all, records }) => [kind, all, records.length])).toEqual([
      ['client', 1, 1],
      ['partner', 400, 3],
    ]);
    expect(total).toBe(401);
  });

  it('shows what is still open before what has come to an end', () => {
    const index = indexOf(
      entry('task', '1', 'Call Nora', { isClosed: true }),
      entry('task', '2', 'Call Nora again'),
    );
    expect(names(index, 'call')).toEqual(['Call Nora again', 'Call Nora']);
  });

  it('says whom a record is about', () => {
    const index = indexOf(
      entry('client', 'c', 'Vélo Atelier'),
      entry('contact', '1', 'Ida Berg', { client: 'c', hint: 'Head of Growth' }),
    );
    const [record] = index.find(asking('ida'), 5).groups[0]?.records ?? [];
    const hit = record && hitOf(record, index, null);
    expect(hit?.about).toEqual(['Vélo Atelier', 'Head of Growth']);
  });

  it('shows what it says around a word that its name lacks', () => {
    const text = `${'Before. '.repeat(20)}They plan a second site in Zürich for spring.${' After.'.repeat(20)}`;
    expect(excerptOf(['Nothing', text], ['zurich'])).toMatch(/^….*second site in Zürich for.*…$/);
    expect(excerptOf(['Short Zürich'], ['zuer'])).toBe('Short Zürich');
    expect(excerptOf(['Nothing'], ['zurich'])).toBeNull();
  });

  it('follows changes and deletions', () => {
    const index = indexOf(entry('partner', '1', 'Old Name'), entry('partner', '2', 'Other'));
    expect(names(index, 'name')).toEqual(['Old Name']);
    index.put(entry('partner', '1', 'New Name'));
    index.remove('2');
    index.remove('never there');
    expect(names(index, 'old')).toEqual([]);
    expect(names(index, 'new')).toEqual(['New Name']);
    expect(names(index, 'other')).toEqual([]);
    expect(index.size).toBe(1);
  });
});

function slips(typed: string, word: string, most: number): { whole: number; beginning: number } {
  const counter = new SlipCounter(typed, most);
  counter.count(word);
  return { whole: counter.whole, beginning: counter.beginning };
}

describe('typos', () => {
  it('are a letter too many, too few, another, or two swapped', () => {
    expect(slips('nordlicht', 'nordlicht', 2)).toEqual({ whole: 0, beginning: 0 });
    expect(slips('nrodlicht', 'nordlicht', 2).whole).toBe(1);
    expect(slips('nordlich', 'nordlicht', 2)).toEqual({ whole: 1, beginning: 0 });
    expect(slips('nortlixht', 'nordlicht', 2).whole).toBe(2);
    expect(slips('lamp', 'nordlicht', 1).whole).toBeGreaterThan(1);
  });

  it('find the word that was meant, one from four letters, two from eight', () => {
    const index = indexOf(entry('client', '1', 'Nordlicht'), entry('client', '2', 'Deal Port'));
    for (const text of ['nrodlicht', 'nordlciht', 'nortlixht', 'norlicht', 'nrodl', 'daelport']) {
      expect(names(index, text), text).toEqual(text === 'daelport' ? [] : ['Nordlicht']);
    }
    expect(names(index, 'dael')).toEqual(['Deal Port']);
    expect(names(index, 'nxrxlicht')).toEqual(['Nordlicht']);
    expect(names(index, 'nxrxlxcht')).toEqual([]);
    expect(names(index, 'prt')).toEqual([]);
  });

  it('stand behind what was typed to the letter, marked as similar', () => {
    const index = indexOf(
      entry('partner', '1', 'Trial Shop'),
      entry('partner', '2', 'Other', { texts: ['trail'] }),
      entry('partner', '3', 'Trail Notes'),
    );
    const records = index.find(asking('trail'), 5).groups.flatMap((group) => group.records);
    expect(records.map(({ entry: { name }, isSimilar }) => [name, isSimilar])).toEqual([
      ['Trail Notes', false],
      ['Other', false],
      ['Trial Shop', true],
    ]);
  });

  it('are not guessed in numbers, nor where enough fits', () => {
    const many = Array.from({ length: 20 }, (_, at) => entry('partner', `p${at}`, `Trail ${at}`));
    const index = indexOf(...many, entry('partner', 'x', 'Trial'), entry('task', 't', '104512'));
    expect(index.find(asking('trail'), 50).total).toBe(20);
    expect(names(index, '104511')).toEqual([]);
  });
});
