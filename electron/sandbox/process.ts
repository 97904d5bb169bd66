import { z } from 'zod';
import { readOptions } from './options';
import { startSandbox } from './server';

/** The sandbox as a utility process: told `{start: options}`, it says `{ready: info}` or `{failed: message}` and serves until ended. */
process.parentPort.on('message', ({ data }: { data: unknown }) => {
  void start(data);
});

async function start(message: unknown): Promise<void> {
  const given =
    typeof message === 'object' && message !== null && 'start' in message
      ? message.start
      : undefined;
  try {
    const { info } = await startSandbox(readOptions(given));
    process.parentPort.postMessage({ ready: info });
  } catch (error) {
    process.parentPort.postMessage({ failed: messageOf(error) });
  }
}

function messageOf(error: unknown): string {
  if (error instanceof z.ZodError) return z.prettifyError(error);
  return error instanceof Error ? error.message : String(error);
}
