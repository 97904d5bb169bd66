import type { DeskRecord } from '../ipc/desk-records';
import type { PartnerStatus } from './partner-list';
import type { ProgramModel, ProgramNetwork } from './vocabulary';

/** What one program gave in one currency, against the days before. Null is unknown. */
export interface PartnerProgramLine {
  readonly currency: string;
  /** Minor units. */
  readonly revenue: number;
  /** Null when not every day of the comparison has been read. */
  readonly previousRevenue: number | null;
  readonly orders: number;
  readonly previousOrders: number | null;
  readonly commission: number;
  readonly clicks: number | null;
  /** Revenue of the twelve months that end with the asked days, oldest first. */
  readonly months: readonly number[];
}

/** One account in one program. Nothing of two programs is added. */
export interface PartnerProgram {
  readonly source: string;
  readonly programId: string;
  readonly program: string;
  readonly clientId: string;
  readonly client: string;
  readonly model: ProgramModel;
  readonly network: ProgramNetwork;
  readonly networkId: string;
  readonly status: PartnerStatus;
  /** Have the sales of all asked days been read? */
  readonly isWhole: boolean;
  /** Id of the partnership's file, whether there is one yet or not. */
  readonly fileId: string;
  readonly file: DeskRecord | null;
  readonly lines: readonly PartnerProgramLine[];
}

/** An account on a network, which may be in several programs. */
export interface PartnerAccount {
  readonly key: string;
  readonly network: ProgramNetwork;
  readonly networkId: string;
  /** The name that the network knows; null where it does not list it. */
  readonly name: string | null;
  readonly site: string | null;
  readonly programs: readonly string[];
  readonly status: PartnerStatus;
}

/** Something that happened, in words; `at` is ms UTC, `day` a day of the program's zone. */
export interface PartnerEvent {
  readonly kind:
    'joined' | 'listed' | 'left' | 'first-click' | 'first-sale' | 'last-sale' | 'changed';
  readonly at: number;
  readonly program: string | null;
  /** Of a change: the field and what it became. */
  readonly field?: string;
  readonly from?: string;
  readonly to?: string;
}

export interface NamedRecord {
  readonly id: string;
  readonly name: string;
}

/** Everything about one partner that is not written down in records of its own. */
export interface PartnerPage {
  /** The partner that is shown: another one than was asked for when that was joined into it. */
  readonly id: string;
  readonly name: string;
  /** Null for a publisher of whom only the network's id is known. */
  readonly record: DeskRecord | null;
  readonly company: NamedRecord | null;
  /** Partners that were joined into this one by hand. */
  readonly parts: readonly NamedRecord[];
  readonly status: PartnerStatus;
  readonly accounts: readonly PartnerAccount[];
  readonly programs: readonly PartnerProgram[];
  /** Newest first. */
  readonly events: readonly PartnerEvent[];
  /** Partners with the same registrable domain or mailbox, and why. */
  readonly suggestions: readonly (NamedRecord & { readonly reason: string })[];
}
