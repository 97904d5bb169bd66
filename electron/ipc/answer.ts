import type { ChannelName } from '../../shared/ipc/channel-names';
import {
  channelArguments,
  channelSizeCaps,
  defaultSizeCap,
  type ChannelArguments,
  type ChannelValue,
} from '../../shared/ipc/channels';
import { approximateSize } from '../../shared/ipc/size';
import { success, toFailure, type DeskFailure, type Result } from '../../shared/kernel/result';
import type { Log } from '../log/log';

/** What does the work of one channel; throws a `DeskError` to refuse. */
export type Handler<Name extends ChannelName> = (
  args: ChannelArguments<Name>,
  page: number,
) => Promise<ChannelValue<Name>> | ChannelValue<Name>;

/** One handler for each channel: a missing one is a compile error. */
export type Handlers = { readonly [Name in ChannelName]: Handler<Name> };

/**
 * Answers one call whose sender has been checked: size cap, then schema, then the handler; every outcome leaves as a
 * `Result`. What failed for a reason of ours is logged, the page only gets a plain sentence.
 */
export async function answerCall<Name extends ChannelName>(
  name: Name,
  handler: Handler<Name>,
  args: unknown,
  page: number,
  log: Log,
): Promise<Result<ChannelValue<Name>>> {
  const cap = channelSizeCaps[name] ?? defaultSizeCap;
  if (approximateSize(args, cap) > cap) return refuse(log, name, tooLarge(cap));
  const schema: (typeof channelArguments)[Name] = channelArguments[name];
  const parsed = schema.safeParse(args);
  if (!parsed.success) return refuse(log, name, malformed());
  try {
    return success(await handler(parsed.data as ChannelArguments<Name>, page));
  } catch (thrown) {
    const failure = toFailure(thrown);
    if (failure.code === 'INTERNAL') log.error('call-failed', { channel: name, thrown });
    return { ok: false, error: { ...failure, message: log.clean(failure.message) } };
  }
}

/** The answer to a sender that we don't know. */
export function refuseSender(log: Log, name: ChannelName): Result<never> {
  return refuse(log, name, {
    code: 'SENDER_REFUSED',
    message: 'Only a page of Quarterdeck may ask for this.',
  });
}

function refuse(log: Log, channel: ChannelName, error: DeskFailure): Result<never> {
  log.warn('call-refused', { channel, code: error.code });
  return { ok: false, error };
}

function tooLarge(cap: number): DeskFailure {
  return { code: 'TOO_LARGE', message: `More than ${cap} bytes can't be sent here.` };
}

function malformed(): DeskFailure {
  return { code: 'MALFORMED_CALL', message: 'The call does not have the form that is expected.' };
}
