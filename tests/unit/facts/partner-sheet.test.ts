import { expect, test } from 'vitest';
import { sheetOfText, textOfSheet } from '../../../renderer/data/partner-sheet-text';

const kept = {
  place: { clock: '0001', entry: 7, identities: 3 },
  sheet: {
    partners: new Map([
      ['p1', { name: 'Ana', type: 'content' as const }],
      ['p2', { name: 'Bob', type: null }],
    ]),
    identities: new Map([
      ['awin::1', 'p2'],
      ['awin::2', 'deleted'],
      ['awin::3', 'p1'],
      ['awin::4', 'deleted'],
      ['awin::5', 'deleted too'],
    ]),
    typesHere: new Map([['file', 'coupon' as const]]),
    sameAs: new Map([['p2', 'p1']]),
  },
};

test('a kept sheet is read as it was, identities of deleted partners included', () => {
  expect(sheetOfText(textOfSheet(kept))).toEqual(kept);
});

test('a text of another form is not read', () => {
  expect(sheetOfText('{}')).toBeNull();
  expect(sheetOfText(textOfSheet(kept).replace('"content"', '"another"'))).toBeNull();
});
