import { DeskError } from '../../shared/kernel/result';

const MOST_BYTES = 8_000;

/** Reads a token: everything up to the end of the stream, without the line end that `echo` adds. */
export async function readToken(input: AsyncIterable<Buffer | string>): Promise<string> {
  let text = '';
  for await (const piece of input) {
    text += piece.toString();
    if (text.length > MOST_BYTES) break;
  }
  const token = text.trim();
  if (token === '' || text.length > MOST_BYTES || /[\u0000-\u001f\u007f]/.test(token)) {
    throw new DeskError(
      'TOKEN_MISSING',
      'The standard input holds no token: one line is expected.',
    );
  }
  return token;
}
