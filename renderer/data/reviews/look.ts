import { logoSchema } from '../../../shared/documents/model';
import type { ClientLook } from '../../../shared/documents/review/data';
import { isDocumentLanguage } from '../../../shared/documents/review/words/locales';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { textOf } from '../../../shared/ipc/record-values';

/** How a client's documents look, from the client's record. */
export function lookOf(client: DeskRecord): ClientLook {
  const language = textOf(client, 'documentLanguage');
  return {
    accent: textOf(client, 'accent'),
    second: textOf(client, 'secondColor'),
    logo: logoSchema.safeParse(client.values['logo']).data ?? null,
    footer: textOf(client, 'documentFooter'),
    language: isDocumentLanguage(language) ? language : 'en-US',
  };
}
