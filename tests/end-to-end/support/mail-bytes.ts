/** The parts of a mail draft: what a mail program would show, and the bytes of what is attached. */
export interface MailParts {
  readonly text: string;
  readonly html: string;
  readonly attachments: readonly Buffer[];
}

/** Takes an .eml file apart, as far as the application's own drafts go: base64 and quoted-printable parts. */
export function mailParts(source: string): MailParts {
  const leaves = leavesOf(source);
  const of = (type: string): string =>
    leaves.find((leaf) => leaf.type.startsWith(type))?.bytes.toString('utf8') ?? '';
  return {
    text: of('text/plain'),
    html: of('text/html'),
    attachments: leaves.filter(({ type }) => !type.startsWith('text/')).map(({ bytes }) => bytes),
  };
}

interface Leaf {
  readonly type: string;
  readonly bytes: Buffer;
}

function leavesOf(part: string): Leaf[] {
  const end = part.search(/\r?\n\r?\n/);
  const head = part.slice(0, end).replaceAll(/\r?\n[ \t]+/g, ' ');
  const body = part.slice(end).replace(/^\r?\n\r?\n/, '');
  const header = (name: string): string =>
    new RegExp(`^${name}:\\s*(.*)$`, 'im').exec(head)?.[1] ?? '';
  const type = header('Content-Type');
  const boundary = /boundary="?([^";]+)"?/.exec(type)?.[1];
  if (boundary !== undefined) {
    const inner = body.split(`--${boundary}`).slice(1, -1);
    return inner.flatMap((one) => leavesOf(one.replace(/^\r?\n/, '')));
  }
  return [{ type, bytes: decoded(body, header('Content-Transfer-Encoding').toLowerCase()) }];
}

function decoded(body: string, encoding: string): Buffer {
  if (encoding === 'base64') return Buffer.from(body, 'base64');
  if (encoding !== 'quoted-printable') return Buffer.from(body, 'utf8');
  const joined = body.replaceAll(/=\r?\n/g, '');
  const bytes = joined.replaceAll(/=([0-9A-F]{2})/g, (_, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
  return Buffer.from(bytes, 'latin1');
}
