import type { ChannelName, EventName } from '../../shared/ipc/channel-names';
import type { ChannelArguments, ChannelValue, EventPayloads } from '../../shared/ipc/channels';

/** What the main process does for the window. A refused or failed call rejects with a `DeskError`. */
export interface DeskShell {
  call<Name extends ChannelName>(
    name: Name,
    args: ChannelArguments<Name>,
  ): Promise<ChannelValue<Name>>;
  on<Name extends EventName>(
    name: Name,
    listener: (payload: EventPayloads[Name]) => void,
  ): () => void;
}
