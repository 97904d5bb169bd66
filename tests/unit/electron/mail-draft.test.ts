import { describe, expect, it } from 'vitest';
import { buildDraft, type MailDraft } from '../../../electron/mail/draft';

const draft: MailDraft = {
  to: [
    { name: 'Анна Смирнова', address: 'anna@client.example' },
    { name: 'Evil\r\nBcc: all@client.example', address: 'evil@client.example' },
  ],
  subject: 'Nordlicht, week of 9–15 Nov 2026: revenue up 12.3 %\r\nBcc: everybody@client.example',
  text: 'Tracked revenue rose.\n',
  html: '<p>Tracked revenue rose.</p><img src="file:///etc/passwd">',
  attachment: {
    name: 'note.pdf',
    type: 'application/pdf',
    bytes: new TextEncoder().encode('%PDF-'),
  },
  writtenAt: Date.UTC(2026, 10, 16, 5),
};

async function linesOf(over: Partial<MailDraft> = {}): Promise<string[]> {
  return Buffer.from(await buildDraft({ ...draft, ...over }))
    .toString('utf8')
    .split('\r\n');
}

describe('a mail draft', () => {
  it('opens for writing, names no sender, and is the same bytes again', async () => {
    const lines = await linesOf();
    expect(lines).toContain('X-Unsent: 1');
    expect(lines.some((line) => /^(From|Sender):/i.test(line))).toBe(false);
    expect(await linesOf()).toEqual(lines);
  });

  it('carries text, HTML and the page', async () => {
    const words = (await linesOf()).join('\n');
    expect(words).toContain('Content-Type: text/plain; charset=utf-8');
    expect(words).toContain('Content-Type: text/html; charset=utf-8');
    expect(words).toContain('Content-Type: application/pdf; name=note.pdf');
    expect(words).toContain(Buffer.from('%PDF-').toString('base64'));
    expect(words).toContain('Tracked revenue rose.');
  });

  it('takes no header from a name or a subject, and no file from its words', async () => {
    const lines = await linesOf();
    const head = lines.slice(0, lines.indexOf(''));
    expect(head.filter((line) => /^bcc:/i.test(line))).toEqual([]);
    expect(lines.join('\n')).not.toContain('root:');
  });

  it('without a recipient leaves the address to the person', async () => {
    const lines = await linesOf({ to: [] });
    expect(lines.some((line) => line.startsWith('To:'))).toBe(false);
  });
});
