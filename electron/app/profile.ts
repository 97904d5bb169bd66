import { mkdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { DeskError } from '../../shared/kernel/result';
import { writeFileAtomicallySync } from '../files';

/** The marker of a profile's folder. */
export const PROFILE_FILE = 'profile.json';

const sampleSchema = z.strictObject({
  size: z.enum(['small', 'large']),
  seed: z.number().int().nonnegative(),
});
/** Which sample agency a sample profile holds. */
export type SampleAgency = z.infer<typeof sampleSchema>;

const markerSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('real') }),
  z.strictObject({ kind: z.literal('sample'), sandbox: sampleSchema }),
]);
type Marker = z.infer<typeof markerSchema>;

/** The folder of one desk: Chromium's data, the log, documents, encrypted tokens and this marker. */
export interface Profile {
  readonly folder: string;
  /** The sample agency for ever, or null for a real profile. */
  sample(): SampleAgency | null;
  /** Marks the profile as a sample for ever; `SAMPLE_PROFILE` when it is another sample already. */
  markSample(agency: SampleAgency): void;
}

/** The error of a process that found the profile taken. */
export function profileInUse(): DeskError {
  return new DeskError(
    'PROFILE_IN_USE',
    'This profile is open in another Quarterdeck. Close it there, or use another profile.',
  );
}

/** Opens a profile; a folder without a marker becomes a real profile. */
export function openProfile(folder: string): Profile {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  const path = join(folder, PROFILE_FILE);
  let marker = readMarker(path);

  function write(next: Marker): void {
    writeFileAtomicallySync(path, `${JSON.stringify(next, null, 2)}\n`);
    marker = next;
  }

  if (marker === null) write({ kind: 'real' });
  return {
    folder,
    sample: () => (marker?.kind === 'sample' ? marker.sandbox : null),
    markSample: (agency) => {
      if (marker?.kind === 'sample' && !isSame(marker.sandbox, agency)) {
        throw new DeskError(
          'SAMPLE_PROFILE',
          `This profile holds the sample agency of size ${marker.sandbox.size} and seed ${marker.sandbox.seed} ` +
            'and stays with it. Use another profile.',
        );
      }
      write({ kind: 'sample', sandbox: agency });
    },
  };
}

function readMarker(path: string): Marker | null {
  let text: string;
  try {
    text = readFileSync(path, 'utf8');
  } catch {
    return null;
  }
  const parsed = markerSchema.safeParse(parseJson(text));
  if (parsed.success) return parsed.data;
  // Taking a damaged marker for 'real' could mix sample figures with a client's.
  throw new DeskError('PROFILE_DAMAGED', 'The file profile.json of this profile is damaged.');
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

function isSame(one: SampleAgency, other: SampleAgency): boolean {
  return one.size === other.size && one.seed === other.seed;
}
