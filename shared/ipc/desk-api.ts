import type { Result } from '../kernel/result';
import type { ChannelName, EventName } from './channel-names';
import type { ChannelArguments, ChannelValue, EventPayloads } from './channels';

/** What the preload puts into the page as `window.desk`: one function for each channel, and listening to events. */
export interface DeskApi {
  readonly calls: {
    readonly [Name in ChannelName]: (
      args: ChannelArguments<Name>,
    ) => Promise<Result<ChannelValue<Name>>>;
  };
  /** Listens to one kind of event; gives the function that ends it. An unknown name is refused. */
  readonly on: <Name extends EventName>(
    name: Name,
    listener: (payload: EventPayloads[Name]) => void,
  ) => () => void;
}
