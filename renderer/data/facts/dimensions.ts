import type { Dimension } from '../../../shared/domain/query';
import { monthKey, formatDay, quarterKey, weekKey, type Day } from '../../../shared/kernel/days';
import type { Directory, ProgramEntry } from '../directory';
import type { SourceSeries } from './series';

/** The possible words of one dimension, ascending: an index is also a rank. */
export interface Axis {
  readonly name: Dimension | 'model' | 'currency';
  readonly values: readonly (string | null)[];
  /** Ids of the records behind the words, where there are any. */
  readonly ids?: readonly string[];
}

const programWords = {
  client: ({ client, clientId }: ProgramEntry) => ({ word: client, id: clientId }),
  program: ({ program, programId }: ProgramEntry) => ({ word: program, id: programId }),
  account: ({ account, network }: ProgramEntry) => ({ word: account, id: `${network}:${account}` }),
  network: ({ network }: ProgramEntry) => ({ word: network, id: network }),
  model: ({ model }: ProgramEntry) => ({ word: model, id: model }),
} as const;

export type ProgramDimension = keyof typeof programWords;

/** Does this dimension depend on the program alone? */
export function isProgramDimension(name: Axis['name']): name is ProgramDimension {
  return name in programWords;
}

const dayWords = { day: formatDay, week: weekKey, month: monthKey, quarter: quarterKey } as const;
export type DayDimension = keyof typeof dayWords;

/** Does this dimension depend on the day alone? */
export function isDayDimension(name: Axis['name']): name is DayDimension {
  return name in dayWords;
}

/** The words of a program dimension and each program's place among them; equal names of two records stay apart. */
export function programAxis(
  name: ProgramDimension,
  programs: readonly ProgramEntry[],
): { axis: Axis; indexOf: (program: ProgramEntry) => number } {
  const inScope = new Set(programs.map(({ programId }) => programId));
  // Who is looked at without its follower stands under its own name.
  const wordOf = (program: ProgramEntry): { word: string; id: string } => {
    const last = program.succession?.countsAs;
    const isFollowed = last !== undefined && inScope.has(last.programId);
    return programWords[name](isFollowed ? { ...program, ...last } : program);
  };
  const words = new Map<string, string>();
  for (const program of programs) {
    const { word, id } = wordOf(program);
    words.set(id, word);
  }
  const sorted = [...words].sort(
    ([leftId, left], [rightId, right]) => compare(left, right) || compare(leftId, rightId),
  );
  const place = new Map(sorted.map(([id], index) => [id, index]));
  return {
    axis: { name, values: sorted.map(([, word]) => word), ids: sorted.map(([id]) => id) },
    indexOf: (program) => place.get(wordOf(program).id) ?? 0,
  };
}

/** The words of the days between two days and the place of each day among them. */
export function dayAxis(
  name: DayDimension,
  from: Day,
  to: Day,
): { axis: Axis; places: Float64Array } {
  const values: string[] = [];
  const places = new Float64Array(Math.max(0, to - from + 1));
  for (let day = from; day <= to; day += 1) {
    const word = dayWords[name](day);
    if (values.at(-1) !== word) values.push(word);
    places[day - from] = values.length - 1;
  }
  return { axis: { name, values }, places };
}

/** Partners behind all network ids of the sources in question. */
export interface PartnerIndex {
  readonly partner: Axis;
  readonly partnerType: Axis;
  /** By source: place of each network id's partner, and of its type. */
  readonly places: ReadonlyMap<
    string,
    { readonly partner: Uint32Array; readonly type: Uint32Array }
  >;
}

let cached: {
  readonly partnerOf: Directory['partnerOf'];
  readonly series: readonly SourceSeries[];
  readonly index: PartnerIndex;
} | null = null;

/** Finds every partner once per directory and state of the facts: fifty thousand names are sorted only when they change. */
export function partnerIndex(directory: Directory, series: readonly SourceSeries[]): PartnerIndex {
  // A directory is made for each question; what it knows of partners is kept until a partner changes.
  const isSame =
    cached?.partnerOf === directory.partnerOf &&
    cached.series.length === series.length &&
    cached.series.every((one, at) => one === series[at]);
  if (cached !== null && isSame) return cached.index;
  const index = buildPartnerIndex(directory, series);
  cached = { partnerOf: directory.partnerOf, series, index };
  return index;
}

interface FoundPartner {
  readonly name: string | null;
  readonly id: string;
  readonly type: string | null;
  place: number;
}

function buildPartnerIndex(directory: Directory, series: readonly SourceSeries[]): PartnerIndex {
  const known = new Map<string, FoundPartner>();
  const types = new Set<string | null>();
  const found = series.map(({ source, partnerships }) =>
    partnerships.map((networkId) => {
      const entry = networkId === '' ? null : directory.partnerOf(source, networkId);
      const id = entry?.partnerId ?? (networkId === '' ? '' : `${source}|${networkId}`);
      let partner = known.get(id);
      if (partner === undefined) {
        // Until its partner record is derived, a network id stands for itself.
        const name = entry?.partner ?? (networkId === '' ? null : networkId);
        partner = { name, id, type: entry?.type ?? null, place: 0 };
        known.set(id, partner);
      }
      const type = entry?.type ?? null;
      types.add(type);
      return { partner, type };
    }),
  );
  const sorted = byNameAndId(known.values());
  for (const [place, partner] of sorted.entries()) partner.place = place;
  const typeWords = [...types].sort(compare);
  const typePlace = new Map(typeWords.map((word, place) => [word, place]));
  const places = new Map(
    series.map(({ source }, at) => {
      const list = found[at] ?? [];
      return [
        source,
        {
          partner: Uint32Array.from(list, ({ partner }) => partner.place),
          type: Uint32Array.from(list, ({ type }) => typePlace.get(type) ?? 0),
        },
      ] as const;
    }),
  );
  return {
    partner: {
      name: 'partner',
      values: sorted.map(({ name }) => name),
      ids: sorted.map(({ id }) => id),
    },
    partnerType: { name: 'partnerType', values: typeWords },
    places,
  };
}

/** Names are put in order by the engine's own sort of texts, which is the order of `compare` in half the time. */
function byNameAndId(partners: Iterable<FoundPartner>): FoundPartner[] {
  const nameless: FoundPartner[] = [];
  const byName = new Map<string, FoundPartner[]>();
  for (const partner of partners) {
    const { name } = partner;
    const same = name === null ? nameless : byName.get(name);
    if (same !== undefined) same.push(partner);
    else if (name !== null) byName.set(name, [partner]);
  }
  const groups = [nameless, ...[...byName.keys()].sort().map((name) => byName.get(name) ?? [])];
  for (const group of groups) {
    if (group.length > 1) group.sort((left, right) => compare(left.id, right.id));
  }
  return groups.flat();
}

/** Plain order of code units, nothing first: the same on every machine. */
export function compare(left: string | null, right: string | null): number {
  if (left === right) return 0;
  if (left === null) return -1;
  if (right === null) return 1;
  return left < right ? -1 : 1;
}
