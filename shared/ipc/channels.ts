import { z } from 'zod';
import type { ListedAccount } from '../sync/connector';
import type { ChannelName } from './channel-names';
import {
  composeReviewSchema,
  saveConnectionSchema,
  type SavedConnection,
  type SyncOutcome,
} from './data-contract';
import type { SafetyState } from './safety';
import { documentFileSchema } from './kept-files';
import { tokenStoreKindSchema, type TokenStoreState } from './token-store';
import { noteOfSchema } from './weekly-notes';
import type { AskedNetwork, SyncProgress, SyncState, WorkProgress, WorkState } from './work';
import { fileDoors, type FileDoorValues } from './doors/files';
import { safetyDoors, type SafetyDoorValues } from './doors/safety';

export { tokenStoreKindSchema, type TokenStoreKind, type TokenStoreState } from './token-store';
export type {
  AskedNetwork,
  RunningWork,
  SyncProgress,
  SyncState,
  WorkKind,
  WorkProgress,
  WorkState,
} from './work';

const nothing = z.strictObject({});

/** A token on its way to the key store: it goes from the form to main and never comes back. */
const tokenSchema = z.string().min(1).max(4_000);

/** What one token opens: all of one network, at one address. */
const connectionsOfOneToken = z
  .array(saveConnectionSchema)
  .min(1)
  .max(500)
  .refine((all) =>
    all.every((each) => each.network === all[0]?.network && each.address === all[0].address),
  );

/** Arguments of every channel. */
export const channelArguments = {
  'app.info': nothing,
  'app.openLogFolder': nothing,
  'app.openProfileFolder': nothing,
  /** Asks for a folder and starts Quarterdeck anew with the profile in it; `folder` is null when the person thinks better of it. */
  'app.openProfile': nothing,
  /** What the preload found about its own process, for the log. */
  'page.started': z.strictObject({ sandboxed: z.boolean(), contextIsolated: z.boolean() }),
  /** The page listens now: main answers with the ports of the data worker. */
  'page.ready': nothing,
  /** The page's data worker could not start or broke. */
  'page.failed': z.strictObject({ message: z.string().max(2_000) }),
  'page.online': nothing,
  'reports.csp': z.strictObject({
    directive: z.string().max(200),
    blocked: z.string().max(2_000),
    source: z.string().max(2_000),
    line: z.number().int().nonnegative(),
  }),
  /** Lists the accounts that a token opens, by one call to its network; stores nothing. */
  'connections.accounts': saveConnectionSchema
    .pick({ network: true, address: true, callsPerMinute: true })
    .extend({ token: tokenSchema }),
  /** Checks the token by one call, then saves the connections and puts it into the token store for each. */
  'connections.connect': z.strictObject({
    token: tokenSchema,
    connections: connectionsOfOneToken,
  }),
  /** Stops asking a network for its accounts or about a token. */
  'connections.cancel': nothing,
  'tokenStore.state': nothing,
  /** Moves every token that is kept to another store. */
  'tokenStore.choose': z.strictObject({ store: tokenStoreKindSchema }),
  'sync.run': z.strictObject({ connection: z.string().max(100).nullable() }),
  'sync.cancel': nothing,
  'sync.state': nothing,
  /** What runs now, for a page that was loaded while it did. */
  'work.state': nothing,
  'explore.sample': z.strictObject({
    size: z.enum(['small', 'large']),
    seed: z.number().int().min(0).max(4_294_967_295),
  }),
  /** Composes, renders, stores and freezes a review. */
  'reviews.export': composeReviewSchema,
  'reviews.cancel': nothing,
  /** Writes a stored document where the person says; `file` is null when they think better of it. */
  'reviews.saveCopy': documentFileSchema,
  'reviews.openFile': documentFileSchema,
  /** Writes mail drafts of notes that were read, each with its page as PDF; several go into one folder. */
  'weeklyNotes.saveDrafts': z.strictObject({ notes: z.array(noteOfSchema).min(1).max(200) }),
  'weeklyNotes.cancel': nothing,
  /** Opens an https address in the person's browser. */
  'external.open': z.strictObject({ address: z.string().max(2_000) }),
  ...safetyDoors,
  ...fileDoors,
} as const satisfies Record<ChannelName, z.ZodType>;
export type ChannelArguments<Name extends ChannelName> = z.infer<(typeof channelArguments)[Name]>;

export interface AppInfo {
  readonly name: string;
  readonly version: string;
  readonly electron: string;
  readonly platform: string;
  readonly profile: 'real' | 'sample';
  /** Where this desk's databases, documents and logs lie. */
  readonly folder: string;
  /** True in builds that were made for tests only. */
  readonly testBuild: boolean;
}

export interface ExportedReview {
  /** Id of the frozen review record. */
  readonly review: string;
  readonly title: string;
  readonly pages: number;
  readonly sha256: string;
  /** The same document as a presentation. */
  readonly pptx: { readonly slides: number; readonly sha256: string };
}

/** Where mail drafts were written; `place` is null when the person thought better of it. */
export interface SavedDrafts {
  readonly place: string | null;
  readonly files: readonly string[];
}

/** Values of every channel. */
export interface ChannelValues extends FileDoorValues, SafetyDoorValues {
  readonly 'app.info': AppInfo;
  readonly 'app.openLogFolder': null;
  readonly 'app.openProfileFolder': null;
  readonly 'app.openProfile': { readonly folder: string | null };
  readonly 'page.started': null;
  readonly 'page.ready': null;
  readonly 'page.failed': null;
  readonly 'page.online': null;
  readonly 'reports.csp': null;
  /** Null where the network names none: the token stands for one account. */
  readonly 'connections.accounts': readonly ListedAccount[] | null;
  readonly 'connections.connect': readonly SavedConnection[];
  readonly 'connections.cancel': null;
  readonly 'tokenStore.state': TokenStoreState;
  readonly 'tokenStore.choose': TokenStoreState;
  readonly 'sync.run': readonly SyncOutcome[];
  readonly 'sync.cancel': null;
  readonly 'sync.state': SyncState;
  readonly 'work.state': WorkState;
  readonly 'explore.sample': { readonly connections: readonly SyncOutcome[] };
  readonly 'reviews.export': ExportedReview;
  readonly 'reviews.cancel': null;
  readonly 'reviews.saveCopy': { readonly file: string | null };
  readonly 'reviews.openFile': null;
  readonly 'weeklyNotes.saveDrafts': SavedDrafts;
  readonly 'weeklyNotes.cancel': null;
  readonly 'external.open': null;
}
export type ChannelValue<Name extends ChannelName> = ChannelValues[Name];

/** What each event carries. */
export interface EventPayloads {
  readonly 'connections.asking': AskedNetwork;
  readonly 'sync.progress': SyncProgress;
  readonly 'sync.state': SyncState;
  readonly 'explore.progress': WorkProgress;
  readonly 'reviews.progress': WorkProgress;
  readonly 'files.progress': WorkProgress;
  readonly 'weeklyNotes.progress': WorkProgress;
  readonly 'tokenStore.state': TokenStoreState;
  readonly 'work.state': WorkState;
  readonly 'safety.state': SafetyState;
  readonly 'safety.progress': WorkProgress;
}

/** Size caps in bytes (as `approximateSize` counts); every other channel has the default of 1 MB. */
export const channelSizeCaps: Partial<Record<ChannelName, number>> = {
  'reports.csp': 16_000,
  'page.failed': 16_000,
  'tables.save': 130_000_000,
  'connections.accounts': 32_000,
  'imports.receive': 5_000_000,
  'attachments.receive': 5_000_000,
  'imports.inspect': 3_000_000,
  'imports.plan': 3_000_000,
  // All that a page can keep.
  'privacy.erasedIn': 24_000_000,
};
export const defaultSizeCap = 1_000_000;
