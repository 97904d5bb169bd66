/** A key as the sheet of keys lists it. */
export interface RegisteredKey {
  /** `j`, `shift+arrowdown`, `mod+k` (Ctrl, on a Mac Command). */
  readonly keys: string;
  readonly words: string;
}

/** A place of the window where keys mean the same on every screen. */
export interface KeyPlaceGroup {
  readonly group: string;
  readonly keys: readonly RegisteredKey[];
}

function key(keys: string, words: string): RegisteredKey {
  return { keys, words };
}

/**
 * Every key of the window and what it means where; G with a letter leads to an area besides. A test reads the code of all
 * screens: none listens for a key that isn't here.
 */
export const keyRegister: readonly KeyPlaceGroup[] = [
  {
    group: 'Everywhere',
    keys: [
      key('mod+k', 'Search everything'),
      key('/', 'Search in the list'),
      key('mod+z', 'Undo my last change'),
      key('mod+shift+z', 'Redo what I undid'),
      key('[', 'Fold or unfold the navigation'),
      key('?', 'Keys'),
    ],
  },
  {
    group: 'In a list',
    keys: [
      key('j', 'Next line'),
      key('k', 'Previous line'),
      key('arrowdown', 'Next line'),
      key('arrowup', 'Previous line'),
      key('pagedown', 'A screen down'),
      key('pageup', 'A screen up'),
      key('home', 'First line'),
      key('end', 'Last line'),
      key('arrowright', 'Next cell'),
      key('arrowleft', 'Previous cell'),
      key('x', 'Select the line'),
      key('shift+arrowdown', 'Select on'),
      key('mod+a', 'Select all'),
      key('mod+c', 'Copy what is selected'),
      key('e', 'Edit the cell'),
      key('f2', 'Edit the cell'),
      key('n', 'New record'),
      key('space', 'Open beside the list'),
      key('enter', 'Open as a page'),
      key('alt+arrowdown', 'Move the line down'),
      key('alt+arrowup', 'Move the line up'),
      key('escape', 'Clear the selection'),
    ],
  },
  {
    group: 'On a record’s page',
    keys: [
      key('j', 'Next of the list'),
      key('k', 'Previous of the list'),
      key('escape', 'Back to the list'),
    ],
  },
  {
    group: 'Side panel',
    keys: [
      key('j', 'Next record'),
      key('k', 'Previous record'),
      key('enter', 'Open as a page'),
      key('escape', 'Close'),
    ],
  },
  {
    group: 'On a board',
    keys: [
      key('space', 'Take up the card, and put it down'),
      key('arrowright', 'Next column'),
      key('arrowleft', 'Previous column'),
      key('enter', 'Open the card'),
    ],
  },
  {
    group: 'While typing',
    keys: [
      key('mod+enter', 'Finish'),
      key('enter', 'Done, or the next line'),
      key('tab', 'Next field'),
      key('escape', 'Leave it as it was'),
      key('delete', 'Empty the cells'),
      key('backspace', 'Empty the cells'),
    ],
  },
  {
    group: 'Possible duplicates',
    keys: [key('s', 'The same: group them'), key('d', 'Not the same'), key('l', 'Later')],
  },
  {
    group: 'In a review',
    keys: [
      key('e', 'Edit the section'),
      key('h', 'Hide or show the section'),
      key('alt+arrowdown', 'Move the section down'),
      key('alt+arrowup', 'Move the section up'),
      key('{', 'Put in a live figure'),
    ],
  },
];

/** The parts of the register that the present screen does not list by itself. */
export function keysElsewhere(shown: readonly string[]): readonly KeyPlaceGroup[] {
  return keyRegister.filter(({ group }) => !shown.includes(group));
}
