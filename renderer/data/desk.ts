import { isBulkBatch, takingBack } from '../../shared/ipc/bulk-batch';
import type { DeskStatus } from '../../shared/ipc/data-contract';
import type { ConnectionState } from '../../shared/ipc/desk-records';
import { factsSchema, type StorePlan } from '../../shared/ipc/safety';
import { DeskError } from '../../shared/kernel/result';
import { coreSchema } from '../../shared/records/upgrades';
import { recordAsOf } from './core/as-of';
import { saveConnections } from './core/connections';
import { setCurrentCore } from './core/current';
import { readCustomFields } from './core/custom-fields';
import { engineChance, type Core } from './core/database';
import { exportRecords } from './core/export';
import { listLinked } from './core/linked';
import { choosePerson, personAtDesk } from './core/person';
import { mirrorStart, readMirror, watchOutbox } from './core/mirror';
import { openCore } from './core/open-core';
import { markSample, profileOf } from './core/profile';
import { withReferenceData } from './core/reference-data';
import {
  countRecords,
  findRecord,
  getRecord,
  listOutbox,
  listRecords,
  namedRecords,
  readJournal,
} from './core/read';
import { connectionFiles, fileState } from './core/status';
import { redoNewest, sizeOfUndo, undoEntry, undoNewest } from './core/undo';
import { writeRecords } from './core/write';
import { loadDirectory } from './directory';
import { keptRecords } from './kept-records';
import {
  beginSync,
  decideDeletions,
  eachPartnership,
  exportFacts,
  factsCounts,
  factsStatuses,
  fileTextState,
  finishSync,
  isFactsKind,
  keepFileText,
  listTransactions,
  needsPartners,
  openFacts,
  queryFacts,
  sourceDetails,
} from './facts';
import { knowErased } from './privacy/known';
import { tell, type DeskAnswers } from './rpc';

/** Opens both databases and gives the answer to every data call. Rejects with why a store can't or must not be opened. */
export async function openDesk({ database, seq, refused }: StorePlan): Promise<DeskAnswers> {
  if (refused !== null) throw new DeskError(refused.code, refused.message);
  const [core] = await Promise.all([openCore(engineChance, database, seq), openFacts()]);
  await readCustomFields(core);
  setCurrentCore(core);
  return answersOf(core);
}

/** What a start doesn't need is loaded with its first call: recognizing partners alone knows every public suffix. */
function answersOf(core: Core): DeskAnswers {
  const touched = watchOutbox(core.database);
  return {
    'mirror.read': ({ after }) => readMirror(core.database, after ?? mirrorStart, touched),
    status: () => deskStatus(core),
    'files.named': async () => (await import('./attachments')).namedFiles(core),
    'files.unread': async ({ limit }) => (await import('./attachments')).unreadFiles(core, limit),
    'files.keepText': async (text) => {
      await keepFileText(text);
      return null;
    },
    'files.textState': ({ sha256 }) => fileTextState(sha256),
    'connections.list': listConnections,
    'connections.details': ({ connection }) => sourceDetails(connection),
    'outbox.list': () => listOutbox(core),
    'portfolio.standing': async (asked) => (await import('./portfolio')).portfolioStanding(asked),
    'profile.markSample': async () => {
      await markSample(core);
      return null;
    },
    'records.list': ({ kind, deleted }) => listRecords(core, kind, deleted),
    'records.get': ({ kind, id }) => getRecord(core, kind, id),
    'records.asOf': ({ kind, id, day }) => recordAsOf(core, kind, id, day),
    'records.named': ({ ids }) => namedRecords(core, ids),
    'records.history': async ({ kind, id }) =>
      (await import('./core/history')).recordHistory(core, kind, id),
    'records.find': ({ kind, name }) => findRecord(core, kind, name),
    'records.linked': ({ ids, kinds }) => listLinked(core, ids, kinds),
    'records.write': async (request) => {
      await withReferenceData(core);
      return writeRecords(core, request);
    },
    'records.undo': async ({ entry }) => {
      const undone = await undoEntry(core, entry, tellTakingBack);
      // An import of figures may have been taken back with it.
      if (isBulkBatch(undone.batch)) await (await import('./imports')).settleFiles(core);
      return undone;
    },
    'history.undo': () => undoNewest(core, tellTakingBack),
    'history.redo': () => redoNewest(core, tellTakingBack),
    'history.size': ({ of, entry }) => sizeOfUndo(core, of, entry),
    'history.list': async (asked) =>
      (await import('./core/desk-history')).readDeskHistory(core, asked),
    'trash.list': async (asked) => (await import('./core/trash')).readTrash(core, asked),
    'trash.keys': async (asked) => (await import('./core/trash')).readTrashKeys(core, asked),
    'trash.restore': async ({ ids }) => (await import('./core/trash')).restoreRecords(core, ids),
    'privacy.know': ({ lists }) => knowErased(core, lists),
    'privacy.find': async (asked) => (await import('./privacy/find')).findPerson(core, asked),
    'privacy.file': async (asked) => (await import('./privacy/find')).personFile(core, asked),
    'journal.read': ({ after, limit }) => readJournal(core, after, limit),
    'imports.propose': async (asked) => {
      await withReferenceData(core);
      return (await import('./imports')).proposeImport(core, asked);
    },
    'imports.begin': async (asked) => (await import('./imports')).beginImport(core, asked),
    'imports.rows': async (asked) => (await import('./imports')).stageRows(asked),
    'imports.plan': async ({ id }) => (await import('./imports')).planImport(id, tellProgress),
    'imports.page': async (asked) => (await import('./imports')).readPlannedRows(core, asked),
    'imports.decide': async (asked) => (await import('./imports')).decideImport(asked),
    'imports.keeping': async ({ id }) => (await import('./imports')).importKeeping(id),
    'imports.write': async ({ id, withoutRejected, kept }) =>
      (await import('./imports')).runImport(core, id, { withoutRejected, kept }, tellProgress),
    'imports.cancel': async ({ id }) => (await import('./imports')).cancelImport(id),
    'imports.undo': async ({ id }) => (await import('./imports')).undoImport(core, id),
    'imports.missing': async () => (await import('./imports')).missingFiles(core),
    'imports.restore': async ({ id }) => (await import('./imports')).restoreImport(core, id),
    'sources.list': async () => (await import('./imports')).fileSources(core),
    'imports.left': async ({ id, after }) => (await import('./imports')).readLeftRows(id, after),
    'connections.save': async (asked) => onlyOf(await saveConnections(core, [asked])),
    'connections.saveAll': ({ connections }) => saveConnections(core, connections),
    'person.get': () => personAtDesk(core),
    'person.choose': ({ member }) => choosePerson(core, member),
    search: async (asked) => (await import('./search')).search(core, asked),
    'agency.import': async ({ agency }) => {
      const { importAgency } = await import('./core/agency');
      await withReferenceData(core);
      return importAgency(core, agency, tellProgress);
    },
    query: async (query) =>
      queryFacts(query, await loadDirectory(needsPartners(query) ? 'partners' : 'programs')),
    explore: async (question) => (await import('./explorer/explore')).explore(question),
    'programs.page': async (asked) => (await import('./programs/page')).programPage(asked),
    'transactions.list': async (question) => listTransactions(question, await loadDirectory()),
    'sync.begin': async ({ connection, now }) =>
      beginSync(connection, now, await loadDirectory('programs')),
    'sync.finish': finishSync,
    'sync.decideDeletions': async ({ connection, allow }) => {
      await decideDeletions(connection, allow);
      return null;
    },
    'partners.derive': async () => {
      const { derivePartners } = await import('./core/derive');
      const derived = await derivePartners(core, tellProgress, eachPartnership);
      // Kept now, new partners cost the next start's first question nothing; a full disk is no reason to fail.
      if (derived.created > 0)
        await keptRecords(core, 'partner')
          .keepIfMany()
          .catch(() => undefined);
      return derived;
    },
    'team.due': async (asked) => (await import('./team/due')).dueRecords(asked),
    'team.load': async (asked) => (await import('./team/load')).teamLoad(asked),
    'team.clients': async (asked) =>
      (await import('./team/client-health')).clientHealth(asked, await listConnections()),
    'lists.records': async ({ question, offset, limit }) =>
      (await import('./lists/records')).readRecords(question, offset, limit),
    'lists.recordKeys': async ({ question }) =>
      (await import('./lists/records')).readRecordKeys(question),
    'lists.recordPlace': async ({ question, id }) =>
      (await import('./lists/records')).readRecordPlace(question, id),
    'lists.recordWords': async ({ question, column }) =>
      (await import('./lists/records')).readRecordWords(question, column),
    'lists.board': async ({ question, column, states }) =>
      (await import('./lists/records')).readBoard(question, column, states),
    'lists.partners': async ({ question, offset, limit }) =>
      (await import('./lists')).readPartners(question, offset, limit),
    'lists.partnerKeys': async ({ question }) =>
      (await import('./lists')).readPartnerKeys(question),
    'lists.partnerPlace': async ({ question, id }) =>
      (await import('./lists')).readPartnerPlace(question, id),
    'lists.partnerWords': async ({ question }) =>
      (await import('./lists')).readPartnerWords(question),
    'partners.page': async ({ id, days }) => (await import('./lists')).readPartnerPage(id, days),
    'partners.adopt': async ({ key, name }) => (await import('./lists')).adoptPublisher(key, name),
    'matches.list': async ({ question, limit }) =>
      (await import('./matches')).listMatches(question, limit),
    'matches.compare': async (asked) => (await import('./matches')).compareRecords(core, asked),
    'matches.group': async ({ choices, ...asked }) =>
      (await import('./matches')).groupRecords(core, asked, choices),
    'matches.groupCertain': async ({ question }) => {
      const { assignCertain, groupCertain } = await import('./matches');
      if (question === 'belongs') return assignCertain(core);
      return groupCertain(core, question, (done, total) => tellProgress('Grouping', done, total));
    },
    'matches.decide': async ({ pair, decision }) =>
      (await import('./matches')).decideMatch(core, pair, decision),
    'matches.groups': async () => (await import('./matches')).listGroups(core),
    'matches.ungroup': async ({ kind, part }) =>
      (await import('./matches')).ungroup(core, kind, part),
    'export.read': async ({ kind, after, asOf }) => {
      if (isFactsKind(kind) && asOf === undefined)
        return exportFacts(kind, after, await loadDirectory());
      return exportRecords(core, kind, after, asOf);
    },
    'reviews.compose': async (asked) => (await import('./reviews')).composeReview(asked),
    'reviews.draft.open': async (asked) => (await import('./reviews')).openDraft(asked),
    'reviews.draft.compose': async (asked) => (await import('./reviews')).composeDraft(asked),
    'reviews.commitments': async (asked) => (await import('./reviews')).commitmentsToJudge(asked),
    'reviews.preflight': async (asked) => (await import('./reviews')).preflight(asked),
    'reviews.compareToday': async (asked) => (await import('./reviews')).compareToday(asked),
    'reviews.freeze': async (composed) => (await import('./reviews')).freezeReview(composed),
    'weeklyNotes.run': async (asked) => (await import('./weekly-notes')).runWeeklyNotes(asked),
    'weeklyNotes.write': async (asked) => (await import('./weekly-notes')).writeWeeklyNote(asked),
    'weeklyNotes.mark': async (asked) => (await import('./weekly-notes')).markWeeklyNote(asked),
    'weeklyNotes.compose': async (asked) => (await import('./weekly-notes')).composeReadNote(asked),
    'weeklyNotes.saved': async (asked) => (await import('./weekly-notes')).recordSavedNote(asked),
  };
}

function tellProgress(words: string, done: number, total: number | null): void {
  tell({ event: 'progress', words, done, total });
}

function tellTakingBack(done: number, total: number): void {
  tellProgress(takingBack, done, total);
}

async function deskStatus(core: Core): Promise<DeskStatus> {
  return {
    counts: { ...(await countRecords(core)), ...(await factsCounts()) },
    connections: (await listConnections()).filter(({ fromFiles }) => fromFiles !== true),
    schema: { core: coreSchema, facts: factsSchema },
    profile: await profileOf(core),
  };
}

async function listConnections(): Promise<readonly ConnectionState[]> {
  const directory = await loadDirectory('programs');
  const files = connectionFiles(directory);
  const states = await factsStatuses(files.map(({ id }) => id));
  return files.flatMap((file) => {
    const program = directory.programs.find(({ source }) => source === file.id);
    const state = program?.isConnected === false ? fileState(program) : states.get(file.id);
    return state === undefined ? [] : [{ ...state, ...file }];
  });
}

/** The one answer of a question about one. */
function onlyOf<Value>([value]: readonly Value[]): Value {
  if (value === undefined) throw new Error('A question about one thing had no answer.');
  return value;
}
