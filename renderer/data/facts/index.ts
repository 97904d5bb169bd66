/**
 * The door of the facts: what networks can send again, kept as column blocks in `desk-facts`.
 *
 * - `openFacts(): Promise<void>` opens the database and refuses a newer store; call it once before anything else.
 * - `applyBatches(batches: readonly Batch[]): Promise<BatchAck[]>` commits batches of one session with their rollups and
 *   cursor in one transaction; never throws for a bad session (the acks say stop).
 * - `beginSync(connection: string | null, now: number, directory: Directory): Promise<SyncAssignment[]>`
 * - `finishSync(finish: DataArguments<'sync.finish'>): Promise<SyncOutcome>`
 * - `decideDeletions(source: string, allow: boolean): Promise<void>`
 * - `queryFacts(query: Query, directory: Directory): Promise<QueryAnswer>`
 * - `needsPartners(query: Query): boolean`: does its answer depend on who a partner is?
 * - `listTransactions(question: TransactionQuestion, directory: Directory): Promise<TransactionList>`: single rows.
 * - `dayAxis`, `isDayDimension`: the stretches of time that answers are grouped by.
 * - `factsStatus(source: string): Promise<FactsStatus>` is `ConnectionState` without what the core knows;
 *   `factsStatuses(sources)` gives those of many, `lastReadings(programs)` when each was last read.
 * - `sourceDetails(source: string): Promise<ConnectionDetails>`: rows put aside and deletions held back.
 * - `exportFacts(kind: FactsKind, after: string | null, directory: Directory): Promise<ExportPage>`
 * - `eachPartnership(callback: (row: PartnershipRow) => void): Promise<void>`
 * - `eachOrderLine(program, callback)`, `eachSettledRow(program, callback)`, `joinInstants(source)`: what reviews count by themselves.
 * - `repeatedOrders(program)`: what of a program that follows another one must not count twice.
 * - `lapsedCustomers(program, earlier, later): Promise<LapsedCustomers>`: who paid in the earlier days and not in the later.
 * - `accountFigures(programs, current, previous): Promise<readonly SourceAccounts[]>`: sums of every network account;
 *   `accountMonths(program, accounts, months)` is one partner's trend.
 * - `factsCounts(): Promise<Record<string, number>>`: kind → rows, over all sources.
 * - `storeFileFacts(file: FileFacts)`, `dropSource(source)`, `storedFileSources()`, `partnershipsIn(sources)`: files as sources.
 * - `ownershipOf(program, resource, cursorsOf)`, `storedCursors(program)`: which source counts on which days.
 * - `rebuildRollups(source: string): Promise<void>` derives a source's rollups from its blocks again.
 * - `readDerivedText(name: string): Promise<string | null>`, `keepDerivedText(name: string, text: string): Promise<void>`: a place
 *   for what can be derived again but takes long to.
 * - `fileTextsAfter(seq)`, `fileText(sha256)`: the texts of attached files for search; `onFileTexts(listener)` tells of more.
 * - `onFactsChanged(listener: (source: string) => void): () => void`: after each commit that changed something.
 */
export { openFacts } from './database';
export { applyBatches } from './ingest';
export { beginSync, finishSync } from './sessions';
export { decideDeletions } from './deletions';
export { queryFacts } from './query';
export { needsPartners } from './query-scope';
export { dayAxis, isDayDimension } from './dimensions';
export { listTransactions } from './transactions';
export { factsStatus, factsStatuses, factsCounts, lastReadings } from './status';
export { sourceDetails } from './source-details';
export { exportFacts, isFactsKind, type FactsKind } from './export';
export {
  eachOrderLine,
  eachSettledRow,
  joinInstants,
  type OrderLine,
  type SettledRow,
} from './order-lines';
export { repeatedOrders } from './repeated-orders';
export { lapsedCustomers, type LapsedCustomers } from './lapsed-customers';
export { eachPartnership, type ListedPartnership, type PartnershipRow } from './rosters';
export {
  fileText,
  fileTextsAfter,
  fileTextState,
  keepFileText,
  onFileTexts,
  readFileHashes,
} from './file-texts';
export { dropSource, partnershipsIn, storedFileSources, storeFileFacts } from './file-source';
export { ownershipOf, storedCursors } from './owned-parts';
export { rebuildRollups } from './rebuild';
export { onFactsChanged } from './changes';
export {
  accountFigures,
  accountMonths,
  type DaySpan,
  type SourceAccounts,
} from './account-figures';
