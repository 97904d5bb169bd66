import { ActionIcon } from '@mantine/core';
import { IconTrash } from '@tabler/icons-react';

interface DeleteIconProps {
  /** What is deleted, in words: `the view Coupons`. */
  readonly name: string;
  readonly onDelete: () => void;
}

/** Deletes one of a few things that stand in a list. */
export function DeleteIcon({ name, onDelete }: DeleteIconProps) {
  return (
    <ActionIcon variant="subtle" size="sm" aria-label={`Delete ${name}`} onClick={onDelete}>
      <IconTrash size={14} stroke={1.6} aria-hidden="true" />
    </ActionIcon>
  );
}
