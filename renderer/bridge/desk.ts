import type { ChannelName } from '../../shared/ipc/channel-names';
import type { ChannelArguments, ChannelValue } from '../../shared/ipc/channels';
import type { DeskApi } from '../../shared/ipc/desk-api';
import { unwrap } from '../../shared/kernel/result';

declare global {
  interface Window {
    readonly desk: DeskApi;
  }
}

/** The functions that the preload put into this page. */
export const desk: DeskApi = window.desk;

/** Asks main; rejects with its failure as a `DeskError`. */
export async function askMain<Name extends ChannelName>(
  name: Name,
  args: ChannelArguments<Name>,
): Promise<ChannelValue<Name>> {
  return unwrap(await desk.calls[name](args));
}
