import { app } from 'electron';
import { toFailure } from '../../shared/kernel/result';
import { runSandbox } from '../commands';
import type { CommandOptions } from './command-specs';
import { exitCodes, reportText, writeOut } from './output';

/**
 * Runs the sandbox networks until the process is asked to end, and gives the exit code. It has no profile: what Chromium
 * writes goes to a temporary folder, which the caller removes.
 */
export async function runSandboxCommand(options: CommandOptions<'sandbox'>): Promise<number> {
  try {
    const sandbox = await runSandbox(options);
    await writeOut(process.stdout, reportText({ report: { ...sandbox.info } }, true));
    return await new Promise((resolve) => {
      app.on('before-quit', (event) => {
        event.preventDefault();
        sandbox.stop();
        resolve(exitCodes.done);
      });
      sandbox.onEnd(() => {
        resolve(exitCodes.failed);
      });
    });
  } catch (thrown) {
    const error = toFailure(thrown);
    await writeOut(process.stderr, `${error.message}\n`);
    await writeOut(process.stdout, reportText({ report: {}, error }, true));
    return exitCodes.failed;
  }
}
