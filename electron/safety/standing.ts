import { readFileSync } from 'node:fs';
import { z } from 'zod';
import { factsSchema, type StorePlan } from '../../shared/ipc/safety';
import { coreSchema } from '../../shared/records/upgrades';
import { writeFileAtomicallySync } from '../files';
import { crashPoint } from './crash-point';
import { safetyPaths } from './room';
import { lastPlace, listSegments, readSegmentHead } from './segments';
import { listSnapshots } from './snapshot-file';

const markerSchema = z.object({
  app: z.string(),
  /** Major version of the engine that opened the store last. */
  engine: z.number().int(),
  /** Of `desk-core`; 0 while nobody knows. */
  schema: z.number().int(),
  /** Of `desk-facts`. */
  facts: z.number().int().default(0),
  /** Rises whenever a person decides that the store begins anew: a restore, going on with less, an empty one. */
  generation: z.number().int().positive(),
  database: z.string().regex(/^desk-core(-\d{1,6})?$/),
  seq: z.number().int().nonnegative(),
  records: z.number().int().nonnegative(),
  /** The database that a restore has left behind, until the new one has been opened and copied. */
  aside: z.string().nullable().default(null),
  /** ms UTC. */
  at: z.number(),
});
/** What is known of the store outside of it. */
export type Marker = z.infer<typeof markerSchema>;

/** What the store must be when a window opens, worked out from files alone. */
export interface Standing {
  readonly generation: number;
  readonly database: string;
  /** The last journal entry that is known to have been written. */
  readonly seq: number;
  readonly marker: Marker | null;
}

/**
 * Reads what is known of a desk's store. The marker names the generation; when it is lost or damaged, the newest
 * generation that any copy names takes its place, so a lost marker never makes a lost store look like a new one.
 */
export function readStanding(profileFolder: string): Standing {
  const paths = safetyPaths(profileFolder);
  const marker = readMarker(paths.marker);
  const snapshots = listSnapshots(paths.snapshots);
  const { generation, database } = marker ?? newestGeneration(paths.journal, snapshots);
  const known = [
    marker?.seq ?? 0,
    lastPlace(paths.journal, generation)?.place.seq ?? 0,
    ...snapshots.filter((each) => each.generation === generation).map(({ seq }) => seq),
  ];
  return { generation, database, seq: Math.max(...known), marker };
}

function newestGeneration(
  journal: string,
  snapshots: readonly { readonly generation: number; readonly database: string }[],
): { readonly generation: number; readonly database: string } {
  const heads = listSegments(journal).flatMap(({ path }) => readSegmentHead(path) ?? []);
  const named = [...heads, ...snapshots].sort((one, other) => other.generation - one.generation);
  return named[0] ?? { generation: 1, database: 'desk-core' };
}

function readMarker(path: string): Marker | null {
  try {
    return markerSchema.safeParse(JSON.parse(readFileSync(path, 'utf8'))).data ?? null;
  } catch {
    return null;
  }
}

/** Writes down what is known of the store. */
export function writeMarker(profileFolder: string, marker: Marker): void {
  crashPoint('marker.before');
  writeFileAtomicallySync(
    safetyPaths(profileFolder).marker,
    `${JSON.stringify(marker, null, 2)}\n`,
  );
  crashPoint('marker.after');
}

/** What a page is told to open. An older engine deletes what a newer one wrote, so it must not even look. */
export function planOf({ database, seq, marker }: Standing, engine: number): StorePlan {
  return { database, seq, refused: marker === null ? null : refusal(marker, engine), waits: false };
}

function refusal(marker: Marker, engine: number): StorePlan['refused'] {
  if (marker.schema > coreSchema || marker.facts > factsSchema) {
    return {
      code: 'NEWER_STORE',
      message:
        'This profile was last used by a newer version of Quarterdeck. Nothing was changed. Install that version, or open another profile.',
    };
  }
  if (marker.engine > engine) {
    return {
      code: 'OLDER_ENGINE',
      message: `This profile was last used by Quarterdeck ${marker.app}, whose engine is newer than this one’s; opening its store here would delete it. Nothing was changed. Install that version, or open another profile.`,
    };
  }
  return null;
}
