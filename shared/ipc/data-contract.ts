import { z } from 'zod';
import { clientHealthQuestionSchema, type ClientHealth } from '../domain/client-health';
import { dueQuestionSchema, type DueLine } from '../domain/due';
import { teamLoadQuestionSchema, type PersonLoad } from '../domain/team-load';
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
import {
  fieldChoiceSchema,
  groupingSchema,
  matchDecisionSchema,
  matchQuestionSchema,
  type Comparison,
  type GroupLine,
  type MatchList,
} from '../domain/matches';
import type { FileSources } from '../domain/file-sources';
import type { PartnerPage } from '../domain/partner-page';
import { programPageSchema, type ProgramPage } from '../domain/program-page';
import { querySchema, type QueryAnswer } from '../domain/query';
import {
  recordQuestionSchema,
  type ColumnWord,
  type PlaceInList,
  type RecordBoard,
  type RecordSlice,
} from '../domain/record-list';
import { erasureListsSchema, type ErasureLists } from '../privacy/erasure-list';
import type { Finding } from '../documents/review/draft';
import type { SyncAssignment } from '../sync/connector';
import { fileTextSchema, type NamedFile, type UnreadFile } from './attachments';
import type {
  ConnectionDetails,
  ConnectionState,
  DeskRecord,
  FieldValue,
  OutboxItem,
  PastRecord,
  RecordHistory,
} from './desk-records';
import { historyQuestionSchema, type DeskHistory, type Undone } from './history';
import { portfolioStandingSchema, type PortfolioStanding } from './portfolio-standing';
import { personQuestionSchema, type PersonFile, type PersonReport } from './privacy';
import { mirrorPlaceSchema, storePlanSchema, type MirrorLines, type StoreReading } from './safety';
import { searchSchema, type SearchAnswer } from './search';
import {
  beginImportSchema,
  decideImportSchema,
  importOfSchema,
  importPageSchema,
  importRowsSchema,
  proposeImportSchema,
  writeImportSchema,
  type ImportPlan,
  type ImportProposal,
  type ImportResult,
  type MissingFile,
  type PlannedRows,
} from './imports';
import {
  markWeeklyNoteSchema,
  noteOfSchema,
  runWeeklyNotesSchema,
  savedWeeklyNoteSchema,
  writeWeeklyNoteSchema,
  type ComposedWeeklyNote,
  type WeeklyNotesRun,
  type WrittenWeeklyNote,
} from './weekly-notes';
import {
  restoreSchema,
  trashPageSchema,
  trashQuestionSchema,
  type Restored,
  type TrashPage,
} from './trash';
import { recordKindSchema, writeRequestSchema, type PersonAtDesk } from './record-writes';
import {
  saveConnectionSchema,
  finishSyncSchema,
  type SavedConnection,
  type SyncOutcome,
  type DeskStatus,
} from './connections';
import {
  composeDraftSchema,
  composeReviewSchema,
  freezeReviewSchema,
  type ComposedReview,
  type ComposedDraft,
  type CommitmentToJudge,
  type ReviewToday,
} from './reviews';

export { writeRequestSchema, type RecordChange, type PersonAtDesk } from './record-writes';
export {
  saveConnectionSchema,
  type SaveConnection,
  type SavedConnection,
  type SyncOutcome,
  type DeskStatus,
} from './connections';
export {
  composeReviewSchema,
  type ComposedReview,
  type ComposedDraft,
  type CommitmentToJudge,
  type ReviewToday,
} from './reviews';

/**
 * What the data worker answers, to the page and to the main process alike, over a MessagePort: one call is
 * `{ id, method, args }`, one answer `{ id, result: Result }`. Arguments are parsed with these schemas on arrival.
 */

/** A cell of an export: a structure (a client's calendar) stays one; a file of plain text writes it as JSON. */
export type ExportCell = FieldValue;

/** A page of an export: a header and rows of cells, in the order of the kind's columns. */
export interface ExportPage {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly ExportCell[])[];
  /** Hand it back for the next page; null after the last. */
  readonly next: string | null;
}

const isoDaySchema = z.string().regex(/^\d{4}-\d{2}-\d{2}$/);

/** Arguments of every method. */
export const dataArguments = {
  /** What was committed after this place, for the copy of the journal on disk; null is the start. */
  'mirror.read': z.strictObject({ after: mirrorPlaceSchema.nullable() }),
  /** Main's alone, answered also while the store of the desk stays closed: reads a whole store as it is at one moment. */
  'store.begin': z.strictObject({ database: z.string() }),
  'store.piece': z.strictObject({ piece: z.number().int().nonnegative() }),
  /** Opens what main says, where the plan of the page was to wait for it. */
  'store.open': z.strictObject({ plan: storePlanSchema }),
  /** Takes people who were erased out of what the networks sent. */
  'store.eraseFacts': z.strictObject({ lists: erasureListsSchema }),
  /** Makes a store beside the one that is used: rows of a snapshot, then lines of the journal's copy, then the end. */
  'store.make': z.strictObject({ database: z.string() }),
  'store.put': z.strictObject({ database: z.string(), text: z.string() }),
  'store.replay': z.strictObject({ database: z.string(), lines: z.array(z.string()) }),
  'store.finish': z.strictObject({ database: z.string() }),
  'store.drop': z.strictObject({ database: z.string() }),
  status: z.strictObject({}),
  /** Every kept file that a record needs, of deleted ones too. */
  'files.named': z.strictObject({}),
  /** Attached files that search has not read yet. */
  'files.unread': z.strictObject({ limit: z.number().int().min(1).max(100) }),
  'files.keepText': fileTextSchema,
  /** What search knows of one file; null while nobody has read it. */
  'files.textState': z.strictObject({ sha256: z.string() }),
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
  /** A record as it was at the end of a day. */
  'records.asOf': z.strictObject({ kind: recordKindSchema, id: z.string(), day: isoDaySchema }),
  /** The living records of these ids, of whatever kinds, in the order of the ids. */
  'records.named': z.strictObject({ ids: z.array(z.string()).min(1).max(1_000) }),
  /** What has happened to a record, the newest first. */
  'records.history': z.strictObject({ kind: recordKindSchema, id: z.string() }),
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
  /** What the keys do: the person's newest change, and what was taken back last. */
  'history.undo': z.strictObject({}),
  'history.redo': z.strictObject({}),
  /** The newest changes of the desk, each import and bulk edit as one. */
  'history.list': historyQuestionSchema,
  /** What was deleted, the last first, and the way back. */
  'trash.list': trashPageSchema,
  'trash.keys': trashQuestionSchema,
  'trash.restore': restoreSchema,
  'journal.read': z.strictObject({ after: z.number().int(), limit: z.number().int().max(5_000) }),
  /** Where the columns of a file can go, with a proposal: as a file of the same shape went before, or by their headers. */
  'imports.propose': proposeImportSchema,
  /** Begins to take the rows of a file; the one before is forgotten. */
  'imports.begin': beginImportSchema,
  'imports.rows': importRowsSchema,
  /** The dry run: what will be done with each row. */
  'imports.plan': importOfSchema,
  'imports.page': importPageSchema,
  /** Decides between the desk's and the file's value, for one field, one row or all. */
  'imports.decide': decideImportSchema,
  'imports.write': writeImportSchema,
  /** Ends a dry run or a write; what was written is taken back. */
  'imports.cancel': importOfSchema,
  /** Takes all of an import back, by its record's id. */
  'imports.undo': z.strictObject({ id: z.uuid() }),
  /** Files whose figures have to be read again; those of imports that were taken back are dropped. */
  'imports.missing': z.strictObject({}),
  /** Stores the figures of a kept file again, after its rows were staged. */
  'imports.restore': importOfSchema,
  /** Files that are sources of figures, and the days that two sources have. */
  'sources.list': z.strictObject({}),
  /** The rows that were not brought in as they stand in the file, with the reason. */
  'imports.left': importOfSchema.extend({ after: z.string().nullable() }),
  /** The team member in whose name this desk writes. */
  'person.get': z.strictObject({}),
  'person.choose': z.strictObject({ member: z.string() }),
  /** Finds records of every kind by parts of their words and by operators; the best of each kind. */
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
  /** What is open and due by a day, of whatever kind. */
  'team.due': dueQuestionSchema,
  /** What everybody on the team has to do. */
  'team.load': teamLoadQuestionSchema,
  /** How clients stand, with the signs that say so. */
  'team.clients': clientHealthQuestionSchema,
  /** A window of the list of a kind's records: filtered, sorted and grouped in the worker. */
  'lists.records': z.strictObject({
    question: recordQuestionSchema,
    offset: z.number().int().nonnegative(),
    limit: z.number().int().min(0).max(10_000),
  }),
  /** The ids of all records that pass search and filters, in order. */
  'lists.recordKeys': z.strictObject({ question: recordQuestionSchema }),
  /** Where a record stands in a list, with its neighbors. */
  'lists.recordPlace': z.strictObject({ question: recordQuestionSchema, id: z.string() }),
  /** The words by which a column can be filtered. */
  'lists.recordWords': z.strictObject({ question: recordQuestionSchema, column: z.string() }),
  /** The records in columns by the words of one field; `states` are the columns that are there in any case. */
  'lists.board': z.strictObject({
    question: recordQuestionSchema,
    column: z.string(),
    states: z.array(z.string()).max(200),
  }),
  /** A window of the partner list, filtered and sorted in the worker. */
  'lists.partners': z.strictObject({
    question: partnerQuestionSchema,
    offset: z.number().int().nonnegative(),
    limit: z.number().int().min(0).max(10_000),
  }),
  /** The keys of all lines that pass search and filters, in order. */
  'lists.partnerKeys': z.strictObject({ question: partnerQuestionSchema }),
  /** Where the page of a partner stands in the list, with its neighbors. */
  'lists.partnerPlace': z.strictObject({ question: partnerQuestionSchema, id: z.string() }),
  /** The words by which its columns can be filtered. */
  'lists.partnerWords': z.strictObject({ question: partnerQuestionSchema }),
  /** One partner with its accounts, programs and what happened; NOT_FOUND is an error. */
  'partners.page': z.strictObject({ id: z.string().min(1).max(600), days: comparedDaysSchema }),
  /** Makes a partner of a publisher of whom only an identity key is known. */
  'partners.adopt': z.strictObject({
    key: z.string().min(1).max(600),
    name: z.string().min(1).max(300),
  }),
  /** Records that look alike, the best first. */
  'matches.list': z.strictObject({
    question: matchQuestionSchema,
    limit: z.number().int().min(0).max(10_000),
  }),
  /** Two records side by side; NOT_FOUND is an error. */
  'matches.compare': groupingSchema,
  /** Makes one record part of another, with all that refers to it; by field what stands for both where it isn't the standard. */
  'matches.group': groupingSchema.extend({ choices: z.record(z.string(), fieldChoiceSchema) }),
  /** Groups all suggestions of which nobody has to be asked. */
  'matches.groupCertain': z.strictObject({ question: matchQuestionSchema }),
  /** Remembers that two records are not the same, or that it is to be asked later. */
  'matches.decide': z.strictObject({
    pair: z.string().min(1).max(1_300),
    decision: matchDecisionSchema,
  }),
  /** What was grouped and still is. */
  'matches.groups': z.strictObject({}),
  /** Takes a grouping back by the record that became part of another one. */
  'matches.ungroup': groupingSchema.pick({ kind: true, part: true }),
  /** Main's alone: the people who were erased, before anything is brought in; gives back those that the store knows, too. */
  'privacy.know': z.strictObject({ lists: erasureListsSchema }),
  /** What this desk holds of a person. */
  'privacy.find': personQuestionSchema,
  'privacy.file': personQuestionSchema,
  /** Takes erased people out of what the networks sent. */
  /** `asOf`: the records as they were at the end of that day. */
  'export.read': z.strictObject({
    kind: recordKindSchema,
    after: z.string().nullable(),
    asOf: isoDaySchema.exactOptional(),
  }),
  'reviews.compose': composeReviewSchema,
  'reviews.freeze': freezeReviewSchema,
  /** Finds the draft of a client (by id) and period, or makes it; without a period, of the fiscal quarter that ended last. */
  'reviews.draft.open': z.strictObject({ client: z.string(), period: z.string().optional() }),
  'reviews.draft.compose': composeDraftSchema,
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
  readonly 'mirror.read': MirrorLines;
  readonly 'store.begin': StoreReading;
  readonly 'store.piece': Uint8Array;
  readonly 'store.open': null;
  readonly 'store.eraseFacts': { readonly rows: number };
  readonly 'store.make': null;
  readonly 'store.put': { readonly rows: number };
  readonly 'store.replay': { readonly replayed: number };
  readonly 'store.finish': { readonly seq: number; readonly records: number };
  readonly 'store.drop': null;
  readonly status: DeskStatus;
  readonly 'files.named': readonly NamedFile[];
  readonly 'files.unread': readonly UnreadFile[];
  readonly 'files.keepText': null;
  readonly 'files.textState': {
    readonly characters: number;
    readonly problem: DataArguments<'files.keepText'>['problem'];
  } | null;
  readonly 'connections.list': readonly ConnectionState[];
  readonly 'connections.details': ConnectionDetails;
  readonly 'outbox.list': readonly OutboxItem[];
  readonly 'portfolio.standing': PortfolioStanding;
  readonly 'profile.markSample': null;
  readonly 'records.list': readonly DeskRecord[];
  readonly 'records.get': DeskRecord | null;
  readonly 'records.asOf': PastRecord;
  readonly 'records.named': readonly DeskRecord[];
  readonly 'records.history': RecordHistory;
  readonly 'records.find': DeskRecord;
  readonly 'records.linked': readonly DeskRecord[];
  readonly 'records.write': { readonly entry: string; readonly records: readonly DeskRecord[] };
  readonly 'records.undo': Undone;
  readonly 'history.undo': Undone;
  readonly 'history.redo': Undone;
  readonly 'history.list': DeskHistory;
  readonly 'trash.list': TrashPage;
  readonly 'trash.keys': readonly string[];
  readonly 'trash.restore': Restored;
  readonly 'journal.read': readonly unknown[];
  readonly 'imports.propose': ImportProposal;
  readonly 'imports.begin': null;
  readonly 'imports.rows': null;
  readonly 'imports.plan': ImportPlan;
  readonly 'imports.page': PlannedRows;
  readonly 'imports.decide': ImportPlan;
  readonly 'imports.write': ImportResult;
  readonly 'imports.cancel': null;
  readonly 'imports.undo': Undone;
  readonly 'imports.missing': readonly MissingFile[];
  readonly 'imports.restore': null;
  readonly 'sources.list': FileSources;
  readonly 'imports.left': ExportPage;
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
  readonly 'team.due': readonly DueLine[];
  readonly 'team.load': readonly PersonLoad[];
  readonly 'team.clients': readonly ClientHealth[];
  readonly 'lists.records': RecordSlice;
  readonly 'lists.recordKeys': readonly string[];
  readonly 'lists.recordPlace': PlaceInList;
  readonly 'lists.recordWords': readonly ColumnWord[];
  readonly 'lists.board': RecordBoard;
  readonly 'lists.partners': PartnerSlice;
  readonly 'lists.partnerKeys': readonly string[];
  readonly 'lists.partnerPlace': PlaceInList;
  readonly 'lists.partnerWords': PartnerWords;
  readonly 'partners.page': PartnerPage;
  readonly 'partners.adopt': { readonly partner: string };
  readonly 'matches.list': MatchList;
  readonly 'matches.compare': Comparison;
  readonly 'matches.group': { readonly entry: string; readonly moved: number };
  readonly 'matches.groupCertain': { readonly entry: string; readonly grouped: number };
  readonly 'matches.decide': { readonly entry: string };
  readonly 'matches.groups': readonly GroupLine[];
  readonly 'matches.ungroup': Undone;
  readonly 'privacy.know': ErasureLists;
  readonly 'privacy.find': PersonReport;
  readonly 'privacy.file': PersonFile;
  readonly 'export.read': ExportPage;
  readonly 'reviews.compose': ComposedReview;
  readonly 'reviews.freeze': DeskRecord;
  readonly 'reviews.draft.open': DeskRecord;
  readonly 'reviews.draft.compose': ComposedDraft;
  readonly 'reviews.preflight': { readonly findings: readonly Finding[] };
  readonly 'reviews.compareToday': ReviewToday;
  readonly 'weeklyNotes.run': WeeklyNotesRun;
  readonly 'weeklyNotes.write': WrittenWeeklyNote;
  readonly 'weeklyNotes.mark': WrittenWeeklyNote;
  readonly 'weeklyNotes.compose': ComposedWeeklyNote;
  readonly 'weeklyNotes.saved': WrittenWeeklyNote;
  readonly 'reviews.commitments': readonly CommitmentToJudge[];
}

/** Every method has a value type; a missing one is a compile error here. */
export type DataValue<Method extends DataMethod> = DataValues[Method];

/** The calls that work on whole stores; main alone may make them. */
export type StoreMethod = Extract<DataMethod, `store.${string}`>;

export interface DataCall {
  readonly id: number;
  readonly method: string;
  readonly args: unknown;
}
