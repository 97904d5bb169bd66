import { z } from 'zod';
import type { DeskFailure } from '../kernel/result';
import type { ListedAccount } from '../sync/connector';
import type { ChannelName } from './channel-names';
import {
  composeReviewSchema,
  saveConnectionSchema,
  type SavedConnection,
  type SyncOutcome,
} from './data-contract';
import { personQuestionSchema, type ErasedPerson } from './privacy';
import {
  snapshotReasons,
  type BackupPreview,
  type DrillRecord,
  type RestoredDesk,
  type SafetyState,
  type SnapshotInfo,
  type VerifyReport,
  type WrittenBackup,
} from './safety';
import {
  beginImportSchema,
  saidSettingsSchema,
  writeImportSchema,
  type FileShape,
  type ImportPlan,
  type ImportResult,
} from './imports';
import { noteOfSchema } from './weekly-notes';

const nothing = z.strictObject({});
const sha256Schema = z.string().regex(/^[0-9a-f]{64}$/);

/** A kept file by its hash, and the name under which the person gets a copy; a PDF unless said. */
const documentFileSchema = z.strictObject({
  sha256: sha256Schema,
  name: z.string().min(1).max(200),
  format: z.enum(['pdf', 'pptx']).optional(),
});

/** A kept attachment by its hash, and the name that a person knows it by. */
const attachedFileSchema = documentFileSchema.omit({ format: true }).extend({
  name: z.string().min(1).max(300),
});

/** A piece of a file that the person chose or dropped; the first one names it, and what came before is forgotten. */
const receivedPieceSchema = z.strictObject({
  file: z.uuid().nullable(),
  name: z.string().min(1).max(300),
  bytes: z.instanceof(Uint8Array),
});

/** A token on its way to the key store: it goes from the form to main and never comes back. */
const tokenSchema = z.string().min(1).max(4_000);

export const tokenStoreKindSchema = z.enum(['keyring', 'file', 'session']);
export type TokenStoreKind = z.infer<typeof tokenStoreKindSchema>;

/** What one token opens: all of one network, at one address. */
const connectionsOfOneToken = z
  .array(saveConnectionSchema)
  .min(1)
  .max(500)
  .refine((all) =>
    all.every((each) => each.network === all[0]?.network && each.address === all[0].address),
  );

/** It goes from the form to main, is used once and kept nowhere. */
const passphraseSchema = z.string().min(1).max(1_000);

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
  /** Asks where a table is to be kept and writes it there as CSV; `content` is the whole file. */
  'tables.save': z.strictObject({
    name: z.string().min(1).max(200),
    content: z.string().max(60_000_000),
  }),
  'safety.state': nothing,
  /** Takes a snapshot before something that changes much; when it fails, that must not be done. */
  'safety.snapshot': z.strictObject({ reason: z.enum(snapshotReasons) }),
  /** Puts a snapshot back; null is everything that is on the disk. The page is to be loaded anew. */
  'safety.restore': z.strictObject({ snapshot: z.string().max(200).nullable() }),
  /** The person goes on with a store that lacks something, or with an empty one; the page is to be loaded anew. */
  'safety.goOn': nothing,
  'safety.startEmpty': nothing,
  /** Reads everything that protects this desk to its end. */
  'safety.verify': nothing,
  /** Asks for the folder that gets a copy of every snapshot, or stops copying. */
  'safety.secondFolder': z.strictObject({ choose: z.boolean() }),
  /** Asks where to, and writes a backup there; null when the person thought better of it. */
  'safety.backup': z.strictObject({ passphrase: passphraseSchema }),
  /** Asks for a backup and says what restoring it would do. */
  'safety.openBackup': z.strictObject({ passphrase: passphraseSchema }),
  /** Restores the backup that was opened; the page is to be loaded anew. */
  'safety.restoreBackup': nothing,
  'safety.forgetBackup': nothing,
  /** Asks for a backup, opens it read-only and compares counts and hashes. */
  'safety.drill': z.strictObject({ passphrase: passphraseSchema }),
  /** Stops a backup that is written, read or restored; no half file and no half store is left. */
  'safety.cancel': nothing,
  /** Writes what is held of a person where the user says: as data, and as text beside it. */
  'privacy.saveFile': personQuestionSchema,
  /** Erases a person from everything; the page is to be loaded anew. */
  'privacy.erase': personQuestionSchema,
  'imports.receive': receivedPieceSchema,
  /** Says what a received file is. */
  'imports.inspect': z.strictObject({ file: z.uuid(), said: saidSettingsSchema }),
  /** Reads the rows of a received file and plans them; nothing is written. */
  'imports.plan': z.strictObject({ file: z.uuid(), begin: beginImportSchema }),
  /** Writes what was planned. */
  'imports.write': writeImportSchema,
  /** Writes the rows that were left out, with the reasons, where the person says. */
  'imports.saveLeft': z.strictObject({ id: z.uuid(), name: z.string().min(1).max(200) }),
  'attachments.receive': receivedPieceSchema,
  /** Keeps a received file by what it contains; a record then says what it belongs to. */
  'attachments.keep': z.strictObject({ file: z.uuid() }),
  /** The next piece of a kept file; empty at its end. */
  'attachments.read': z.strictObject({
    sha256: sha256Schema,
    offset: z.number().int().nonnegative(),
  }),
  /** Opens a copy in the person's own program; `NOT_OPENED` for what is a program itself. */
  'attachments.open': attachedFileSchema,
  'attachments.show': attachedFileSchema,
  'attachments.saveCopy': attachedFileSchema,
  /** Opens a copy of a file that was brought in, in the person's own program. */
  'imports.openFile': z.strictObject({
    sha256: z.string().regex(/^[0-9a-f]{64}$/),
    format: z.enum(['csv', 'xlsx']),
    name: z.string().min(1).max(300),
  }),
  /** Writes the records of a kind, or with null everything, where the person says. */
  'data.export': z.strictObject({
    kind: z.string().max(60).nullable(),
    format: z.enum(['csv', 'xlsx', 'json']),
  }),
  /** Stops what is done with a file; what was written of an import is taken back. */
  'files.cancel': nothing,
  /** Writes mail drafts of notes that were read, each with its page as PDF; several go into one folder. */
  'weeklyNotes.saveDrafts': z.strictObject({ notes: z.array(noteOfSchema).min(1).max(200) }),
  'weeklyNotes.cancel': nothing,
  /** Opens an https address in the person's browser. */
  'external.open': z.strictObject({ address: z.string().max(2_000) }),
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

/** Where tokens are kept. */
export interface TokenStoreState {
  /** The store that new tokens go to. */
  readonly store: TokenStoreKind;
  /** True when the system offers a key store. */
  readonly keyringAvailable: boolean;
  /** True until somebody has chosen where to keep tokens on a machine without a key store. */
  readonly choiceNeeded: boolean;
  /** A plain sentence while tokens are kept less safely than they could be; null otherwise. */
  readonly warning: string | null;
}

export interface SyncState {
  readonly running: boolean;
  /** ms UTC of the next scheduled sync; null when none is planned. */
  readonly nextRunAt: number | null;
}

/** A network that is asked while somebody waits: where, and which try it is. */
export interface AskedNetwork {
  readonly address: string;
  readonly tries: number;
  readonly mostTries: number;
}

/** How far a sync is; one event for each step of each connection. */
export interface SyncProgress {
  readonly connection: string;
  readonly program: string;
  /** Tasks done and known for this connection. */
  readonly done: number;
  readonly total: number;
  readonly rows: number;
  /** What is being done, for a person. */
  readonly words: string;
}

/** How far other long work is; `total` is null while it is not known. */
export interface WorkProgress {
  readonly words: string;
  readonly done: number;
  readonly total: number | null;
}

/** What takes long enough to be shown while it goes on; a sync and a sample share the networks. */
export type WorkKind = 'sync' | 'sample' | 'review' | 'notes' | 'import' | 'export' | 'backup';

/** Work that goes on in main, whatever page is open. */
export interface RunningWork {
  readonly kind: WorkKind;
  /** The newest step of the whole; null where none is known, and for a sync. */
  readonly step: WorkProgress | null;
  /** The newest step of each connection of a sync. */
  readonly connections: readonly SyncProgress[];
  readonly cancelling: boolean;
}

export interface WorkState {
  readonly running: readonly RunningWork[];
  /** Why the last work of a kind failed, until the next one of that kind begins. */
  readonly failures: readonly { readonly kind: WorkKind; readonly failure: DeskFailure }[];
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
export interface ChannelValues {
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
  /** Null when the person chose no place. */
  readonly 'tables.save': { readonly file: string | null };
  readonly 'imports.receive': { readonly file: string };
  readonly 'imports.inspect': FileShape;
  readonly 'imports.plan': ImportPlan;
  readonly 'imports.write': ImportResult;
  readonly 'imports.saveLeft': { readonly file: string | null };
  readonly 'attachments.receive': { readonly file: string };
  readonly 'attachments.keep': {
    readonly sha256: string;
    readonly bytes: number;
    readonly mediaType: string;
  };
  readonly 'attachments.read': Uint8Array;
  readonly 'attachments.open': null;
  readonly 'attachments.show': null;
  readonly 'attachments.saveCopy': { readonly file: string | null };
  readonly 'imports.openFile': null;
  /** `file` is null when the person chose no place. */
  readonly 'data.export': { readonly file: string | null; readonly rows: number };
  readonly 'files.cancel': null;
  readonly 'weeklyNotes.saveDrafts': SavedDrafts;
  readonly 'weeklyNotes.cancel': null;
  readonly 'privacy.saveFile': { readonly file: string | null };
  readonly 'privacy.erase': ErasedPerson;
  readonly 'safety.state': SafetyState;
  readonly 'safety.snapshot': SnapshotInfo;
  readonly 'safety.restore': RestoredDesk;
  readonly 'safety.goOn': null;
  readonly 'safety.startEmpty': null;
  readonly 'safety.verify': VerifyReport;
  readonly 'safety.secondFolder': null;
  readonly 'safety.backup': WrittenBackup | null;
  readonly 'safety.openBackup': BackupPreview | null;
  readonly 'safety.restoreBackup': RestoredDesk;
  readonly 'safety.forgetBackup': null;
  readonly 'safety.drill': DrillRecord | null;
  readonly 'safety.cancel': null;
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
};
export const defaultSizeCap = 1_000_000;
