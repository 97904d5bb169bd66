import { resolve } from 'node:path';
import type { z } from 'zod';
import { commandSpecs, type CommandName } from './command-specs';

/** Wrong usage: exit code 2, with a sentence that says what is wrong. */
export class UsageError extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'UsageError';
  }
}

/** A command with its checked options. */
export type CommandInvocation = {
  readonly [Name in CommandName]: {
    readonly mode: 'command';
    readonly command: Name;
    readonly options: z.infer<(typeof commandSpecs)[Name]['options']>;
    /** Absolute; null means the default place. */
    readonly profile: string | null;
    readonly json: boolean;
  };
}[CommandName];

export interface WindowInvocation {
  readonly mode: 'window';
  readonly profile: string | null;
}
export type Invocation = CommandInvocation | WindowInvocation;

/** Switches of Chromium, Electron and Playwright: they may stand anywhere and are none of ours. */
const runtimeSwitch =
  /^--?(?:no-sandbox|disable-[a-z-]+|enable-[a-z-]+|inspect(?:-brk)?|remote-debugging-(?:port|pipe)|password-store|ozone-platform(?:-hint)?|lang|force-[a-z-]+|js-flags|log-[a-z-]+|use-[a-z]+|in-process-gpu|trace-[a-z-]+)(?:=.*)?$/;

/**
 * Reads the arguments after the program (and, unpackaged, after the application's path). Without a command the window
 * opens. Throws `UsageError`.
 */
export function readCommandLine(args: readonly string[], folder: string): Invocation {
  const own = args.filter((argument) => !runtimeSwitch.test(argument));
  const [first] = own;
  if (first === undefined || first.startsWith('-')) return readWindow(own, folder);
  if (!isCommand(first)) throw new UsageError(`'${first}' is no command. ${commandList()}`);
  return readCommand(first, own.slice(1), folder);
}

function readWindow(args: readonly string[], folder: string): WindowInvocation {
  const { values, words } = readFlags(args, ['profile'], []);
  if (words.length > 0) throw new UsageError(`'${words.join(' ')}' is not understood.`);
  return { mode: 'window', profile: profileOf(values, folder) };
}

function readCommand(command: CommandName, args: readonly string[], folder: string): Invocation {
  const spec = commandSpecs[command];
  const valueFlags = [...spec.values, ...(spec.profile ? ['profile'] : [])];
  const { values, switches, words } = readFlags(args, valueFlags, [...spec.switches, 'json']);
  const named = nameWords(command, spec.words, words);
  const profile = profileOf(values, folder);
  const json = switches.has('json');
  values.delete('profile');
  switches.delete('json');
  const given: (readonly [string, string | true])[] = [
    ...named,
    ...[...values].map(([name, value]) => [camelCase(name), value] as const),
    ...[...switches].map((name) => [camelCase(name), true] as const),
  ];
  const parsed = spec.options.safeParse(Object.fromEntries(given));
  if (!parsed.success) throw new UsageError(explain(command, parsed.error));
  // The pair of command and options is made here from one entry of the table.
  return { mode: 'command', command, options: parsed.data, profile, json } as CommandInvocation;
}

interface Flags {
  readonly values: Map<string, string>;
  readonly switches: Set<string>;
  readonly words: string[];
}

/** `--name value`, `--name=value` and `--switch`; each at most once. */
function readFlags(
  args: readonly string[],
  valueFlags: readonly string[],
  switchFlags: readonly string[],
): Flags {
  const flags: Flags = { values: new Map(), switches: new Set(), words: [] };
  for (let index = 0; index < args.length; index += 1) {
    const argument = args[index] ?? '';
    if (!argument.startsWith('-')) {
      flags.words.push(argument);
      continue;
    }
    const [, name = '', inline] = /^--([a-z][a-z-]*)(?:=(.*))?$/s.exec(argument) ?? [];
    if (flags.values.has(name) || flags.switches.has(name)) {
      throw new UsageError(`--${name} is given twice.`);
    }
    if (switchFlags.includes(name) && inline === undefined) {
      flags.switches.add(name);
    } else if (valueFlags.includes(name)) {
      const value = inline ?? args[(index += 1)];
      if (value === undefined || (inline === undefined && value.startsWith('--'))) {
        throw new UsageError(`--${name} needs a value.`);
      }
      flags.values.set(name, value);
    } else throw new UsageError(`${argument} is not understood.`);
  }
  return flags;
}

function nameWords(
  command: CommandName,
  names: readonly string[],
  words: readonly string[],
): (readonly [string, string])[] {
  if (words.length > names.length) {
    throw new UsageError(`'${words.slice(names.length).join(' ')}' is not understood.`);
  }
  return names.flatMap((named, index) => {
    const name = named.replace(/\?$/, '');
    const word = words[index];
    if (word !== undefined) return [[name, word] as const];
    if (named !== name) return [];
    throw new UsageError(`'${command}' needs ${name.toUpperCase()}.`);
  });
}

function profileOf(values: ReadonlyMap<string, string>, folder: string): string | null {
  const profile = values.get('profile');
  if (profile === '') throw new UsageError('--profile needs a folder.');
  return profile === undefined ? null : resolve(folder, profile);
}

function explain(command: CommandName, error: z.ZodError): string {
  const [issue] = error.issues;
  const [field] = issue?.path ?? [];
  const flag = typeof field === 'string' ? kebabCase(field) : null;
  if (flag === null) return `${command}: ${issue?.message ?? 'the options are not understood.'}`;
  const spec = commandSpecs[command];
  const label = spec.words.some((word) => word.replace(/\?$/, '') === flag)
    ? flag.toUpperCase()
    : `--${flag}`;
  return `${command}: ${label}: ${issue?.message ?? 'not understood'}`;
}

function isCommand(word: string): word is CommandName {
  return Object.hasOwn(commandSpecs, word);
}

function commandList(): string {
  return `The commands are ${Object.keys(commandSpecs).join(', ')}.`;
}

function camelCase(flag: string): string {
  return flag.replace(/-([a-z])/g, (_match, letter: string) => letter.toUpperCase());
}

function kebabCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
