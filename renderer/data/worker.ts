import './jitless';
import { newStore, storePlanSchema, type StorePlan } from '../../shared/ipc/safety';
import { onCoreChange } from './core/changes';
import { currentCore } from './core/current';
import { withReferenceData } from './core/reference-data';
import { openDesk } from './desk';
import { onFactsChanged, onFileTexts } from './facts';
import { answerBatches } from './batch-port';
import { answerCalls, tell, type DeskAnswers } from './rpc';
import { released, storeAnswers } from './store-answers';

/*
 * The data worker: the only writer of both databases. The page hands it ports; on each it answers either data calls
 * (the page and the main process), batches (a connector process) or nothing but rows of a file (the tables process).
 */

let opening: Promise<DeskAnswers> | null = null;

/** Opens the stores with the first port, which says which store it is to be, or that main has to do something first. */
function open(plan: StorePlan): Promise<DeskAnswers> {
  if (opening) return opening;
  opening = plan.waits ? released.then(openDesk) : openDesk(plan);
  // A store that can't be opened is the answer to every call; nobody else has to hear of it.
  opening.catch(() => undefined);
  return opening;
}

/** What the process that reads files may ask. */
function onlyRows(answers: DeskAnswers): Partial<DeskAnswers> {
  return { 'imports.rows': answers['imports.rows'] };
}

/** How long a window has the worker for itself before the lists that come with the product are looked at, in ms. */
const listsAfter = 2_000;
let listsDue = false;

/** After the first answer to a window, so that no start waits for it. What fails here is tried again by the next write. */
function bringListsSoon(desk: Promise<DeskAnswers>): void {
  if (listsDue) return;
  listsDue = true;
  setTimeout(() => {
    desk.then(() => withReferenceData(currentCore())).catch(() => undefined);
  }, listsAfter);
}

onCoreChange(({ kinds }) => {
  if (kinds.length > 0) tell({ event: 'changed', kinds: [...kinds] });
});
onFileTexts(() => {
  tell({ event: 'changed', kinds: ['attachment'] });
});
onFactsChanged((connection) => {
  tell({ event: 'facts', connection });
});

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data !== 'object' || data === null) return;
  if (!('port' in data) || !('role' in data) || !(data.port instanceof MessagePort)) return;
  const plan = 'store' in data ? storePlanSchema.parse(data.store) : newStore;
  const desk = open(plan);
  if (data.role === 'batches') answerBatches(data.port, desk);
  else if (data.role === 'page') {
    answerCalls(data.port, desk, {}, () => {
      bringListsSoon(desk);
    });
  } else if (data.role === 'main') answerCalls(data.port, desk, storeAnswers);
  else if (data.role === 'rows') answerCalls(data.port, desk.then(onlyRows));
});
