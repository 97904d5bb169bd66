/** What is typed while a field is on its way. */
export interface EarlyText {
  /** Stops listening; gives what has been typed, which is empty the second time. */
  readonly end: () => string;
}

/**
 * Keeps the keys that come before the field that they are meant for: who presses Ctrl with K types on at once, and the
 * dialog needs a moment. Meanwhile no key reaches what lies behind; Escape calls `onEscape`.
 */
export function catchText(onEscape: () => void): EarlyText {
  let text = '';
  const listen = (event: KeyboardEvent): void => {
    if (event.isComposing) return;
    const { key, ctrlKey, metaKey, altKey } = event;
    if (ctrlKey || metaKey || altKey) return;
    event.preventDefault();
    event.stopPropagation();
    if (key === 'Escape') onEscape();
    else if (key === 'Backspace') text = text.slice(0, -1);
    else if (key.length === 1) text += key;
  };
  window.addEventListener('keydown', listen, true);
  return {
    end: () => {
      window.removeEventListener('keydown', listen, true);
      const typed = text;
      text = '';
      return typed;
    },
  };
}
