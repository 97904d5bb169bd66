import './jitless';
import { onCoreChange } from './core/changes';
import { openDesk } from './desk';
import { onFactsChanged } from './facts';
import { answerBatches } from './batch-port';
import { answerCalls, tell } from './rpc';

/*
 * The data worker: the only writer of both databases. The page hands it ports; on each it answers either data calls
 * (the page and the main process) or batches (a connector process).
 */

const opening = openDesk();
// A store that can't be opened is the answer to every call; nobody else has to hear of it.
opening.catch(() => undefined);

onCoreChange(({ kinds }) => {
  if (kinds.length > 0) tell({ event: 'changed', kinds: [...kinds] });
});
onFactsChanged((connection) => {
  tell({ event: 'facts', connection });
});

self.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
  if (typeof data !== 'object' || data === null) return;
  if (!('port' in data) || !('role' in data) || !(data.port instanceof MessagePort)) return;
  if (data.role === 'batches') answerBatches(data.port, opening);
  else if (data.role === 'page' || data.role === 'main') answerCalls(data.port, opening);
});
