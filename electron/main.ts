import { app } from 'electron';
import { ownArguments } from './app/arguments';
import { readCommandLine, UsageError, type Invocation } from './app/command-line';
import { exitCodes, reportText, writeOut } from './app/output';
import { start } from './app/start';

/** The application begins here: what was asked for, or how to ask. */
async function main(): Promise<void> {
  const args = ownArguments(process.argv, app.getAppPath(), app.isPackaged);
  let invocation: Invocation;
  try {
    invocation = readCommandLine(args, process.cwd());
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await writeOut(process.stderr, `${error.message}\n`);
    if (args.includes('--json')) {
      const failure = { code: 'USAGE', message: error.message };
      await writeOut(process.stdout, reportText({ report: {}, error: failure }, true));
    }
    app.exit(exitCodes.wrongUsage);
    return;
  }
  await start(invocation);
}

void main();
