import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { factsSchema, type MirrorPlace, type StorePlan } from '../../shared/ipc/safety';
import { coreSchema } from '../../shared/records/upgrades';
import { createMirror, type Mirror } from './mirror';
import { safetyPaths, type SafetyRoom } from './room';
import { lastPlace } from './segments';
import { listSnapshots, readSnapshotHead, type SnapshotEntry } from './snapshot-file';
import { planOf, readStanding, writeMarker, type Marker, type Standing } from './standing';

type StorePart = Pick<Marker, 'database' | 'seq' | 'records'>;

/** What is written down of a desk's store outside of it, and the copy of its journal, which belongs to one generation. */
export interface StoreLedger {
  readonly standing: Standing;
  readonly mirror: Mirror;
  /** What the next page is to open. */
  plan(): StorePlan;
  /** Why the store must not be opened before something was done: it is older than this version, or was used by another one. */
  behind(): 'migration' | 'update' | null;
  /** The newest snapshot of the store that is used. */
  newest(): SnapshotEntry | undefined;
  /** Writes down what a snapshot found. */
  note(part: Pick<StorePart, 'seq' | 'records'>): void;
  /** Another store takes the place of this one with the next page; `aside` is the one that it replaces. */
  exchange(part: StorePart, aside?: string): void;
  /** A person decides to go on with this store although it lacks something; it may be of an earlier version. */
  goOn(): void;
  /** A page has opened what the plan said, or is about to. */
  arrived(): void;
  /** Copies what is not on the disk yet, and writes down which version has the store open. */
  settle(): Promise<void>;
}

/** Opens it; reads files only. `onChange` hears of everything that a screen shows. */
export function openLedger(room: SafetyRoom, onChange: () => void): StoreLedger {
  const { profile, log, data } = room;
  const paths = safetyPaths(profile.folder);
  let standing: Standing = readStanding(profile.folder);
  /** True from a restore or a decision until a page opens the other store. */
  let isExchanged = false;
  /** This version has the store open, and so has brought it up to date. */
  let isOurs = false;

  const newest = (): SnapshotEntry | undefined =>
    listSnapshots(paths.snapshots).find(({ generation }) => generation === standing.generation);

  const mirror: Mirror = createMirror(
    room,
    {
      ...standing,
      place: startPlace(standing),
      at: lastPlace(paths.journal, standing.generation)?.at ?? null,
    },
    onChange,
    () => {
      // Somebody exchanged the store's files: what is there is copied as a store of its own, the old copies stay.
      log.error('other-history', { generation: standing.generation });
      begin({ database: standing.database, seq: 0, records: 0 });
      mirror.soon();
    },
  );

  /** The copy goes on where it ended; the newest snapshot has taken the place of segments that are gone. */
  function startPlace({ generation }: Standing): MirrorPlace | null {
    const last = lastPlace(paths.journal, generation)?.place ?? null;
    if (last !== null) return last;
    const snapshot = newest();
    return snapshot ? readSnapshotHead(snapshot.path).place : null;
  }

  /** Until this version has opened the store, it stays one of the version that did so last. */
  function versions(): Pick<Marker, 'app' | 'engine' | 'schema' | 'facts'> {
    const { version: app, engine } = room;
    if (isOurs) return { app, engine, schema: coreSchema, facts: factsSchema };
    return standing.marker ?? { app: '', engine, schema: 0, facts: 0 };
  }

  function mark(part: Pick<Marker, 'generation' | 'database' | 'seq' | 'records' | 'aside'>): void {
    const { app, engine, schema, facts } = versions();
    const marker = { app, engine, schema, facts, at: Date.now(), ...part };
    writeMarker(profile.folder, marker);
    standing = { ...part, marker };
  }

  /** A new generation of the store: what is copied from now on belongs to it alone. */
  function begin(part: StorePart, aside: string | null = null): void {
    mark({ ...part, generation: standing.generation + 1, aside });
    mirror.begin(standing, startPlace(standing));
  }

  function leave(part: StorePart, aside?: string): void {
    isExchanged = true;
    mirror.pause();
    begin(part, aside);
  }

  async function settle(): Promise<void> {
    const isOpen = await data.call('person.get', {}).then(
      () => true,
      () => false,
    );
    if (isExchanged || !isOpen) return;
    isOurs = true;
    await mirror.flush();
    const { marker, database, generation } = standing;
    const { place } = mirror.standing;
    if (place === null) return;
    const { records = 0, aside = null } = marker ?? {};
    if (aside !== null && aside !== database) await data.call('store.drop', { database: aside });
    const now = versions();
    const isKnown =
      marker?.app === now.app &&
      marker.engine === now.engine &&
      marker.schema === now.schema &&
      marker.facts === now.facts;
    if (!isKnown || aside !== null) {
      mark({ generation, database, seq: place.seq, records, aside: null });
    }
  }

  return {
    get standing() {
      return standing;
    },
    mirror,
    plan: () =>
      planOf(
        { ...standing, seq: Math.max(standing.seq, mirror.standing.place?.seq ?? 0) },
        room.engine,
      ),
    behind: () => {
      const { marker } = standing;
      // A new desk has no store; one whose marker was lost may be of any version.
      if (marker === null)
        return existsSync(join(profile.folder, 'IndexedDB')) ? 'migration' : null;
      if (marker.schema < coreSchema || marker.facts < factsSchema) return 'migration';
      return marker.app === room.version ? null : 'update';
    },
    newest,
    note: ({ seq, records }) => {
      const { generation, database, marker } = standing;
      mark({ generation, database, seq, records, aside: marker?.aside ?? null });
    },
    exchange: (part, aside) => {
      // What takes its place was made by this version.
      isOurs = true;
      leave(part, aside);
    },
    goOn: () => {
      leave({ database: standing.database, seq: 0, records: 0 });
    },
    arrived: () => {
      isExchanged = false;
      mirror.resume();
    },
    settle,
  };
}
