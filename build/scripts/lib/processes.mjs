import { spawn } from 'node:child_process';
import { root } from './paths.mjs';

const FORWARDED = ['SIGINT', 'SIGTERM', 'SIGHUP'];

/**
 * Runs a program to its end and gives its exit code; 128 + n when a signal n ended it. While it runs, the signals that
 * ask this process to end are handed to it instead, so that it can finish in its own way.
 */
export function run(command, args, options = {}) {
  const { onStart, ...spawnOptions } = options;
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, { cwd: root, stdio: 'inherit', ...spawnOptions });
    const forward = (signal) => child.kill(signal);
    for (const signal of FORWARDED) process.on(signal, forward);
    const release = () => {
      for (const signal of FORWARDED) process.off(signal, forward);
    };
    child.once('error', (error) => {
      release();
      reject(error);
    });
    child.once('close', (code, signal) => {
      release();
      resolve(code ?? 128 + (SIGNAL_NUMBERS[signal] ?? 1));
    });
    onStart?.(child);
  });
}

const SIGNAL_NUMBERS = {
  SIGHUP: 1,
  SIGINT: 2,
  SIGQUIT: 3,
  SIGABRT: 6,
  SIGKILL: 9,
  SIGSEGV: 11,
  SIGTERM: 15,
};

/** As `run`, with the program's stdout collected; its stderr goes to ours. */
export async function runForOutput(command, args, options = {}) {
  let output = '';
  const code = await run(command, args, {
    stdio: ['ignore', 'pipe', 'inherit'],
    ...options,
    onStart: (child) => {
      options.onStart?.(child);
      child.stdout.setEncoding('utf8');
      child.stdout.on('data', (chunk) => (output += chunk));
    },
  });
  return { code, output };
}

/** npm of the Node that runs us, wherever it is: as [command, first arguments]. */
export function npmCommand() {
  const path = process.env.npm_execpath;
  if (path?.endsWith('.js')) return [process.execPath, [path]];
  return process.platform === 'win32' ? ['cmd.exe', ['/d', '/s', '/c', 'npm']] : ['npm', []];
}
