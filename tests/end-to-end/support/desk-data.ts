import type { Page } from '@playwright/test';
import type { RecordChange } from '../../../shared/ipc/data-contract';
import type { SafetyState } from '../../../shared/ipc/safety';
import type { DeskRecord } from '../../../shared/ipc/desk-records';

/** Calls main over a channel, as the window does. */
export async function askMain<Value>(page: Page, channel: string, args: unknown): Promise<Value> {
  const answer = await page.evaluate(
    ([name, given]) => {
      type Calls = Record<string, (args: unknown) => Promise<unknown>>;
      return (window as unknown as { desk: { calls: Calls } }).desk.calls[name]?.(given);
    },
    [channel, args] as const,
  );
  return valueOf(channel, answer) as Value;
}

interface CallPort {
  readonly ask: (method: string, args: unknown) => Promise<unknown>;
}

/** Calls the data worker of the window that is open, over a port of the test's own. */
export async function askDesk<Value>(page: Page, method: string, args: unknown): Promise<Value> {
  const answer = await page.evaluate(
    ([name, given]) => {
      const room = window as unknown as { testPort?: CallPort };
      room.testPort ??= open();
      return room.testPort.ask(name, given);

      function open(): CallPort {
        const { port1, port2 } = new MessageChannel();
        const waiting = new Map<number, (answer: unknown) => void>();
        port1.onmessage = ({ data }: MessageEvent<{ id?: number; result?: unknown }>) => {
          if (data.id !== undefined) waiting.get(data.id)?.(data.result);
        };
        window.postMessage({ deskPort: 'main' }, location.origin, [port2]);
        let last = 0;
        return {
          ask: (asked, handed) =>
            new Promise((resolve) => {
              last += 1;
              waiting.set(last, resolve);
              port1.postMessage({ id: last, method: asked, args: handed });
            }),
        };
      }
    },
    [method, args] as const,
  );
  return valueOf(method, answer) as Value;
}

function valueOf(asked: string, answer: unknown): unknown {
  const result = answer as
    { ok: true; value: unknown } | { ok: false; error: { code: string; message: string } };
  if (!result.ok) throw new Error(`${asked}: ${result.error.code} ${result.error.message}`);
  return result.value;
}

/** Writes records as a person does; when it resolves, the write was acknowledged. */
export async function writeDesk(page: Page, changes: readonly RecordChange[]): Promise<void> {
  await askDesk(page, 'records.write', { changes, origin: 'person', reason: 'Test' });
}

/** Names of the living clients. */
export async function clientNames(page: Page): Promise<string[]> {
  const clients = await askDesk<DeskRecord[]>(page, 'records.list', { kind: 'client' });
  return clients.flatMap(({ values: { name } }) => (typeof name === 'string' ? [name] : [])).sort();
}

/** The change that makes a client of this name. */
export function newClient(name: string): RecordChange {
  return { op: 'create', kind: 'client', values: { name } };
}

/** Is every entry of the journal on the disk, and nothing wrong? */
export async function isCopied(page: Page): Promise<boolean> {
  const entries = await askDesk<{ seq: number }[]>(page, 'journal.read', {
    after: 0,
    limit: 5_000,
  });
  const { mirror } = await askMain<SafetyState>(page, 'safety.state', {});
  return mirror.problem === null && mirror.seq === entries.at(-1)?.seq;
}
