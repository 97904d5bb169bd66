import type { ErasedPerson, PersonQuestion } from '../../shared/ipc/privacy';
import { DeskError, toFailure } from '../../shared/kernel/result';
import { keyOf, recordKey } from '../../shared/privacy/mentions';
import { writeFileAtomically } from '../files';
import type { Handlers, IpcRegister } from '../ipc';
import type { Desk } from './desk';
import { askForFile } from './file-handlers';
import type { LongWork } from './long-work';

type PrivacyHandlers = Pick<Handlers, Extract<keyof Handlers, `privacy.${string}`>>;

/** What the window asks about the data of one person. */
export function createPrivacyHandlers(
  desk: Desk,
  ipc: IpcRegister,
  work: LongWork,
): PrivacyHandlers {
  return {
    'privacy.saveFile': async (asked, page) => {
      const filters = [{ name: 'JSON', extensions: ['json'] }];
      const file = await askForFile(ipc, page, 'personal-data.json', filters);
      if (file === null) return { file };
      const { json, text } = await desk.data.call('privacy.file', asked);
      await writeFileAtomically(file, json);
      await writeFileAtomically(`${file.replace(/\.json$/i, '')}.txt`, text);
      return { file };
    },
    'privacy.erase': async (asked) => {
      if (work.isRunning('networks') || work.isRunning('files')) {
        throw new DeskError(
          'WORK_RUNNING',
          'Networks or files are being read. Wait until that is done, or cancel it, and try again.',
          { retryable: true },
        );
      }
      const erased = await erasePerson(desk, asked);
      // Copies of files that were opened, and the last file that was chosen.
      desk.forgetViewed();
      return erased;
    },
    'privacy.erasedIn': ({ texts }) => desk.safety.erasedIn(texts),
  };
}

/** Erases a person: the records that are them are deleted and emptied, everywhere else their name goes. */
export async function erasePerson(
  { data, safety }: Pick<Desk, 'data' | 'safety'>,
  { terms, records }: PersonQuestion,
): Promise<ErasedPerson> {
  const keys = terms.flatMap((term) => keyOf(term) ?? []);
  if (keys.length < terms.length) {
    throw new DeskError(
      'TERM_TOO_SHORT',
      'A name, address, handle or number is too short to tell anybody by, or has more than five words. Nothing was erased.',
    );
  }
  const kept: string[] = [];
  const found = await data.call('privacy.find', { terms, records });
  const deleteRecords = async (): Promise<void> => {
    for (const { id, kind, deleted } of found.records) {
      if (!records.includes(id) || deleted) continue;
      try {
        await data.call('records.write', {
          changes: [{ op: 'delete', kind, id }],
          origin: 'person',
          reason: 'Personal data erased',
        });
      } catch (thrown) {
        // It stays as an empty record, because others refer to it.
        const { code, message } = toFailure(thrown);
        if (code !== 'STILL_REFERENCED') throw thrown;
        kept.push(message.replace(' Nothing was written.', ' It stays without its data.'));
      }
    }
  };
  return { ...(await safety.erase([...keys, ...records.map(recordKey)], deleteRecords)), kept };
}
