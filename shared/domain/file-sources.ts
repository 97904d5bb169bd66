import type { Day } from '../kernel/days';
import type { DayWindow } from '../sync/batch';

/** What a file of figures can hold. */
export const fileResources = ['traffic', 'transactions'] as const;
export type FileResource = (typeof fileResources)[number];

/** Does a file that goes there hold figures, and not records? */
export function isFileResource(into: string): into is FileResource {
  return fileResources.some((resource) => resource === into);
}

/** What one file holds of one program: a source of figures beside the program's connection. */
export interface FileSource {
  /** The `source` of its facts. */
  readonly source: string;
  /** Id of the import's record. */
  readonly importId: string;
  /** The file's name. */
  readonly file: string;
  readonly resource: FileResource;
  readonly program: string;
  /** First and last day of its rows, in the program's zone. */
  readonly from: Day;
  readonly to: Day;
  readonly rows: number;
  /** ms UTC when it was brought in. */
  readonly startedAt: number;
}

/** The source of what an import holds of a program. */
export function fileSourceId(importId: string, program: string): string {
  return `${importId}~${program}`;
}

/** The import that a source belongs to; null for a connection. */
export function importOfSource(source: string): string | null {
  const at = source.indexOf('~');
  return at < 0 ? null : source.slice(0, at);
}

/** One of several sources of a program, with the days that it has. */
export interface Claim {
  readonly source: string;
  /** ms UTC since when it is there: until somebody decides, the earlier one counts. */
  readonly since: number;
  readonly windows: readonly DayWindow[];
}

/** A person's word on days that two sources have. */
export interface OverlapChoice extends DayWindow {
  readonly source: string;
  /** ms UTC; the newest word counts. */
  readonly decidedAt: number;
}

/** Days that more than one source has. */
export interface Overlap extends DayWindow {
  /** All that have them, the earliest first. */
  readonly sources: readonly string[];
  /** The one that counts. */
  readonly counts: string;
  readonly isDecided: boolean;
}

/** Which source counts on which days. */
export interface Ownership {
  readonly owned: ReadonlyMap<string, readonly DayWindow[]>;
  readonly overlaps: readonly Overlap[];
}

/** Settles for every day that any source has which of them counts: the only one, the chosen one, else the earliest. */
export function settleOwnership(
  claims: readonly Claim[],
  choices: readonly OverlapChoice[],
): Ownership {
  const edges = new Set<Day>();
  for (const { from, to } of [...claims.flatMap(({ windows }) => windows), ...choices]) {
    edges.add(from).add(to + 1);
  }
  const days = [...edges].sort((one, other) => one - other);
  const bySince = [...claims].sort(
    (one, other) => one.since - other.since || (one.source < other.source ? -1 : 1),
  );
  const newest = [...choices].sort((one, other) => other.decidedAt - one.decidedAt);
  const owned = new Map<string, DayWindow[]>();
  const overlaps: Overlap[] = [];
  for (const [at, from] of days.entries()) {
    const next = days[at + 1];
    if (next === undefined) break;
    const has = ({ windows }: Claim): boolean =>
      windows.some((window) => window.from <= from && window.to >= from);
    const sources = bySince.filter(has).map(({ source }) => source);
    const [earliest] = sources;
    if (earliest === undefined) continue;
    const chosen = newest.find(
      (choice) => choice.from <= from && choice.to >= from && sources.includes(choice.source),
    );
    const counts = chosen?.source ?? earliest;
    const window = { from, to: next - 1 };
    owned.set(counts, grow(owned.get(counts) ?? [], window));
    if (sources.length > 1) {
      addOverlap(overlaps, { ...window, sources, counts, isDecided: chosen !== undefined });
    }
  }
  return { owned, overlaps };
}

/** Windows come in order, so only the last one can be a neighbor. */
function grow(windows: DayWindow[], added: DayWindow): DayWindow[] {
  const last = windows.at(-1);
  if (last?.to !== added.from - 1) return [...windows, added];
  return [...windows.slice(0, -1), { from: last.from, to: added.to }];
}

function addOverlap(overlaps: Overlap[], added: Overlap): void {
  const last = overlaps.at(-1);
  const isSame =
    last !== undefined &&
    last.to === added.from - 1 &&
    last.counts === added.counts &&
    last.isDecided === added.isDecided &&
    last.sources.join() === added.sources.join();
  if (isSame) overlaps[overlaps.length - 1] = { ...last, to: added.to };
  else overlaps.push(added);
}

/** A file of figures as the sync centre lists it. */
export interface ListedFile {
  readonly importId: string;
  readonly file: string;
  readonly into: string;
  readonly programs: readonly string[];
  /** `2026-07-01`; null while nothing of it is stored. */
  readonly from: string | null;
  readonly to: string | null;
  readonly rows: number;
  readonly startedAt: number | null;
  /** Who brought it in. */
  readonly by: string | null;
  /** `missing`: its figures are gone from this computer's store and are read from the kept file again. */
  readonly state: 'read' | 'missing' | 'interrupted';
}

/** Days of a program that two sources have, as a person decides on them. */
export interface ListedOverlap {
  readonly program: string;
  readonly programId: string;
  readonly client: string;
  readonly resource: FileResource;
  readonly from: string;
  readonly to: string;
  readonly sources: readonly { readonly id: string; readonly name: string }[];
  /** The one that counts. */
  readonly counts: string;
  readonly isDecided: boolean;
}

/** Everything about files as sources of figures. */
export interface FileSources {
  readonly files: readonly ListedFile[];
  readonly overlaps: readonly ListedOverlap[];
}
