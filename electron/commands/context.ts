import type { Desk } from '../app/desk';
import type { CommandName } from '../app/command-specs';

/** What a command has besides its options. */
export interface CommandContext {
  readonly desk: Desk;
  /** Aborted when the process is asked to end. */
  readonly signal: AbortSignal;
  /** Tells the person at the terminal how far it is, on the standard error stream. */
  readonly say: (words: string) => void;
  /** The folder to which relative paths refer. */
  readonly folder: string;
}

/** A command on an open profile. */
export type ProfileCommand = Exclude<CommandName, 'sandbox'>;
