import {
  fileResources,
  isFileResource,
  type FileResource,
} from '../../../../shared/domain/file-sources';
import type { ImportOutcome } from '../../../../shared/ipc/imports';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { numberOf, textOf } from '../../../../shared/ipc/record-values';
import { kinds } from '../../../../shared/records/index';
import { formatCount } from '../../../ui/format';

/** What will be done with rows, in the order in which people look at them. */
export const outcomeLabels: Readonly<Record<ImportOutcome, string>> = {
  create: 'New',
  update: 'Changed',
  conflict: 'To decide',
  reject: 'Rejected',
  skip: 'Nothing new',
};

/** What a file of figures holds. */
const figureLabels: Readonly<Record<FileResource, string>> = {
  traffic: 'Traffic',
  transactions: 'Transactions',
};

/** Kinds that files can be brought into: what people enter, and not what the desk makes of itself. */
export const importKinds: readonly { readonly value: string; readonly label: string }[] = kinds
  .filter(
    ({ owner, kind, fields }) =>
      owner === 'person' &&
      kind !== 'import' &&
      !Object.values(fields).some(
        ({ type, required }) => required === true && type === 'structure',
      ),
  )
  .map(({ kind, plural }) => ({ value: kind, label: plural }))
  .concat(fileResources.map((value) => ({ value, label: figureLabels[value] })))
  .sort((one, other) => (one.label < other.label ? -1 : 1));

/** Everything that can leave as a file of its own. */
export const exportKinds: readonly { readonly value: string; readonly label: string }[] = [
  ...kinds.map(({ kind, plural }) => ({ value: kind, label: plural })),
  { value: 'transaction', label: 'Transactions' },
  { value: 'traffic', label: 'Traffic' },
].sort((one, other) => (one.label < other.label ? -1 : 1));

/** A kind in the plural, as people call it. */
export function pluralOf(kind: string): string {
  if (isFileResource(kind)) return figureLabels[kind];
  return kinds.find((each) => each.kind === kind)?.plural ?? kind;
}

/** `1 row`, `3,210 rows`. */
export function rowsWords(count: number): string {
  return count === 1 ? '1 row' : `${formatCount(count)} rows`;
}

/** How an import stands: done, interrupted half-way, or taken back. */
export function importState(record: DeskRecord): 'done' | 'interrupted' | 'taken back' {
  if (record.deleted) return 'taken back';
  const [writtenTo, lastRow] = [numberOf(record, 'writtenTo'), numberOf(record, 'lastRow')];
  return writtenTo !== null && lastRow !== null && writtenTo < lastRow ? 'interrupted' : 'done';
}

/** The file of an import, in the words of its record. */
export function importName(record: DeskRecord): string {
  return textOf(record, 'file') ?? 'A file';
}
