import {
  baseNameOf,
  canBeOpened,
  extensionOf,
  headBytes,
  mediaTypeOf,
  mostAttachmentBytes,
} from '../../shared/domain/attachments';
import { DeskError } from '../../shared/kernel/result';
import { removeAll, safeFileName } from '../files';
import type { Handlers, IpcRegister } from '../ipc';
import { crashPoint } from '../safety';
import { openLocal, showLocal } from '../security';
import type { Desk } from './desk';
import { askForFile } from './file-handlers';
import { createReceivedFiles } from './received-files';

type AttachmentHandlers = Pick<Handlers, Extract<keyof Handlers, `attachments.${string}`>>;

/** As much of a kept file as crosses to the page at once. */
const pieceBytes = 4_000_000;

/** What the window asks about files that belong to records: their bytes are kept by their hash, beside the database. */
export function createAttachmentHandlers(desk: Desk, ipc: IpcRegister): AttachmentHandlers {
  const { documents } = desk;
  const received = createReceivedFiles(() => desk.viewing().path, {
    bytes: mostAttachmentBytes,
    words:
      'The file is larger than 200 MB. Keep it where it is and add a link to it. Nothing was added.',
  });

  /** The person's program gets a copy under the name that they know: the kept file must stay what its hash says. */
  async function copyForViewing(sha256: string, name: string): Promise<string> {
    const copy = `${desk.viewing().path}/${fileNameOf(name)}`;
    await documents.copyTo(sha256, 'file', copy);
    return copy;
  }

  return {
    'attachments.receive': received.take,
    'attachments.keep': async ({ file }) => {
      const { path, name } = received.find(file);
      const { sha256, bytes } = await documents.keepFile(path, 'file');
      crashPoint('attachment.kept');
      await removeAll([path]);
      const head = await documents.readPart(sha256, 'file', 0, headBytes);
      return { sha256, bytes, mediaType: mediaTypeOf(name, head) };
    },
    'attachments.read': ({ sha256, offset }) =>
      documents.readPart(sha256, 'file', offset, pieceBytes),
    'attachments.open': async ({ sha256, name }) => {
      if (!canBeOpened(name)) {
        throw new DeskError(
          'NOT_OPENED',
          'Quarterdeck opens documents, pictures, sound and film, but starts no programs. Save the file instead.',
        );
      }
      await openLocal(await copyForViewing(sha256, name));
      return null;
    },
    'attachments.show': async ({ sha256, name }) => {
      showLocal(await copyForViewing(sha256, name));
      return null;
    },
    'attachments.saveCopy': async ({ sha256, name }, page) => {
      const extension = extensionOf(name);
      const filters =
        extension === '' ? [] : [{ name: extension.toUpperCase(), extensions: [extension] }];
      const file = await askForFile(ipc, page, fileNameOf(name), filters);
      if (file !== null) await documents.copyTo(sha256, 'file', file, 0o644);
      return { file };
    },
  };
}

function fileNameOf(name: string): string {
  return safeFileName(baseNameOf(name), extensionOf(name) === '' ? 'file' : extensionOf(name));
}
