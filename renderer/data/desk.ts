import type { Query } from '../../shared/domain/query';
import type { DeskStatus } from '../../shared/ipc/data-contract';
import type { ConnectionState } from '../../shared/ipc/desk-records';
import { importAgency } from './core/agency';
import { saveConnection } from './core/connections';
import { setCurrentCore } from './core/current';
import { coreSchema, openCore, type Core } from './core/database';
import { derivePartners } from './core/derive';
import { exportRecords } from './core/export';
import { markSample, profileOf } from './core/profile';
import { countRecords, findRecord, getRecord, listRecords, readJournal } from './core/read';
import { connectionFiles } from './core/status';
import { undoEntry } from './core/undo';
import { writeRecords } from './core/write';
import { loadDirectory } from './directory';
import {
  beginSync,
  decideDeletions,
  eachPartnership,
  exportFacts,
  factsCounts,
  factsSchemaVersion,
  factsStatus,
  finishSync,
  isFactsKind,
  openFacts,
  queryFacts,
} from './facts';
import { composeReview, freezeReview } from './reviews';
import { tell, type DataAnswers } from './rpc';

/** Opens both databases and gives the answer to every data call. Rejects with why a store can't be opened. */
export async function openDesk(): Promise<DataAnswers> {
  const core = await openCore();
  setCurrentCore(core);
  await openFacts();
  return answersOf(core);
}

function answersOf(core: Core): DataAnswers {
  return {
    status: () => deskStatus(core),
    'profile.markSample': async () => {
      await markSample(core);
      return null;
    },
    'records.list': ({ kind, deleted }) => listRecords(core, kind, deleted),
    'records.get': ({ kind, id }) => getRecord(core, kind, id),
    'records.find': ({ kind, name }) => findRecord(core, kind, name),
    'records.write': (request) => writeRecords(core, request),
    'records.undo': ({ entry }) => undoEntry(core, entry),
    'journal.read': ({ after, limit }) => readJournal(core, after, limit),
    'connections.save': (asked) => saveConnection(core, asked),
    'agency.import': ({ agency }) => importAgency(core, agency, tellProgress),
    query: async (query) => queryFacts(query, await loadDirectory(needOf(query))),
    'sync.begin': async ({ connection, now }) =>
      beginSync(connection, now, await loadDirectory('programs')),
    'sync.finish': finishSync,
    'sync.decideDeletions': async ({ connection, allow }) => {
      await decideDeletions(connection, allow);
      return null;
    },
    'partners.derive': async () => {
      const derived = await derivePartners(core, tellProgress, eachPartnership);
      // Read now, with everything at hand, the new partners cost the next start's first question nothing.
      if (derived.created + derived.joined > 0) await loadDirectory('partners');
      return derived;
    },
    'export.read': async ({ kind, after }) =>
      isFactsKind(kind)
        ? exportFacts(kind, after, await loadDirectory())
        : exportRecords(core, kind, after),
    'reviews.compose': composeReview,
    'reviews.freeze': freezeReview,
  };
}

/** Only a question about partners has to wait for 50,000 of them. */
function needOf({ by }: Query): 'programs' | 'partners' {
  return by.includes('partner') || by.includes('partnerType') ? 'partners' : 'programs';
}

function tellProgress(words: string, done: number, total: number | null): void {
  tell({ event: 'progress', words, done, total });
}

async function deskStatus(core: Core): Promise<DeskStatus> {
  const directory = await loadDirectory('programs');
  const connections: ConnectionState[] = [];
  for (const file of connectionFiles(directory)) {
    connections.push({ ...(await factsStatus(file.id)), ...file });
  }
  return {
    counts: { ...(await countRecords(core)), ...(await factsCounts()) },
    connections,
    schema: { core: coreSchema, facts: factsSchemaVersion },
    profile: await profileOf(core),
  };
}
