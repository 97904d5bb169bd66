import { utilityProcess, type UtilityProcess } from 'electron';
import { z } from 'zod';
import { networkSchema, programModelSchema } from '../../shared/domain/vocabulary';
import { DeskError } from '../../shared/kernel/result';
import { appPaths } from './paths';

const infoSchema = z.object({
  connections: z.array(
    z.object({
      network: networkSchema,
      account: z.string(),
      name: z.string(),
      client: z.string(),
      model: programModelSchema,
      address: z.string(),
      token: z.string(),
    }),
  ),
  truth: z.string(),
  agency: z.string(),
  control: z.string(),
});
/** Where the sandbox networks listen, and what opens their accounts. */
export type SandboxInfo = z.infer<typeof infoSchema>;

const messageSchema = z.union([z.object({ ready: infoSchema }), z.object({ failed: z.string() })]);

export interface SandboxRequest {
  readonly size: 'small' | 'large';
  readonly seed: number;
  readonly faults?: 'none' | 'some' | 'heavy';
  /** Calls a minute and token. */
  readonly limit?: number;
  readonly port?: number;
}

/** The running sandbox: a process of its own, which ends with the application. */
export interface RunningSandbox {
  readonly info: SandboxInfo;
  stop(): void;
  /** Calls back once when the process ends by itself. */
  onEnd(listener: () => void): void;
}

/** Starts the sandbox networks; `SANDBOX_FAILED` says why they could not. */
export async function startSandboxProcess(request: SandboxRequest): Promise<RunningSandbox> {
  const child = utilityProcess.fork(appPaths.process('sandbox'), [], {
    serviceName: 'Quarterdeck sandbox networks',
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  const info = await firstAnswer(child, request);
  return {
    info,
    stop: () => {
      child.kill();
    },
    onEnd: (listener) => {
      child.once('exit', listener);
    },
  };
}

function firstAnswer(child: UtilityProcess, request: SandboxRequest): Promise<SandboxInfo> {
  return new Promise((resolve, reject) => {
    child.once('spawn', () => {
      child.postMessage({ start: request });
    });
    child.once('exit', (code) => {
      reject(failed(`its process ended with code ${code}`));
    });
    child.once('message', (message: unknown) => {
      const parsed = messageSchema.safeParse(message);
      if (parsed.success && 'ready' in parsed.data) {
        resolve(parsed.data.ready);
        return;
      }
      child.kill();
      reject(
        failed(parsed.success && 'failed' in parsed.data ? parsed.data.failed : 'unclear answer'),
      );
    });
  });
}

function failed(detail: string): DeskError {
  return new DeskError('SANDBOX_FAILED', `The sandbox networks could not start: ${detail}.`);
}
