import { z } from 'zod';
import {
  exploreSchema,
  transactionListSchema,
  type ExploreAnswer,
  type TransactionList,
} from '../domain/explore';
import {
  comparedDaysSchema,
  partnerQuestionSchema,
  type PartnerSlice,
  type PartnerWords,
} from '../domain/partner-list';
import type { PartnerPage } from '../domain/partner-page';
import { programPageSchema, type ProgramPage } from '../domain/program-page';
import { querySchema, type QueryAnswer } from '../domain/query';
import { networkSchema, programModelSchema } from '../domain/vocabulary';
import type { DocumentModel } from '../documents/model';
import { clientCalendarSchema } from '../records/client';
import type { Verdict } from '../documents/review/data';
import type { Finding, Restatement, SectionOutline } from '../documents/review/draft';
import type { SyncAssignment } from '../sync/connector';
import type {
  ConnectionDetails,
  ConnectionState,
  DeskRecord,
  FieldValue,
  OutboxItem,
} from './desk-records';
import { portfolioStandingSchema, type PortfolioStanding } from './portfolio-standing';
import { searchSchema, type SearchAnswer } from './search';
import {
  markWeeklyNoteSchema,
  noteOfSchema,
  runWeeklyNotesSchema,
  savedWeeklyNoteSchema,
  writeWeeklyNoteSchema,
  type ComposedWeeklyNote,
  type WeeklyNotesRun,
} from './weekly-notes';

/**
 * What the data worker answers, to the page and to the main process alike, over a MessagePort: one call is
 * `{ id, method, args }`, one answer `{ id, result: Result }`. Arguments are parsed with these schemas on arrival.
 */

const fieldValueSchema: z.ZodType<FieldValue> = z.lazy(() =>
  z.union([
    z.string(),
    z.number(),
    z.boolean(),
    z.null(),
    z.array(fieldValueSchema),
    z.record(z.string(), fieldValueSchema),
  ]),
);

const recordKindSchema = z.string().regex(/^[a-z]+(-[a-z]+)*$/);

/** One change of one record. `set` merges fields; a null value clears one. */
export const recordChangeSchema = z.discriminatedUnion('op', [
  z.strictObject({
    op: z.literal('create'),
    kind: recordKindSchema,
    id: z.string().optional(),
    values: z.record(z.string(), fieldValueSchema),
  }),
  z.strictObject({
    op: z.literal('set'),
    kind: recordKindSchema,
    id: z.string(),
    values: z.record(z.string(), fieldValueSchema),
  }),
  z.strictObject({
    op: z.literal('add'),
    kind: recordKindSchema,
    id: z.string(),
    field: z.string(),
    members: z.array(z.string()),
  }),
  z.strictObject({
    op: z.literal('remove'),
    kind: recordKindSchema,
    id: z.string(),
    field: z.string(),
    members: z.array(z.string()),
  }),
  z.strictObject({ op: z.literal('delete'), kind: recordKindSchema, id: z.string() }),
]);
export type RecordChange = z.infer<typeof recordChangeSchema>;

/** The arguments of one write: its changes become one journal entry in one transaction. */
export const writeRequestSchema = z.strictObject({
  changes: z.array(recordChangeSchema).min(1).max(5_000),
  origin: z.enum(['person', 'import', 'derived']),
  reason: z.string().max(500),
  batch: z.string().optional(),
});

export interface PersonAtDesk {
  /** Null until somebody said who works here. */
  readonly member: DeskRecord | null;
  /** The id under which this desk has written so far; whoever joins the team with it has made those changes. Null once taken. */
  readonly unclaimed: string | null;
}

/** What `connect` knows of a new connection; repeating network and account changes the existing one. */
export const saveConnectionSchema = z.strictObject({
  network: networkSchema,
  account: z.string().min(1).max(200),
  name: z.string().min(1).max(200).optional(),
  client: z.string().min(1).max(200).optional(),
  model: programModelSchema.optional(),
  address: z.string().max(500).optional(),
  callsPerMinute: z.number().int().min(1).max(100_000).optional(),
  since: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  timeZone: z.string().optional(),
  /** The client's calendar; of a client that is there already it takes the place of the one it has. */
  calendar: clientCalendarSchema.optional(),
  /** Name of the team member who is responsible; an account manager of that name is made when there is none. */
  owner: z.string().min(1).max(200).optional(),
});
export type SaveConnection = z.infer<typeof saveConnectionSchema>;

export interface SavedConnection {
  readonly id: string;
  readonly network: string;
  readonly account: string;
  readonly program: string;
  readonly client: string;
}

const failureSchema = z.strictObject({
  code: z.string(),
  message: z.string(),
  retryable: z.boolean().optional(),
  detail: z.string().optional(),
});

export const finishSyncSchema = z.strictObject({
  session: z.string(),
  requests: z.number().int().nonnegative(),
  seconds: z.number().nonnegative(),
  error: failureSchema.nullable(),
});

/** What one connection's sync did, counted in rows. */
export interface SyncOutcome {
  readonly id: string;
  readonly network: string;
  readonly account: string;
  readonly requests: number;
  readonly received: number;
  readonly changed: number;
  readonly removed: number;
  readonly quarantined: number;
  readonly seconds: number;
  readonly error?: { readonly code: string; readonly message: string };
}

export interface DeskStatus {
  readonly counts: Readonly<Record<string, number>>;
  readonly connections: readonly ConnectionState[];
  readonly schema: { readonly core: number; readonly facts: number };
  readonly profile: 'real' | 'sample';
}

/** A cell of an export: a structure (a client's calendar) stays one; a file of plain text writes it as JSON. */
export type ExportCell = FieldValue;

/** A page of an export: a header and rows of cells, in the order of the kind's columns. */
export interface ExportPage {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** Hand it back for the next page; null after the last. */
  readonly next: string | null;
}

/** A composed review: the model is data; the file is made from it elsewhere. */
export interface ComposedReview {
  /** The draft that it was composed from, which freezing it will finish. */
  readonly draft?: string;
  readonly model: DocumentModel;
  readonly client: string;
  readonly programs: readonly string[];
  readonly period: { readonly label: string; readonly from: string; readonly to: string };
}

export const composeReviewSchema = z.strictObject({
  client: z.string().optional(),
  program: z.string().optional(),
  period: z.string(),
  /** A review draft by id: its decisions and texts count. Without one, a draft of that client and period counts. */
  draft: z.string().optional(),
});

/** A draft as it reads now: the document, and what a person can decide about each of its sections. */
export interface ComposedDraft extends Omit<ComposedReview, 'model'> {
  readonly draft: string;
  /** The document without its slides. */
  readonly frame: Omit<DocumentModel, 'slides'>;
  /**
   * Each slide as JSON. There are hundreds of them and a key changes one: as texts they cross to the window and are told
   * apart in no time.
   */
  readonly slides: readonly string[];
  readonly sections: readonly SectionOutline[];
  /** Every figure that a text can name, a list of `LiveFigure` as JSON. */
  readonly figures: string;
}

/** A promise that was due by the end of a review's period, with what the period's figures say about it. */
export interface CommitmentToJudge {
  readonly id: string;
  readonly promise: string;
  readonly side: 'agency' | 'client';
  readonly owner: string;
  /** The program that it concerns; empty for all. */
  readonly program: string;
  readonly dueOn: string;
  /** What it is measured by; empty when nothing was agreed. */
  readonly measure: string;
  /** In words; empty when nobody said. */
  readonly baseline: string;
  readonly target: string;
  /** What the period's figures say; empty when they say nothing, and then `reason` says why. */
  readonly actual: string;
  readonly reason: string;
  readonly period: string;
  readonly verdict: Verdict | null;
  readonly note: string;
}

/** A frozen review beside the same review made today. */
export interface ReviewToday {
  readonly restatements: readonly Restatement[];
  /** Figures that were compared. */
  readonly compared: number;
  readonly frozenAt: number;
  /** The last reading of the sources that today's figures rest on, ms UTC. */
  readonly cutOff: number;
}

export const freezeReviewSchema = z.strictObject({
  model: z.custom<DocumentModel>((value) => typeof value === 'object' && value !== null),
  client: z.string(),
  programs: z.array(z.string()),
  period: z.strictObject({ label: z.string(), from: z.string(), to: z.string() }),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.number().int().positive(),
  pages: z.number().int().positive(),
  pptxSha256: z.string().regex(/^[0-9a-f]{64}$/),
  pptxBytes: z.number().int().positive(),
  /** The draft that it finishes. */
  draft: z.string().optional(),
});

/** Arguments of every method. */
export const dataArguments = {
  status: z.strictObject({}),
  /** Every connection with its state: what `status` says of them, without counting every record. */
  'connections.list': z.strictObject({}),
  /** What was put aside and what is held back of one connection, row by row. */
  'connections.details': z.strictObject({ connection: z.string() }),
  /** What was decided and waits to be sent, oldest first. */
  'outbox.list': z.strictObject({}),
  /** Goals with their pace, and the affiliate share of each client's sales. */
  'portfolio.standing': portfolioStandingSchema,
  'profile.markSample': z.strictObject({}),
  'records.list': z.strictObject({ kind: recordKindSchema, deleted: z.boolean().optional() }),
  'records.get': z.strictObject({ kind: recordKindSchema, id: z.string() }),
  /** By id or by exact name, ignoring case; NOT_FOUND and AMBIGUOUS are errors. */
  'records.find': z.strictObject({ kind: recordKindSchema, name: z.string() }),
  /** Living records of some kinds that refer to one of these ids, the newest change first. */
  'records.linked': z.strictObject({
    ids: z.array(z.string()).min(1).max(1_000),
    kinds: z.array(recordKindSchema).min(1).max(20),
  }),
  'records.write': writeRequestSchema,
  /** Undoes one journal entry by its id, or this person's newest one. */
  'records.undo': z.strictObject({ entry: z.string().optional() }),
  'journal.read': z.strictObject({ after: z.number().int(), limit: z.number().int().max(5_000) }),
  /** The team member in whose name this desk writes. */
  'person.get': z.strictObject({}),
  'person.choose': z.strictObject({ member: z.string() }),
  /** Finds records of every kind by parts of their words; the best of each kind. */
  search: searchSchema,
  'connections.save': saveConnectionSchema,
  /** Saves several connections as one change; all or nothing. */
  'connections.saveAll': z.strictObject({
    connections: z.array(saveConnectionSchema).min(1).max(500),
  }),
  /** Writes the agency's own records (clients, team, goals, totals, contacts, notes, commitments, identities). */
  'agency.import': z.strictObject({ agency: z.unknown() }),
  query: querySchema,
  /** A window of a compared, ordered table of the facts with its totals and chart. */
  explore: exploreSchema,
  /** A window of single transactions. */
  'transactions.list': transactionListSchema,
  /** Everything that a program's screen shows of the facts. */
  'programs.page': programPageSchema,
  'sync.begin': z.strictObject({ connection: z.string().nullable(), now: z.number() }),
  'sync.finish': finishSyncSchema,
  /** Answers a fail-safe: let the deletions that were held back happen, or keep the rows. */
  'sync.decideDeletions': z.strictObject({ connection: z.string(), allow: z.boolean() }),
  /** Makes partner records and identities for partnerships that have none; repeatable. */
  'partners.derive': z.strictObject({}),
  /** A window of the partner list, filtered and sorted in the worker. */
  'lists.partners': z.strictObject({
    question: partnerQuestionSchema,
    offset: z.number().int().nonnegative(),
    limit: z.number().int().min(0).max(10_000),
  }),
  /** The keys of all lines that pass search and filters, in order. */
  'lists.partnerKeys': z.strictObject({ question: partnerQuestionSchema }),
  /** The words by which its columns can be filtered. */
  'lists.partnerWords': z.strictObject({ question: partnerQuestionSchema }),
  /** One partner with its accounts, programs and what happened; NOT_FOUND is an error. */
  'partners.page': z.strictObject({ id: z.string().min(1).max(600), days: comparedDaysSchema }),
  /** Makes a partner of a publisher of whom only an identity key is known. */
  'partners.adopt': z.strictObject({
    key: z.string().min(1).max(600),
    name: z.string().min(1).max(300),
  }),
  'export.read': z.strictObject({ kind: recordKindSchema, after: z.string().nullable() }),
  'reviews.compose': composeReviewSchema,
  'reviews.freeze': freezeReviewSchema,
  /** Finds the draft of a client (by id) and period, or makes it; without a period, of the fiscal quarter that ended last. */
  'reviews.draft.open': z.strictObject({ client: z.string(), period: z.string().optional() }),
  'reviews.draft.compose': z.strictObject({ draft: z.string() }),
  /** The promises that were due by the end of a draft's period, with the evidence of its figures. */
  'reviews.commitments': z.strictObject({ draft: z.string() }),
  /** Looks a draft over before it goes out. */
  'reviews.preflight': z.strictObject({ draft: z.string() }),
  /** Asks every figure of a frozen review again. */
  'reviews.compareToday': z.strictObject({ review: z.string() }),
  'weeklyNotes.run': runWeeklyNotesSchema,
  'weeklyNotes.write': writeWeeklyNoteSchema,
  'weeklyNotes.mark': markWeeklyNoteSchema,
  /** Page and mail of a note, for one that was read only: `NOTE_UNREAD` otherwise. */
  'weeklyNotes.compose': noteOfSchema,
  'weeklyNotes.saved': savedWeeklyNoteSchema,
} as const;

export type DataMethod = keyof typeof dataArguments;
export type DataArguments<Method extends DataMethod> = z.infer<(typeof dataArguments)[Method]>;

/** Values of every method. */
export interface DataValues {
  readonly status: DeskStatus;
  readonly 'connections.list': readonly ConnectionState[];
  readonly 'connections.details': ConnectionDetails;
  readonly 'outbox.list': readonly OutboxItem[];
  readonly 'portfolio.standing': PortfolioStanding;
  readonly 'profile.markSample': null;
  readonly 'records.list': readonly DeskRecord[];
  readonly 'records.get': DeskRecord | null;
  readonly 'records.find': DeskRecord;
  readonly 'records.linked': readonly DeskRecord[];
  readonly 'records.write': { readonly entry: string; readonly records: readonly DeskRecord[] };
  readonly 'records.undo': {
    readonly entry: string;
    readonly undone: number;
    /** Plain sentences for what was left as it is, and why. */
    readonly kept: readonly string[];
  };
  readonly 'journal.read': readonly unknown[];
  readonly 'person.get': PersonAtDesk;
  readonly 'person.choose': null;
  readonly search: SearchAnswer;
  readonly 'connections.save': SavedConnection;
  readonly 'connections.saveAll': readonly SavedConnection[];
  readonly 'agency.import': { readonly written: Readonly<Record<string, number>> };
  readonly query: QueryAnswer;
  readonly explore: ExploreAnswer;
  readonly 'transactions.list': TransactionList;
  readonly 'programs.page': ProgramPage;
  readonly 'sync.begin': readonly SyncAssignment[];
  readonly 'sync.finish': SyncOutcome;
  readonly 'sync.decideDeletions': null;
  readonly 'partners.derive': { readonly created: number; readonly joined: number };
  readonly 'lists.partners': PartnerSlice;
  readonly 'lists.partnerKeys': readonly string[];
  readonly 'lists.partnerWords': PartnerWords;
  readonly 'partners.page': PartnerPage;
  readonly 'partners.adopt': { readonly partner: string };
  readonly 'export.read': ExportPage;
  readonly 'reviews.compose': ComposedReview;
  readonly 'reviews.freeze': DeskRecord;
  readonly 'reviews.draft.open': DeskRecord;
  readonly 'reviews.draft.compose': ComposedDraft;
  readonly 'reviews.preflight': { readonly findings: readonly Finding[] };
  readonly 'reviews.compareToday': ReviewToday;
  readonly 'weeklyNotes.run': WeeklyNotesRun;
  readonly 'weeklyNotes.write': { readonly entry: string };
  readonly 'weeklyNotes.mark': { readonly entry: string };
  readonly 'weeklyNotes.compose': ComposedWeeklyNote;
  readonly 'weeklyNotes.saved': { readonly entry: string };
  readonly 'reviews.commitments': readonly CommitmentToJudge[];
}

/** Every method has a value type; a missing one is a compile error here. */
export type DataValue<Method extends DataMethod> = DataValues[Method];

export interface DataCall {
  readonly id: number;
  readonly method: string;
  readonly args: unknown;
}
