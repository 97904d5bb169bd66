import { createHash } from 'node:crypto';
import MailComposer from 'nodemailer/lib/mail-composer';

/** A mail that a person will look at, address and send from their own mail program. */
export interface MailDraft {
  readonly to: readonly { readonly name: string; readonly address: string }[];
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  readonly attachment: {
    readonly name: string;
    readonly type: string;
    readonly bytes: Uint8Array;
  };
  /** The mail's date, ms UTC: equal drafts are equal bytes. */
  readonly writtenAt: number;
}

/**
 * The draft as an .eml file. `X-Unsent` makes mail programs open it for writing instead of reading; it names no sender,
 * because the mail program knows who sends.
 */
export async function buildDraft(draft: MailDraft): Promise<Uint8Array> {
  const hash = createHash('sha256')
    .update(JSON.stringify([draft.to, draft.subject, draft.text, draft.writtenAt]))
    .digest('hex');
  const composer = new MailComposer({
    to: draft.to.map(({ name, address }) => ({ name, address })),
    subject: draft.subject,
    text: draft.text,
    html: draft.html,
    date: new Date(draft.writtenAt),
    messageId: `<${hash.slice(0, 32)}@draft.invalid>`,
    headers: { 'X-Unsent': '1' },
    baseBoundary: hash.slice(0, 16),
    // The words come from partners and people: nothing in them may make the composer read a file or fetch an address.
    disableFileAccess: true,
    disableUrlAccess: true,
    attachments: [
      {
        filename: draft.attachment.name,
        contentType: draft.attachment.type,
        content: Buffer.from(draft.attachment.bytes),
      },
    ],
  });
  return composer.compile().build();
}
