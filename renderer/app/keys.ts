import { useEffect, useRef } from 'react';
import { KeyReader, keyLayers, type KeyBinding, type KeyLayer, type KeyPlace } from './key-layers';

export type { KeyBinding } from './key-layers';

/**
 * Gives the window these shortcuts while the component is shown; the sheet of keys (`?`) lists them under the group. No
 * key without Ctrl fires while somebody types, and none behind an open dialog.
 */
export function useKeys(group: string, bindings: readonly KeyBinding[]): void {
  const newest = useRef(bindings);
  useEffect(() => {
    newest.current = bindings;
  });
  const shown = bindings.map(({ keys, words }) => `${keys}\t${words}`).join('\n');
  useEffect(() => {
    const layer: KeyLayer = {
      group,
      bindings: newest.current.map((binding, index) => ({
        ...binding,
        run: () => newest.current[index]?.run(),
      })),
    };
    keyLayers.setState(({ layers }) => ({ layers: [...layers, layer] }));
    return () => {
      keyLayers.setState(({ layers }) => ({ layers: layers.filter((each) => each !== layer) }));
    };
  }, [group, shown]);
}

/** Listens to the window's keys. Only the frame calls this. */
export function useKeyListener(): void {
  useEffect(() => {
    const reader = new KeyReader();
    const listen = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.isComposing) return;
      const found = reader.read(
        event,
        placeOf(event.target),
        event.timeStamp,
        keyLayers.getState().layers,
      );
      if (!found) return;
      event.preventDefault();
      found.run();
    };
    window.addEventListener('keydown', listen);
    return () => window.removeEventListener('keydown', listen);
  }, []);
}

const fields =
  'input:not([type=checkbox],[type=radio],[type=button],[type=submit],[type=range],[type=file]),textarea,select,[contenteditable=""],[contenteditable=true],[role=textbox],[role=searchbox]';
const controls =
  'a[href],button,input,summary,[role=button],[role=radio],[role=checkbox],[role=switch],[role=tab],[role=slider],[role=combobox]';
const opened = '[role=menu],[role=listbox],[role=dialog]';

function placeOf(target: EventTarget | null): KeyPlace {
  if (document.querySelector('[aria-modal="true"]') !== null) return 'apart';
  if (!(target instanceof Element)) return 'open';
  // What this very key has closed is gone from the page already.
  if (!target.isConnected) return 'apart';
  if (target.closest(fields) !== null) return target.closest(opened) === null ? 'typing' : 'apart';
  if (target.closest(opened) !== null) return 'apart';
  return target.closest(controls) === null ? 'open' : 'control';
}
