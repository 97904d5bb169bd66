/** Says in words why the disk did not take something, and what that means: `lead` is what doesn't happen now. */
export function diskWords(thrown: unknown, lead: string): string {
  const rest = 'Edits go on and are kept in the store itself; the copy catches up by itself.';
  return `${lead}: ${reasonOf(thrown)} ${rest}`;
}

/** The reason alone, with what to do. */
export function reasonOf(thrown: unknown): string {
  const code = thrown instanceof Error && 'code' in thrown ? thrown.code : null;
  switch (code) {
    case 'ENOSPC':
    case 'EDQUOT':
      return 'the disk is full. Make room.';
    case 'EACCES':
    case 'EPERM':
    case 'EROFS':
      return 'the folder can’t be written. Give this account the right to write there.';
    case 'ENOENT':
    case 'ENOTDIR':
      return 'the folder isn’t there. Connect its disk or choose another.';
    default:
      return `the disk gave an error${typeof code === 'string' ? ` (${code})` : ''}.`;
  }
}
