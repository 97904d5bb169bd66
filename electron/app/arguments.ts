import { resolve } from 'node:path';

/**
 * The arguments that are ours: after the executable when packaged, else after the application's path, before which
 * stand switches of the runtime.
 */
export function ownArguments(
  argv: readonly string[],
  appPath: string,
  isPackaged: boolean,
): readonly string[] {
  if (isPackaged) return argv.slice(1);
  const at = argv.findIndex((argument, index) => index > 0 && resolve(argument) === appPath);
  return at === -1 ? argv.slice(1) : argv.slice(at + 1);
}
