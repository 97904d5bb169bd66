import { lazy, Suspense, useState } from 'react';
import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { KeyCaps } from '../key-caps';
import { useKeys } from '../keys';

// Nobody needs it before the first key.
const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));

/** The search of the top bar: a click or Ctrl with K opens the palette. */
export function PaletteButton() {
  const [isOpen, setOpen] = useState(false);
  useKeys('Everywhere', [
    {
      keys: 'mod+k',
      words: 'Search everything',
      run: () => setOpen(true),
      whileTyping: true,
    },
  ]);
  return (
    <>
      <UnstyledButton className="search-button" onClick={() => setOpen(true)}>
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span className="search-words quiet">Search</span>
        <span className="search-keys" aria-hidden="true">
          <KeyCaps keys="mod+k" />
        </span>
      </UnstyledButton>
      {isOpen ? (
        <Suspense>
          <Palette onClose={() => setOpen(false)} />
        </Suspense>
      ) : null}
    </>
  );
}
