import { ipcMain, type IpcMainInvokeEvent, type WebContents } from 'electron';
import { channelNames, type ChannelName, type EventName } from '../../shared/ipc/channel-names';
import type { EventPayloads } from '../../shared/ipc/channels';
import type { Log } from '../log/log';
import { answerCall, refuseSender, type Handlers } from './answer';
import { isTrustedSender, type Sender } from './sender';

/** The one place where main listens to pages. */
export interface IpcRegister {
  /** Opens every channel of the table with its handler; once. */
  serve(handlers: Handlers): void;
  /** From now on the main frame of this page may call; ends with the page. */
  admit(page: WebContents): void;
  /** Tells every admitted page. */
  tell<Name extends EventName>(name: Name, payload: EventPayloads[Name]): void;
  /** The admitted page with this id. */
  page(id: number): WebContents | null;
}

/** Creates the register; no channel is open and no page admitted yet. */
export function createIpcRegister(log: Log): IpcRegister {
  const admitted = new Map<number, WebContents>();
  const ids = new Set<number>();

  // eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters -- it ties the handler to its channel
  function open<Name extends ChannelName>(name: Name, handlers: Handlers): void {
    ipcMain.handle(name, (event, args: unknown) =>
      isTrustedSender(senderOf(event), ids)
        ? answerCall(name, handlers[name], args, event.sender.id, log)
        : refuseSender(log, name),
    );
  }

  return {
    serve: (handlers) => {
      for (const name of channelNames) open(name, handlers);
    },
    admit: (page) => {
      const { id } = page;
      admitted.set(id, page);
      ids.add(id);
      page.once('destroyed', () => {
        admitted.delete(id);
        ids.delete(id);
      });
    },
    tell: (name, payload) => {
      for (const page of admitted.values()) page.send(`desk:event:${name}`, payload);
    },
    page: (id) => admitted.get(id) ?? null,
  };
}

function senderOf(event: IpcMainInvokeEvent): Sender {
  // The typings of newer Electron say that the frame may be gone; on older ones it is always there.
  const frame = event.senderFrame;
  return {
    contents: event.sender.id,
    address: frame?.url ?? null,
    isMainFrame: frame !== null && frame === event.sender.mainFrame,
  };
}
