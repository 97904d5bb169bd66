import { createStore } from 'zustand/vanilla';

/** One shortcut of a screen or of the frame. */
export interface KeyBinding {
  /** `j`, `shift+arrowdown`, `mod+k` (Ctrl, on a Mac Command), or two keys one after the other: `g p`. */
  readonly keys: string;
  /** What it does, for the sheet of keys: `Next record`. */
  readonly words: string;
  readonly run: () => void;
  /** It works while somebody types, too; only for keys that write nothing. */
  readonly whileTyping?: boolean;
}

/** The shortcuts of one part of the window; the newest layer that knows a key gets it. */
export interface KeyLayer {
  readonly group: string;
  readonly bindings: readonly KeyBinding[];
}

/** The layers that are on the screen, oldest first. */
export const keyLayers = createStore<{ readonly layers: readonly KeyLayer[] }>(() => ({
  layers: [],
}));

/** The part of a keyboard event that names a key. */
export type PressedKey = Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>;

/** The name of a pressed key as bindings write it; null for a modifier alone. A printed sign needs no `shift+`. */
export function keyName({ key, ctrlKey, metaKey, altKey, shiftKey }: PressedKey): string | null {
  if (['Control', 'Meta', 'Alt', 'AltGraph', 'Shift', 'Dead', 'Process'].includes(key)) return null;
  const isPrinted = key.length === 1 && key !== ' ';
  const isMod = ctrlKey || metaKey;
  const name = key === ' ' ? 'space' : key.toLowerCase();
  return [
    isMod ? 'mod+' : '',
    altKey ? 'alt+' : '',
    shiftKey && (!isPrinted || isMod) ? 'shift+' : '',
    name,
  ].join('');
}

/** Where a key was pressed: in a field, on a control that has its own use for Enter, in a menu or dialog, or elsewhere. */
export type KeyPlace = 'typing' | 'control' | 'apart' | 'open';

/** How long the second key of two may take, ms. */
const patience = 1_500;

/** Follows the keys that are pressed and says which binding they mean. */
export class KeyReader {
  private first: { readonly name: string; readonly at: number } | null = null;

  /** The binding for this key at this place and time (ms), or null. */
  read(
    pressed: PressedKey,
    place: KeyPlace,
    at: number,
    layers: readonly KeyLayer[],
  ): KeyBinding | null {
    const name = keyName(pressed);
    if (name === null) return null;
    const first = this.first !== null && at - this.first.at <= patience ? this.first.name : null;
    this.first = null;
    if (place === 'apart' || (place === 'control' && usedByControls.has(name))) return null;
    const newest = [...layers].reverse().flatMap(({ bindings }) => bindings);
    const allowed = newest.filter((binding) => place !== 'typing' || binding.whileTyping === true);
    const second =
      first === null ? undefined : allowed.find(({ keys }) => keys === `${first} ${name}`);
    if (second) return second;
    const found = allowed.find(({ keys }) => keys === name);
    if (found) return found;
    if (allowed.some(({ keys }) => keys.startsWith(`${name} `))) this.first = { name, at };
    return null;
  }
}

const usedByControls = new Set([
  'enter',
  'space',
  'arrowup',
  'arrowdown',
  'arrowleft',
  'arrowright',
  'home',
  'end',
]);
