import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { BeginImport, FileShape } from '../../../shared/ipc/imports';
import { comparableHeader, fingerprintOf } from '../../../shared/imports/table-shape';

/** What the record of an import says of its file, and of where its columns went. */
export function shapeOf({ file, into, mapping }: BeginImport): Record<string, FieldValue> {
  return {
    file: file.name,
    into,
    sha256: file.sha256,
    bytes: file.bytes,
    shape: fingerprintOf(file.columns.map(({ header }) => header)),
    mapping: file.columns.map(({ header }, at) => [comparableHeader(header), mapping[at] ?? null]),
    rows: file.rows,
  };
}

/** Under what name the file itself is kept. */
export function keptName({ sha256, format }: Pick<FileShape, 'sha256' | 'format'>): string {
  return `${sha256}.${format}`;
}
