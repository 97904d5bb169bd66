import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { UnstyledButton } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { KeyCaps } from '../key-caps';
import { useKeys } from '../keys';
import { catchText, type EarlyText } from './early-text';

// Nobody needs it before the first key.
const Palette = lazy(async () => ({ default: (await import('./palette')).Palette }));

/** The search of the top bar: a click or Ctrl with K opens the palette. */
export function PaletteButton() {
  const [isOpen, setOpen] = useState(false);
  const early = useRef<EarlyText | null>(null);
  const close = (): void => {
    early.current?.end();
    early.current = null;
    setOpen(false);
  };
  const open = (): void => {
    if (isOpen) return;
    early.current ??= catchText(close);
    setOpen(true);
  };
  useEffect(() => () => void early.current?.end(), []);
  useKeys('Everywhere', [
    {
      keys: 'mod+k',
      words: 'Search everything',
      run: open,
      whileTyping: true,
    },
  ]);
  return (
    <>
      <UnstyledButton className="search-button" onClick={open}>
        <IconSearch size={16} stroke={1.6} aria-hidden="true" />
        <span className="search-words quiet">Search</span>
        <span className="search-keys" aria-hidden="true">
          <KeyCaps keys="mod+k" />
        </span>
      </UnstyledButton>
      {isOpen ? (
        <Suspense>
          <Palette onClose={close} takeTyped={() => early.current?.end() ?? ''} />
        </Suspense>
      ) : null}
    </>
  );
}
