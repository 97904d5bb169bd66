import { bulkRecords } from '../../../shared/ipc/bulk-batch';
import type { DataArguments, DataMethod } from '../../../shared/ipc/data-contract';
import type { DataSource } from '../data-cache';
import type { DeskShell } from '../desk-shell';

/** What may change very many records, however little is said of them. */
const alwaysBulk: readonly DataMethod[] = ['matches.groupCertain', 'imports.undo'];

/** What is as large as the edit that it takes back or does again: the data worker is asked first. */
const goesBack = ['records.undo', 'history.undo', 'history.redo'] as const;

/**
 * The data worker as the window asks it, with a verified snapshot of the desk before each bulk change. When none can be
 * taken, the change is not made and the reason is what the call fails with.
 */
export function keepBeforeBulk(data: DataSource, shell: Pick<DeskShell, 'call'>): DataSource {
  let running: unknown = null;

  /** A long edit is written in parts that share a batch: one snapshot is before all of them. */
  function isBulk(method: DataMethod, args: object): boolean {
    if (alwaysBulk.includes(method)) return true;
    if (method === 'trash.restore' && 'ids' in args) return lengthOf(args.ids) >= bulkRecords;
    if (method !== 'records.write' || !('changes' in args)) return false;
    if (lengthOf(args.changes) < bulkRecords) return false;
    const batch = 'batch' in args ? args.batch : undefined;
    if (batch !== undefined && batch === running) return false;
    running = batch;
    return true;
  }

  async function isLongWayBack(method: DataMethod, args: object): Promise<boolean> {
    const of = goesBack.find((name) => name === method);
    if (of === undefined) return false;
    const { records } = await data.call('history.size', {
      ...(args as DataArguments<typeof of>),
      of,
    });
    return records >= bulkRecords;
  }

  return {
    onEvent: (listener) => data.onEvent(listener),
    call: async (method, args) => {
      if (isBulk(method, args) || (await isLongWayBack(method, args)))
        await shell.call('safety.snapshot', { reason: 'bulk change' });
      return data.call(method, args);
    },
  };
}

function lengthOf(list: unknown): number {
  return Array.isArray(list) ? list.length : 0;
}
