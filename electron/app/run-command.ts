import { app } from 'electron';
import { DeskError, toFailure } from '../../shared/kernel/result';
import { runCommand, type ProfileInvocation } from '../commands';
import { createHeadlessWindow } from '../windows';
import { openDesk, type Desk } from './desk';
import { createHandlers } from './handlers';
import { createLongWork } from './long-work';
import { exitCodes, reportText, writeOut, type CommandReport } from './output';
import { profileInUse } from './profile';
import { prepareProfileSession } from './profile-session';
import { onUnexpected } from './unexpected';

/**
 * Runs a command with the real main process and the data worker in a page that is never shown. Prints the report and
 * gives the exit code; nothing is scheduled, nothing asks.
 */
export async function runProfileCommand(
  invocation: ProfileInvocation,
  folder: string,
  hasLock: boolean,
): Promise<number> {
  const signal = cancelOnQuit();
  const outcome = await attemptCommand(invocation, folder, hasLock, signal);
  if (outcome.error !== undefined && !invocation.json) {
    const rows = (outcome.error.rows ?? []).map(
      ({ row, field, value, message }) => `row ${row}, ${field} '${value}': ${message}`,
    );
    await writeOut(process.stderr, `${[outcome.error.message, ...rows].join('\n')}\n`);
  }
  await writeOut(process.stdout, reportText(outcome, invocation.json));
  return outcome.error === undefined ? exitCodes.done : exitCodes.failed;
}

async function attemptCommand(
  invocation: ProfileInvocation,
  folder: string,
  hasLock: boolean,
  signal: AbortSignal,
): Promise<CommandReport> {
  let desk: Desk | null = null;
  try {
    if (!hasLock) throw profileInUse();
    desk = openDesk(folder);
    openHeadlessPage(desk);
    const context = { desk, signal, say: createTeller(), folder: process.cwd() };
    const report = await Promise.race([runCommand(invocation, context), unexpected()]);
    await desk.safety.flush();
    return report;
  } catch (thrown) {
    const failure = signal.aborted ? toFailure(cancelled()) : toFailure(thrown);
    desk?.log.error('command-failed', { command: invocation.command, thrown });
    const message = desk?.log.clean(failure.message) ?? failure.message;
    return { report: {}, error: { ...failure, message } };
  } finally {
    desk?.close();
  }
}

function openHeadlessPage(desk: Desk): void {
  const { ipc, windowOptions } = prepareProfileSession(desk, app.isPackaged);
  const fail = (reason: string): void => {
    desk.dataHost.close(
      new DeskError(
        'DATA_WORKER_FAILED',
        'The part of Quarterdeck that keeps the data could not run.',
        {
          detail: reason,
        },
      ),
    );
  };
  ipc.serve(
    createHandlers({
      desk,
      ipc,
      work: createLongWork(() => undefined),
      onWorkerFailed: fail,
      syncState: () => ({ running: false, nextRunAt: null }),
      onOnline: () => undefined,
    }),
  );
  createHeadlessWindow(windowOptions(fail));
}

/** Fails with whatever nobody caught: a command must end, and say why. */
function unexpected(): Promise<never> {
  return new Promise((_resolve, reject) => {
    onUnexpected((thrown) => {
      reject(thrown instanceof Error ? thrown : new Error(String(thrown)));
    });
  });
}

/** A request to end cancels the command, which then ends in its own way; a second one is not waited for. */
function cancelOnQuit(): AbortSignal {
  const controller = new AbortController();
  app.on('before-quit', (event) => {
    if (controller.signal.aborted) return;
    event.preventDefault();
    controller.abort();
  });
  return controller.signal;
}

function cancelled(): DeskError {
  return new DeskError('CANCELLED', 'The command was cancelled. What was stored until then stays.');
}

const MILLISECONDS_BETWEEN_LINES = 1_000;

/** Progress lines for a terminal, at most one a second. */
function createTeller(): (words: string) => void {
  let saidAt = -Infinity;
  return (words) => {
    const now = performance.now();
    if (now - saidAt < MILLISECONDS_BETWEEN_LINES) return;
    saidAt = now;
    process.stderr.write(`${words}\n`);
  };
}
