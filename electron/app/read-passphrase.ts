import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';
import { DeskError } from '../../shared/kernel/result';

export interface PassphraseSource {
  readonly passphraseFile?: string;
  readonly passphraseStdin?: true;
}

const variable = 'QUARTERDECK_PASSPHRASE';

/**
 * Reads the passphrase of a backup: the first line of a file or of the standard input, the variable
 * `QUARTERDECK_PASSPHRASE`, or what a person types at a terminal. Never an argument, which every process can see.
 */
export async function readPassphrase({
  passphraseFile,
  passphraseStdin,
}: PassphraseSource): Promise<string> {
  const text =
    passphraseFile !== undefined
      ? firstLine(readFile(passphraseFile))
      : passphraseStdin === true
        ? await readLine()
        : (process.env[variable] ?? (process.stdin.isTTY ? await askAtTerminal() : ''));
  if (text === '') {
    throw new DeskError(
      'PASSPHRASE_MISSING',
      `A backup needs its passphrase: give --passphrase-file FILE, --passphrase-stdin or the variable ${variable}.`,
    );
  }
  return text;
}

function readFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    throw new DeskError(
      'PASSPHRASE_MISSING',
      `The file ${path} with the passphrase can’t be read.`,
    );
  }
}

function firstLine(text: string): string {
  return text.split(/\r?\n/)[0] ?? '';
}

async function readLine(): Promise<string> {
  for await (const line of createInterface({ input: process.stdin })) return line;
  return '';
}

async function askAtTerminal(): Promise<string> {
  process.stderr.write('Passphrase: ');
  // What is typed is not shown.
  process.stdin.setRawMode(true);
  let typed = '';
  try {
    for await (const chunk of process.stdin) {
      for (const key of String(chunk)) {
        if (key === '\r' || key === '\n') return typed;
        if (key === '\u0003') throw new DeskError('CANCELLED', 'Nothing was done.');
        typed = key === '\u007f' ? typed.slice(0, -1) : typed + key;
      }
    }
    return typed;
  } finally {
    process.stdin.setRawMode(false);
    process.stderr.write('\n');
  }
}
