import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { inspectFile } from '../../../electron/tables/inspect';
import { stageFile } from '../../../electron/tables/stage';
import { RowPlanner, type RowPlan } from '../../../renderer/data/imports/plan-row';
import { RowReader } from '../../../renderer/data/imports/read-row';
import { RecordIndex, type KnownRecord } from '../../../renderer/data/imports/record-index';
import type { ReferenceWords } from '../../../renderer/data/imports/reference-words';
import type { Cell } from '../../../shared/imports/cells';
import { targetsOf } from '../../../shared/imports/field-words';
import { proposeMapping } from '../../../shared/imports/mapping';
import {
  isFoot,
  type FieldChoice,
  type FileShape,
  type SaidSettings,
} from '../../../shared/ipc/imports';
import { kindOf } from '../../../shared/records/index';

/** A file as the tables process reads it. */
export interface ReadFile {
  readonly shape: FileShape;
  readonly rows: readonly (readonly [number, readonly Cell[]])[];
}

/** Writes bytes to a file, reads it as an import does and removes it. */
export async function readBytes(
  bytes: Uint8Array | string,
  said: SaidSettings = {},
): Promise<ReadFile> {
  const folder = mkdtempSync(join(tmpdir(), 'import-'));
  try {
    const path = join(folder, 'file');
    writeFileSync(path, bytes);
    const shape = await inspectFile(path, 'file.csv', said, () => undefined);
    const rows: (readonly [number, readonly Cell[]])[] = [];
    const take = (piece: [number, Cell[]][]): Promise<void> => {
      rows.push(...piece);
      return Promise.resolve();
    };
    await stageFile(path, shape, take, () => undefined);
    return { shape, rows };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const noReferences: ReferenceWords = {
  find: () => ({ problem: 'there is no record of that name' }),
};

/** Plans every row of a file against some records, as a dry run does. */
export function planRows(
  kind: string,
  { shape, rows }: ReadFile,
  known: readonly KnownRecord[] = [],
  forAll: FieldChoice | null = null,
  references: ReferenceWords = noReferences,
  accounts: ReadonlyMap<string, readonly string[]> = new Map(),
): readonly RowPlan[] {
  const definition = kindOf(kind);
  const mapping = proposeMapping(shape.columns, targetsOf(definition));
  const reader = new RowReader(definition, mapping, shape.settings, references);
  const planner = new RowPlanner(
    definition,
    reader,
    new RecordIndex(definition, known, accounts),
    {},
    (row) => `row ${row}`,
  );
  return rows
    .filter(([row]) => row !== shape.totalsRow && !isFoot(shape, row))
    .map(([row, cells]) => planner.plan(row, cells, { forAll, single: new Map() }));
}
