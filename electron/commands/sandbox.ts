import { startSandboxProcess, type RunningSandbox } from '../app/sandbox-process';
import type { CommandOptions } from '../app/command-specs';

/** Starts the sandbox networks for programs outside; they run until this process is ended. */
export function runSandbox(options: CommandOptions<'sandbox'>): Promise<RunningSandbox> {
  return startSandboxProcess(options);
}
