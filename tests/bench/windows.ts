import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { cp, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { createPackage } from '@electron/asar';
import { z } from 'zod';
import { chromiumSwitches, packagedExecutable } from '../end-to-end/support/command-line';

/** An executable that opens one window over a profile. */
export interface WindowApplication {
  readonly executable: string;
  readonly profile: string;
  readonly environment: NodeJS.ProcessEnv;
}

/** A window of an application that was started as a user starts it: no debugger waits for it. */
export interface OpenedWindow {
  /** Milliseconds from the start of the process until this entry of the page's performance timeline. */
  readonly reached: (entry: string) => Promise<number>;
  readonly processId: number;
  readonly close: () => Promise<void>;
}

/** Nobody looks into the page before: a debugger that attaches meanwhile would be part of the figure. */
const undisturbedMilliseconds = 2_500;

/** Starts the application; the page can be asked through the debugging port afterwards. */
export function openWindow({ executable, profile, environment }: WindowApplication): OpenedWindow {
  const startedAt = performance.timeOrigin + performance.now();
  const child = spawn(
    executable,
    [...chromiumSwitches(), '--remote-debugging-port=0', '--profile', profile],
    { env: environment, stdio: ['ignore', 'ignore', 'pipe'] },
  );
  const debuggingPort = portOf(child);
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  return {
    processId: child.pid ?? 0,
    reached: async (entry) => {
      const port = await debuggingPort;
      await delay(undisturbedMilliseconds);
      return (await timeOf(port, entry)) - startedAt;
    },
    close: async () => {
      child.kill('SIGTERM');
      await Promise.race([ended, delay(10_000)]);
      child.kill('SIGKILL');
      await ended;
    },
  };
}

function portOf(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let text = '';
    child.stderr?.on('data', (chunk: Buffer) => {
      text += chunk.toString('utf8');
      const [, port] = /DevTools listening on ws:\/\/127\.0\.0\.1:(\d+)\//.exec(text) ?? [];
      if (port !== undefined) resolve(port);
    });
    child.once('error', reject);
    child.once('close', () => reject(new Error(`The application ended: ${text}`)));
  });
}

const targetsSchema = z.array(z.object({ type: z.string(), webSocketDebuggerUrl: z.string() }));
const answerSchema = z.object({
  result: z.object({ result: z.object({ value: z.number().nullable() }) }),
});
const mostAttempts = 60;

/** ms since the epoch at which the page noted the entry. */
async function timeOf(port: string, entry: string): Promise<number> {
  const first = `performance.getEntriesByName(${JSON.stringify(entry)})[0]`;
  const found = `${first} ? performance.timeOrigin + ${first}.startTime : null`;
  const list = await fetch(`http://127.0.0.1:${port}/json/list`);
  const page = targetsSchema.parse(await list.json()).find(({ type }) => type === 'page');
  if (page === undefined) throw new Error('The application has no window.');
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    const time = await evaluate(page.webSocketDebuggerUrl, found);
    if (time !== null) return time;
    await delay(500);
  }
  throw new Error(`The page never noted '${entry}'.`);
}

/** Has the page compute a number. */
function evaluate(address: string, expression: string): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const socket = new WebSocket(address);
    socket.onerror = () => reject(new Error("The page can't be asked."));
    socket.onopen = () =>
      socket.send(
        JSON.stringify({
          id: 1,
          method: 'Runtime.evaluate',
          params: { expression, returnByValue: true },
        }),
      );
    socket.onmessage = ({ data }: MessageEvent<unknown>) => {
      socket.close();
      const answer = answerSchema.safeParse(JSON.parse(String(data)));
      if (answer.success) resolve(answer.data.result.result.value);
      else reject(new Error(`The page's answer makes no sense: ${String(data)}`));
    };
  });
}

/** A copy of the packaged application with an empty window in place of the desk. */
export async function makeEmptyApplication(): Promise<
  WindowApplication & { readonly remove: () => Promise<void> }
> {
  const packaged = packagedExecutable('inspect');
  const place = await mkdtemp(path.join(tmpdir(), 'quarterdeck-empty-'));
  const folder = path.join(place, 'application');
  await cp(path.dirname(packaged), folder, { recursive: true });
  const archive = path.join(folder, 'resources', 'app.asar');
  if (!existsSync(archive)) throw new Error('The package is not laid out as on Linux or Windows.');
  await createPackage(path.join(__dirname, 'empty-app'), archive);
  return {
    executable: path.join(folder, path.basename(packaged)),
    profile: path.join(place, 'profile'),
    environment: process.env,
    remove: () => rm(place, { recursive: true, force: true, maxRetries: 5 }),
  };
}
