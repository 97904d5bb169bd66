import type { CommandInvocation } from '../app/command-line';
import type { CommandReport } from '../app/output';
import { runAsOf } from './as-of';
import { runBackup, runDrill, runRestore } from './backup';
import { runConnect } from './connect';
import type { CommandContext, ProfileCommand } from './context';
import { runExplore } from './explore';
import { runExport } from './export';
import { runImport } from './import';
import { runQuery } from './query';
import { runReview } from './review';
import { runStatus } from './status';
import { runSync } from './sync';
import { runVerify } from './verify';
import { runUndo } from './undo';

export type { CommandContext } from './context';
export { runSandbox } from './sandbox';

export type ProfileInvocation = Extract<CommandInvocation, { command: ProfileCommand }>;

/** Runs a command on an open profile; throws a `DeskError` when it fails without a report. */
export function runCommand(
  invocation: ProfileInvocation,
  context: CommandContext,
): Promise<CommandReport> {
  switch (invocation.command) {
    case 'explore':
      return runExplore(invocation.options, context);
    case 'connect':
      return runConnect(invocation.options, context);
    case 'sync':
      return runSync(invocation.options, context);
    case 'query':
      return runQuery(invocation.options, context);
    case 'review':
      return runReview(invocation.options, context);
    case 'export':
      return runExport(invocation.options, context);
    case 'as-of':
      return runAsOf(invocation.options, context);
    case 'backup':
      return runBackup(invocation.options, context);
    case 'restore':
      return runRestore(invocation.options, context);
    case 'drill':
      return runDrill(invocation.options, context);
    case 'verify':
      return runVerify(invocation.options, context);
    case 'import':
      return runImport(invocation.options, context);
    case 'undo':
      return runUndo(invocation.options, context);
    case 'status':
      return runStatus(invocation.options, context);
  }
}
