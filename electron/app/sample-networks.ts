import { DeskError } from '../../shared/kernel/result';
import type { Log } from '../log/log';
import type { Profile } from './profile';
import { startSandboxProcess, type RunningSandbox, type SandboxInfo } from './sandbox-process';

/** The address of a connection whose network is the profile's own sandbox, wherever that listens this time. */
export const SANDBOX_ADDRESS = 'sandbox:';
/** The sample agency is there to be explored, not to be waited for. */
export const SAMPLE_CALLS_PER_MINUTE = 6_000;

/** The sandbox of a sample profile, started when it is first needed. */
export interface SampleNetworks {
  /** `SAMPLE_PROFILE` in a real profile. */
  info(): Promise<SandboxInfo>;
  /** Address and token by `network:account`. */
  addresses(): Promise<ReadonlyMap<string, { readonly address: string; readonly token: string }>>;
  stop(): void;
}

/** Creates the sample networks of a profile; nothing is started yet. */
export function createSampleNetworks(profile: Profile, log: Log): SampleNetworks {
  let running: Promise<RunningSandbox> | null = null;

  async function start(): Promise<RunningSandbox> {
    const agency = profile.sample();
    if (agency === null) {
      throw new DeskError('SAMPLE_PROFILE', 'Only a sample profile has sandbox networks.');
    }
    const sandbox = await startSandboxProcess({ ...agency, limit: SAMPLE_CALLS_PER_MINUTE });
    for (const { token } of sandbox.info.connections) log.hide(token);
    sandbox.onEnd(() => {
      running = null;
    });
    return sandbox;
  }

  async function info(): Promise<SandboxInfo> {
    running ??= start().catch((error: unknown) => {
      running = null;
      throw error;
    });
    return (await running).info;
  }

  async function addresses(): Promise<ReadonlyMap<string, { address: string; token: string }>> {
    const { connections } = await info();
    return new Map(
      connections.map(({ network, account, address, token }) => [
        `${network}:${account}`,
        { address, token },
      ]),
    );
  }

  return {
    info,
    addresses,
    stop: () => {
      running?.then(
        (sandbox) => {
          sandbox.stop();
        },
        () => undefined,
      );
    },
  };
}
