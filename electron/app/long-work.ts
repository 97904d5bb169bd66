import type { RunningWork, SyncProgress, WorkKind, WorkState } from '../../shared/ipc/channels';
import { DeskError, toFailure, type DeskFailure } from '../../shared/kernel/result';

/** What running work says of itself; it is kept, so that a page that is loaded meanwhile can show it. */
export interface WorkTeller {
  /** Throws once the work was cancelled, and tells it at any time. */
  readonly signal: AbortSignal;
  /** The newest step of the whole. */
  step(step: RunningWork['step']): void;
  /** The newest step of one connection. */
  connection(progress: SyncProgress): void;
}

/**
 * Long work of one profile. Four places: the networks are read by one sync or one exploration at a time, beside it one
 * review is made, one file is brought in or written, and one backup written, tested or restored. Each can be cancelled.
 */
export interface LongWork {
  /** Runs the work; `WORK_RUNNING` when its place is taken. */
  run<Value>(kind: WorkKind, work: (teller: WorkTeller) => Promise<Value>): Promise<Value>;
  cancel(place: WorkPlace): void;
  isRunning(place: WorkPlace): boolean;
  state(): WorkState;
}

/** Where work of a kind runs. */
export type WorkPlace = 'networks' | 'document' | 'files' | 'backup';

interface Current {
  readonly kind: WorkKind;
  readonly controller: AbortController;
  readonly connections: Map<string, SyncProgress>;
  step: RunningWork['step'];
}

const placeOf = (kind: WorkKind): WorkPlace => {
  if (kind === 'backup') return 'backup';
  if (kind === 'import' || kind === 'export') return 'files';
  return kind === 'review' || kind === 'notes' ? 'document' : 'networks';
};

/** Creates the places; `onChange` is told when work begins, is cancelled and ends. */
export function createLongWork(onChange: () => void): LongWork {
  const places = new Map<WorkPlace, Current>();
  const failures = new Map<WorkKind, DeskFailure>();

  async function run<Value>(
    kind: WorkKind,
    work: (teller: WorkTeller) => Promise<Value>,
  ): Promise<Value> {
    const place = placeOf(kind);
    if (places.has(place)) throw running(place);
    const current: Current = {
      kind,
      controller: new AbortController(),
      connections: new Map(),
      step: null,
    };
    places.set(place, current);
    failures.delete(kind);
    onChange();
    try {
      return await work({
        signal: current.controller.signal,
        step: (step) => {
          current.step = step;
        },
        connection: (progress) => {
          current.connections.set(progress.connection, progress);
        },
      });
    } catch (thrown) {
      // Whatever breaks while work is being stopped breaks because of that.
      if (current.controller.signal.aborted) throw cancelled();
      failures.set(kind, toFailure(thrown));
      throw thrown;
    } finally {
      places.delete(place);
      onChange();
    }
  }

  return {
    run,
    cancel: (place) => {
      places.get(place)?.controller.abort();
      onChange();
    },
    isRunning: (place) => places.has(place),
    state: () => ({
      running: [...places.values()].map(({ kind, controller, connections, step }) => ({
        kind,
        step,
        connections: [...connections.values()],
        cancelling: controller.signal.aborted,
      })),
      failures: [...failures].map(([kind, failure]) => ({ kind, failure })),
    }),
  };
}

function cancelled(): DeskError {
  return new DeskError('CANCELLED', 'The work was cancelled. What was stored until then stays.');
}

function running(place: WorkPlace): DeskError {
  const words = {
    networks: 'The networks are being read already.',
    document: 'Another document is being made.',
    files: 'Another file is being read or written.',
    backup: 'Another backup is being written or read.',
  }[place];
  return new DeskError('WORK_RUNNING', words, { retryable: true });
}
