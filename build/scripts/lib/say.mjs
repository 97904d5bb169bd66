/** A message to the person at the terminal. Always stderr: stdout belongs to the command's answer. */
export function say(message) {
  process.stderr.write(`quarterdeck: ${message}\n`);
}

/** A reason to stop that needs no stack trace: it already says what to do. */
export class Stop extends Error {}

/** Runs an entry script; a `Stop` prints its message alone, anything else its stack. Both give exit code 1. */
export async function runEntry(main) {
  try {
    process.exitCode = await main();
  } catch (error) {
    say(error instanceof Stop ? error.message : String(error?.stack ?? error));
    process.exitCode = 1;
  }
  // The packager leaves a hook that ends an idle process with 0, whatever its exit code; this one comes before it.
  process.prependOnceListener('beforeExit', () => process.exit(process.exitCode));
}
