import { isOwnAddress } from '../security/origin';

/** Who sent an IPC message, as far as it decides whether to listen. */
export interface Sender {
  /** Id of the sending web contents. */
  readonly contents: number;
  /** Address of the sending frame; null when the frame is gone. */
  readonly address: string | null;
  /** True for the main frame of its page. */
  readonly isMainFrame: boolean;
}

/** True only for the main frame of a window that we made, showing our origin. */
export function isTrustedSender(sender: Sender, ownContents: ReadonlySet<number>): boolean {
  return (
    ownContents.has(sender.contents) &&
    sender.isMainFrame &&
    sender.address !== null &&
    isOwnAddress(sender.address)
  );
}
