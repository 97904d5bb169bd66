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

/** The arguments of this process for a start with another profile: everything else, switches of the runtime too, stays. */
export function argumentsForProfile(argv: readonly string[], folder: string): string[] {
  const rest = argv.slice(1).filter((argument, index, all) => {
    const isValue = index > 0 && all[index - 1] === '--profile';
    return !isValue && argument !== '--profile' && !argument.startsWith('--profile=');
  });
  return [...rest, '--profile', folder];
}
