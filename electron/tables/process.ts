import { z } from 'zod';
import { createDataCaller, type DataCaller } from '../../shared/ipc/data-calls';
import { toFailure } from '../../shared/kernel/result';
import { hashing } from '../safety/hashing';
import { eraseTable } from './erase-table';
import { inspectFile } from './inspect';
import { tableRequestSchema, type TableAnswer, type TableRequest } from './messages';
import { stageFile, type StagedPiece } from './stage';
import { createWorkbook, type WorkbookWriter } from './write-workbook';

/**
 * The tables process: reads files that people bring and writes workbooks, away from the window, from main and from the data. A file that breaks it breaks nothing else.
 */
z.config({ jitless: true });
// The package for workbooks has old habits that a person can do nothing about.
process.noDeprecation = true;

function tell(answer: TableAnswer): void {
  process.parentPort.postMessage(answer);
}

const bytesBetweenSteps = 1_000_000;

/** Tells how much has been read, from time to time. */
function createMeter(): (bytes: number) => void {
  let read = 0;
  let told = 0;
  return (bytes) => {
    read += bytes;
    if (read - told < bytesBetweenSteps) return;
    told = read;
    tell({ kind: 'progress', bytes: read });
  };
}

let workbook: WorkbookWriter | null = null;

async function answer(
  request: TableRequest,
  port: Electron.MessagePortMain | undefined,
): Promise<TableAnswer> {
  switch (request.kind) {
    case 'inspect':
      return {
        kind: 'shape',
        shape: await inspectFile(request.path, request.name, request.said, createMeter()),
      };
    case 'stage': {
      const data = callerOn(port);
      const { id, path, shape } = request;
      const take = async (rows: StagedPiece): Promise<void> => {
        await data.call('imports.rows', { id, rows });
      };
      await stageFile(path, shape, take, createMeter());
      return { kind: 'staged' };
    }
    case 'erase': {
      const { path, shape, lists, folder } = request;
      return { kind: 'erased', shape: await eraseTable(path, shape, { lists, hashing, folder }) };
    }
    case 'sheet':
      workbook ??= createWorkbook((bytes) => tell({ kind: 'bytes', bytes: new Uint8Array(bytes) }));
      workbook.sheet(request.name, request.columns);
      return { kind: 'done' };
    case 'rows':
      workbook?.rows(request.rows);
      return { kind: 'done' };
    case 'end':
      await workbook?.end();
      return { kind: 'done' };
  }
}

function callerOn(port: Electron.MessagePortMain | undefined): DataCaller {
  if (port === undefined) throw new Error('Rows have nowhere to go.');
  const caller = createDataCaller(
    (call) => port.postMessage(call),
    () => undefined,
  );
  port.on('message', ({ data }: { data: unknown }) => {
    caller.receive(data);
  });
  port.start();
  return caller;
}

process.parentPort.on('message', ({ data, ports }) => {
  const request = tableRequestSchema.parse(data);
  answer(request, ports[0]).then(tell, (thrown: unknown) => {
    tell({ kind: 'failed', error: toFailure(thrown) });
  });
});
