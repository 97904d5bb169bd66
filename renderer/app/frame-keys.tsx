import { useState } from 'react';
import { areas } from './areas';
import { useDesk } from './desk';
import { toggleNavigation } from './frame-state';
import { KeySheet } from './key-sheet';
import { useKeyListener, useKeys } from './keys';
import { goTo } from './routes';
import { takeStep } from './undo';

/** The keys that work everywhere, and their sheet. */
export function FrameKeys() {
  const { data } = useDesk();
  const [isSheetOpen, setSheetOpen] = useState(false);
  useKeyListener();
  useKeys('Everywhere', [
    { keys: '/', words: 'Search in the list', run: focusListSearch },
    { keys: 'mod+z', words: 'Undo my last change', run: () => void takeStep(data, 'undo') },
    { keys: 'mod+shift+z', words: 'Redo what I undid', run: () => void takeStep(data, 'redo') },
    { keys: '[', words: 'Fold or unfold the navigation', run: toggleNavigation },
    { keys: '?', words: 'Keys', run: () => setSheetOpen(true) },
  ]);
  useKeys(
    'Go to',
    areas.map(({ label, letter, entries }) => ({
      keys: `g ${letter}`,
      words: label,
      run: () => goTo(entries[0].to),
    })),
  );
  return isSheetOpen ? <KeySheet onClose={() => setSheetOpen(false)} /> : null;
}

/** The screen's own search field, wherever it stands. */
function focusListSearch(): void {
  document.querySelector<HTMLElement>('main input[type=search], main [role=searchbox]')?.focus();
}
