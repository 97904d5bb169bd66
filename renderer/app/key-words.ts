const signs: Readonly<Record<string, string>> = {
  arrowup: '↑',
  arrowdown: '↓',
  arrowleft: '←',
  arrowright: '→',
  escape: 'Esc',
};

/** The keys of a binding as a person finds them on the keyboard: `g p` is G then P, `mod+k` Ctrl with K. */
export function keysInWords(keys: string, isMac: boolean): readonly (readonly string[])[] {
  return keys
    .split(' ')
    .map((step) => (step === '+' ? ['+'] : step.split('+').map((key) => signOf(key, isMac))));
}

function signOf(key: string, isMac: boolean): string {
  if (key === 'mod') return isMac ? '⌘' : 'Ctrl';
  return signs[key] ?? `${key.charAt(0).toUpperCase()}${key.slice(1)}`;
}
