import { makeBrokenRows, makeSales } from './awin-days';
import type { BrokenRow } from './awin-days';
import type { AwinSale } from './awin-sales';
import { Traffic } from './awin-traffic';
import { dataRange } from './days';
import type { DayRange } from './days';
import { makeGroups, makePipeline } from './partnerstack-pipeline';
import type { Group, Pipeline } from './partnerstack-pipeline';
import { makeVendorRows } from './partnerstack-rows';
import type { VendorRows } from './partnerstack-records';
import { AWIN_PROGRAMS, PARTNERSTACK_PROGRAMS } from './programs';
import type { Program } from './program';
import { entry } from './random';
import { isMember, makeRoster } from './roster';
import type { Membership, Roster } from './roster';
import type { SandboxSettings } from './options';

/** How much more than the small agency a size has. */
const SCALES = {
  small: { awinSales: 1, newCustomers: 1, trafficRows: 13 },
  large: { awinSales: 6.1, newCustomers: 1.6, trafficRows: 112 },
} as const;

export interface AwinAccount {
  readonly program: Program;
  readonly members: readonly Membership[];
  /** In the order of their instants. */
  readonly sales: AwinSale[];
  readonly broken: readonly BrokenRow[];
  readonly traffic: Traffic;
  readonly range: DayRange;
}

export interface Vendor {
  readonly program: Program;
  readonly members: readonly Membership[];
  readonly rows: VendorRows;
  readonly pipeline: Pipeline;
  readonly groups: readonly Group[];
}

/** All rows of the two networks. Only a restatement changes them. */
export interface SandboxData {
  readonly seed: number;
  readonly size: 'small' | 'large';
  readonly range: DayRange;
  readonly roster: Roster;
  readonly awin: ReadonlyMap<string, AwinAccount>;
  readonly vendors: ReadonlyMap<string, Vendor>;
  /** Memberships a restatement ended, with the instant. */
  readonly departed: Map<Membership, number>;
}

/** Makes the data of an agency. The same seed and size give the same rows of a day, whatever `today` is. */
export function makeData(settings: Pick<SandboxSettings, 'seed' | 'size' | 'today'>): SandboxData {
  const { seed, size } = settings;
  const range = dataRange(settings.today);
  const roster = makeRoster(seed, size);
  const scale = SCALES[size];
  const awin = new Map<string, AwinAccount>();
  for (const program of AWIN_PROGRAMS) {
    const members = entry(roster.memberships, program.index);
    awin.set(program.account, {
      program,
      members,
      sales: makeSales(seed, program, members, range, scale.awinSales),
      broken: makeBrokenRows(seed, program, members, range),
      traffic: new Traffic(seed, program, members, scale.trafficRows),
      range,
    });
  }
  const vendors = new Map<string, Vendor>();
  for (const program of PARTNERSTACK_PROGRAMS) {
    const members = entry(roster.memberships, program.index);
    const rows = makeVendorRows(seed, program, members, range, scale.newCustomers);
    const pipeline = makePipeline(seed, program, members, rows.customers, range);
    vendors.set(program.account, {
      program,
      members,
      rows,
      pipeline,
      groups: makeGroups(seed, program),
    });
  }
  return { seed, size, range, roster, awin, vendors, departed: new Map() };
}

/** Whether a partner works for the program on the last day of the data. */
export function isActive(data: SandboxData, membership: Membership): boolean {
  return isMember(membership, data.range.last) && !data.departed.has(membership);
}

/** Whether a partner has been taken on by the last day of the data, whatever became of it. */
export function hasJoined(data: SandboxData, membership: Membership): boolean {
  return membership.joined <= data.range.last;
}

/** Place of the first row at or after an instant, in rows ordered by instant. */
export function lowerBound<T>(
  rows: readonly T[],
  instant: number,
  instantOf: (row: T) => number,
): number {
  let low = 0;
  let high = rows.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (instantOf(entry(rows, middle)) < instant) low = middle + 1;
    else high = middle;
  }
  return low;
}
