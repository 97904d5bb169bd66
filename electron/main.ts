import { app } from 'electron';
import { ownArguments } from './app/arguments';
import { readCommandLine, UsageError, type Invocation } from './app/command-line';
import { exitCodes, writeOut } from './app/output';
import { start } from './app/start';

/** The application begins here: what was asked for, or how to ask. */
async function main(): Promise<void> {
  let invocation: Invocation;
  try {
    const args = ownArguments(process.argv, app.getAppPath(), app.isPackaged);
    invocation = readCommandLine(args, process.cwd());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await writeOut(process.stderr, `${error.message}\n`);
    app.exit(exitCodes.wrongUsage);
    return;
  }
  await start(invocation);
}

void main();
