import { ActionIcon, Tooltip } from '@mantine/core';
import { IconArrowsDiagonal, IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { createContext, useContext, useLayoutEffect, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useKeys, type KeyBinding } from './keys';

/** The place in the frame where a panel stands, beside the screen. */
export const SideSlotContext = createContext<HTMLElement | null>(null);

interface SidePanelProps {
  /** The record's name; it names the panel, too. */
  readonly title: string;
  /** A line below the title, such as the record's type. */
  readonly subtitle?: ReactNode;
  readonly onClose: () => void;
  /** To the next record of the list; undefined at its end. */
  readonly onNext?: (() => void) | undefined;
  readonly onPrevious?: (() => void) | undefined;
  /** Opens the record as a page. */
  readonly onOpen?: (() => void) | undefined;
  readonly children: ReactNode;
}

/**
 * The details of one record of a list, beside the list, which keeps its place and the keyboard: J and K go on to the
 * next and the previous record, Enter opens the page, Esc closes.
 */
export function SidePanel(props: SidePanelProps) {
  const { title, subtitle, onClose, onNext, onPrevious, onOpen, children } = props;
  const slot = useContext(SideSlotContext);
  useKeys('Side panel', [
    ...binding('j', 'Next record', onNext),
    ...binding('k', 'Previous record', onPrevious),
    ...binding('enter', 'Open as a page', onOpen),
    { keys: 'escape', words: 'Close', run: onClose },
  ]);
  useLayoutEffect(() => {
    const body = slot?.parentElement;
    body?.setAttribute('data-panel', '');
    return () => body?.removeAttribute('data-panel');
  }, [slot]);
  if (slot === null) return null;
  return createPortal(
    <aside className="side-panel" aria-label={title}>
      <header className="side-panel-head">
        <div className="side-panel-title">
          <h2 className="one-line" title={title}>
            {title}
          </h2>
          {subtitle === undefined ? null : <div className="quiet one-line">{subtitle}</div>}
        </div>
        <PanelAction label="Previous record" onClick={onPrevious}>
          <IconChevronUp size={16} stroke={1.6} />
        </PanelAction>
        <PanelAction label="Next record" onClick={onNext}>
          <IconChevronDown size={16} stroke={1.6} />
        </PanelAction>
        {onOpen === undefined ? null : (
          <PanelAction label="Open as a page" onClick={onOpen}>
            <IconArrowsDiagonal size={16} stroke={1.6} />
          </PanelAction>
        )}
        <PanelAction label="Close" onClick={onClose}>
          <IconX size={16} stroke={1.6} />
        </PanelAction>
      </header>
      <div className="side-panel-body" tabIndex={-1}>
        {children}
      </div>
    </aside>,
    slot,
  );
}

interface PanelActionProps {
  readonly label: string;
  readonly onClick: (() => void) | undefined;
  readonly children: ReactNode;
}

function PanelAction({ label, onClick, children }: PanelActionProps) {
  return (
    <Tooltip label={label} withinPortal={false}>
      <ActionIcon
        variant="subtle"
        color="gray"
        aria-label={label}
        disabled={onClick === undefined}
        onClick={onClick}
      >
        {children}
      </ActionIcon>
    </Tooltip>
  );
}

function binding(keys: string, words: string, run: (() => void) | undefined): KeyBinding[] {
  return run === undefined ? [] : [{ keys, words, run }];
}
