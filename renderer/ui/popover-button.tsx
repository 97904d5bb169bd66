import { Button, Popover, type PopoverProps } from '@mantine/core';
import type { Icon } from '@tabler/icons-react';
import { useState, type ReactNode } from 'react';

interface PopoverButtonProps {
  readonly label: string;
  readonly icon?: Icon;
  readonly variant?: 'default' | 'subtle';
  readonly position: NonNullable<PopoverProps['position']>;
  readonly width?: number;
  /** What the opened part is called where its contents don't say it. */
  readonly name?: string;
  /** What stands in it, drawn while it is open; `close` ends it. */
  readonly children: (close: () => void) => ReactNode;
}

/** A button that opens a small part beside it; Esc and a click elsewhere close it, and the button has the focus again. */
export function PopoverButton({
  label,
  icon: Icon,
  variant = 'default',
  position,
  width,
  name,
  children,
}: PopoverButtonProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Popover
      opened={isOpen}
      onChange={setOpen}
      position={position}
      width={width ?? 'max-content'}
      shadow="md"
      trapFocus
      returnFocus
      withinPortal={false}
    >
      <Popover.Target>
        <Button
          variant={variant}
          size="xs"
          leftSection={Icon ? <Icon size={14} stroke={1.6} aria-hidden="true" /> : undefined}
          onClick={() => setOpen((was) => !was)}
        >
          {label}
        </Button>
      </Popover.Target>
      <Popover.Dropdown aria-label={name}>{children(() => setOpen(false))}</Popover.Dropdown>
    </Popover>
  );
}
