import { connectAll } from '../app/connect';
import { readToken } from '../app/read-token';
import type { CommandOptions } from '../app/command-specs';
import type { CommandReport } from '../app/output';
import type { CommandContext } from './context';

/** Connects an account of a network; the token comes from the standard input and is checked by one call. */
export async function runConnect(
  options: CommandOptions<'connect'>,
  { desk }: CommandContext,
): Promise<CommandReport> {
  const { tokenStdin: _tokenStdin, tokenStore, ...candidate } = options;
  const token = await readToken(process.stdin);
  const [connection] = await connectAll(desk, [candidate], token, { store: tokenStore });
  return { report: { connection } };
}
