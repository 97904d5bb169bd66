import { describe, expect, it } from 'vitest';
import {
  keyName,
  KeyReader,
  type KeyLayer,
  type KeyPlace,
  type PressedKey,
} from '../../../renderer/app/key-layers';
import { groupsOf } from '../../../renderer/app/key-groups';
import { keysInWords } from '../../../renderer/app/key-words';

function press(key: string, held: Partial<PressedKey> = {}): PressedKey {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

function layer(group: string, ...keys: readonly string[]): KeyLayer {
  return {
    group,
    bindings: keys.map((each) => ({
      keys: each,
      words: `${group} ${each}`,
      run: () => undefined,
      whileTyping: each.startsWith('mod+k'),
    })),
  };
}

const layers = [layer('Frame', 'g p', 'j', '?', 'mod+k', 'enter'), layer('Panel', 'j')];

function read(key: PressedKey, place: KeyPlace = 'open'): string | undefined {
  return new KeyReader().read(key, place, 0, layers)?.words;
}

describe('a key', () => {
  it('is named by its sign, with what is held', () => {
    expect(keyName(press('J', { ctrlKey: true }))).toBe('mod+j');
    expect(keyName(press('k', { metaKey: true }))).toBe('mod+k');
    expect(keyName(press('?', { shiftKey: true }))).toBe('?');
    expect(keyName(press('ArrowDown', { shiftKey: true }))).toBe('shift+arrowdown');
    expect(keyName(press('Shift', { shiftKey: true }))).toBeNull();
  });

  it('goes to the newest layer that knows it', () => {
    expect(read(press('j'))).toBe('Panel j');
    expect(read(press('?', { shiftKey: true }))).toBe('Frame ?');
  });

  it('does nothing while somebody types, but for those that may', () => {
    expect(read(press('j'), 'typing')).toBeUndefined();
    expect(read(press('k', { ctrlKey: true }), 'typing')).toBe('Frame mod+k');
  });

  it('leaves Enter to a control and everything to a menu or dialog', () => {
    expect(read(press('Enter'), 'control')).toBeUndefined();
    expect(read(press('j'), 'control')).toBe('Panel j');
    expect(read(press('Enter'), 'open')).toBe('Frame enter');
    expect(read(press('k', { ctrlKey: true }), 'apart')).toBeUndefined();
  });

  it('may be the second of two, in good time', () => {
    const reader = new KeyReader();
    expect(reader.read(press('g'), 'open', 0, layers)).toBeNull();
    expect(reader.read(press('p'), 'open', 400, layers)?.words).toBe('Frame g p');
    expect(reader.read(press('p'), 'open', 800, layers)).toBeNull();
    reader.read(press('g'), 'open', 1_000, layers);
    expect(reader.read(press('p'), 'open', 9_000, layers)).toBeNull();
  });
});

describe('the sheet of keys', () => {
  it('lists the screen’s own first, and of two bindings the one that gets the key', () => {
    const groups = groupsOf(layers);
    expect(groups.map(({ group }) => group)).toEqual(['Panel', 'Frame']);
    expect(groups[1]?.bindings.map(({ keys }) => keys)).toEqual(['g p', '?', 'mod+k', 'enter']);
  });

  it('shows keys as they are printed', () => {
    expect(keysInWords('mod+k', false)).toEqual([['Ctrl', 'K']]);
    expect(keysInWords('g p', true)).toEqual([['G'], ['P']]);
    expect(keysInWords('tab', false)).toEqual([['Tab']]);
    expect(keysInWords('shift+arrowdown', true)).toEqual([['Shift', '↓']]);
  });
});
