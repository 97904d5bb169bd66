import type { MirrorPlace } from '../../shared/ipc/safety';
import { DeskError, toFailure } from '../../shared/kernel/result';
import { createAppendFile, type AppendFile } from '../files';
import { crashPoint } from './crash-point';
import { diskWords } from './disk-words';
import { safetyPaths, type SafetyRoom } from './room';
import { nextSegment, placeLine, sealLine, segmentHead } from './segments';

/** Edits that follow each other closely are written and flushed together. */
const gatherMilliseconds = 50;
/** A disk that could not be written is tried again by itself. */
const retryMilliseconds = 10_000;

/** To which store the copy belongs. */
export interface MirrorStore {
  readonly generation: number;
  readonly database: string;
}

/** The copy of the journal on disk, a moment behind the store. */
export interface Mirror {
  /** Something was written, or a page has come up: copies it soon. */
  soon(): void;
  /** Copies what there is now; ends when it is on the disk, or can't be. */
  flush(): Promise<void>;
  /** The next lines go to a new segment. */
  rotate(): void;
  /** Goes on after this place, for this store. */
  begin(store: MirrorStore, place: MirrorPlace | null): void;
  /** Copies nothing until `resume`: the store that is open is no longer the one of this desk. */
  pause(): void;
  resume(): void;
  readonly standing: {
    readonly place: MirrorPlace | null;
    readonly at: number | null;
    readonly problem: string | null;
  };
  close(): void;
}

/** Creates the copy; `onOtherHistory` is told when the open store is not the one that the copy belongs to. */
export function createMirror(
  room: SafetyRoom,
  start: MirrorStore & { readonly place: MirrorPlace | null; readonly at?: number | null },
  onChange: () => void,
  onOtherHistory: () => void,
): Mirror {
  const { journal } = safetyPaths(room.profile.folder);
  let store: MirrorStore = { generation: start.generation, database: start.database };
  let { place } = start;
  let at: number | null = start.at ?? null;
  let problem: string | null = null;
  let file: AppendFile | null = null;
  let timer: NodeJS.Timeout | null = null;
  let running: Promise<void> | null = null;
  let isPaused = false;

  function schedule(milliseconds: number): void {
    timer ??= setTimeout(() => {
      timer = null;
      void flush();
    }, milliseconds);
  }

  async function flush(): Promise<void> {
    if (isPaused) return;
    // What was committed since the running copy began reading may not be in it.
    if (running !== null) await running;
    running ??= copy().finally(() => {
      running = null;
    });
    await running;
  }

  async function copy(): Promise<void> {
    try {
      for (let more = true; more;) more = await copyGroup();
      say(null);
    } catch (thrown) {
      const { code } = toFailure(thrown);
      if (code === 'OTHER_HISTORY') onOtherHistory();
      else if (!(thrown instanceof DeskError)) {
        room.log.error('mirror-failed', { thrown });
        // The last line may be torn: what comes next goes to a new segment.
        rotate();
        say(diskWords(thrown, 'Changes are not being copied to disk'));
        schedule(retryMilliseconds);
      }
      // A store that can't be asked has told its failure to whoever asked for more than this.
    }
  }

  async function copyGroup(): Promise<boolean> {
    const belongsTo = store;
    const read = await room.data.call('mirror.read', { after: place });
    if (read.lines.length === 0 || belongsTo !== store || isPaused) return false;
    const now = Date.now();
    file ??= await openSegment(now);
    crashPoint('mirror.before');
    await file.append([...read.lines.map(sealLine), placeLine(read.place, now)].join(''));
    crashPoint('mirror.after');
    place = read.place;
    at = now;
    return read.more;
  }

  async function openSegment(now: number): Promise<AppendFile> {
    const opened = await createAppendFile(nextSegment(journal, store.generation));
    try {
      await opened.append(segmentHead({ ...store, app: room.version, at: now }));
    } catch (thrown) {
      await opened.close().catch(() => undefined);
      throw thrown;
    }
    return opened;
  }

  function rotate(): void {
    void file?.close().catch(() => undefined);
    file = null;
  }

  function say(words: string | null): void {
    if (problem === words) return;
    problem = words;
    onChange();
  }

  return {
    soon: () => {
      schedule(gatherMilliseconds);
    },
    flush,
    rotate,
    begin: (next, from) => {
      store = { generation: next.generation, database: next.database };
      place = from;
      rotate();
    },
    get standing() {
      return { place, at, problem };
    },
    pause: () => {
      isPaused = true;
    },
    resume: () => {
      isPaused = false;
    },
    close: () => {
      if (timer !== null) clearTimeout(timer);
      timer = null;
      rotate();
    },
  };
}
