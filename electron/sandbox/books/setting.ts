import { CLIENTS, TEAM } from '../agency-people';
import { hasJoined, type SandboxData } from '../data';
import { isoDay } from '../days';
import type { Program } from '../program';
import { PROGRAMS } from '../programs';
import { entry, pick, randomOf, type Random } from '../random';

/**
 * A record in the agency's books. A reference is the name of a record, `#` and the key of an earlier row, or the id of one
 * that every desk has.
 */
export interface BookRow {
  readonly kind: string;
  readonly key?: string;
  readonly values: Readonly<Record<string, unknown>>;
}

/** What the books are written from. */
export interface Setting {
  readonly data: SandboxData;
  /** The day that lies `offset` days after the last day of the data. */
  readonly day: (offset: number) => string;
  /** A stream of numbers of its own for each place in the books. */
  readonly chance: (...place: readonly number[]) => Random;
  /** Partners of a program, by name, those of long standing first. */
  readonly partners: (program: Program) => readonly string[];
}

/** Names that only one partner has, because the books know partners by name. */
function uniqueNames(data: SandboxData): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { name } of data.roster.partners) {
    const plain = name.toLowerCase();
    seen.set(plain, (seen.get(plain) ?? 0) + 1);
  }
  return new Set([...seen].flatMap(([name, count]) => (count === 1 ? name : [])));
}

export function settingOf(data: SandboxData): Setting {
  const unique = uniqueNames(data);
  const known = new Map<number, readonly string[]>();
  return {
    data,
    day: (offset) => isoDay(data.range.last + 1 + offset),
    chance: (...place) => randomOf(data.seed, 1_300, ...place),
    partners: (program) => {
      const made =
        known.get(program.index) ??
        entry(data.roster.memberships, program.index)
          .filter(
            (member) => hasJoined(data, member) && unique.has(member.partner.name.toLowerCase()),
          )
          .sort((one, other) => one.joined - other.joined)
          .map(({ partner }) => partner.name);
      known.set(program.index, made);
      return made;
    },
  };
}

/** Each client with its place in the list, its programs and the one that speaks for it. */
export const BOOK_CLIENTS = CLIENTS.map((client, place) => {
  const programs = PROGRAMS.filter((program) => program.client === client.name);
  return { client, place, programs, program: entry(programs, 0) };
});

export function row(
  kind: string,
  values: Readonly<Record<string, unknown>>,
  key?: string,
): BookRow {
  return { kind, values, ...(key === undefined ? {} : { key }) };
}

/** An amount of a program's currency in major units. */
export function amount(major: number, { currency }: Pick<Program, 'currency'>): unknown {
  return { amountMinor: Math.round(major) * 100, currency };
}

/** The key of a place in a list. */
export function place(at: number): string {
  return `b${String(at).padStart(2, '0')}`;
}

/** A partner of a program, another one for each `at`. */
export function partnerAt(setting: Setting, program: Program, at: number): string {
  const names = setting.partners(program);
  return entry(names, (at * 3 + 1) % names.length);
}

export function byRole(role: (typeof TEAM)[number]['role']): string {
  return TEAM.find((member) => member.role === role)?.name ?? entry(TEAM, 0).name;
}

/** One of a list by a client's place, so that neighbors differ. */
export function turn<T>(list: readonly T[], at: number): T {
  return entry(list, at % list.length);
}

/** A whole number between two bounds. */
export function between(random: Random, from: number, to: number): number {
  return from + Math.floor(random() * (to - from + 1));
}

export { pick };
