import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { FileShape } from '../../../shared/ipc/imports';
import type { ErasureLists } from '../../../shared/privacy/erasure-list';
import { DeskError } from '../../../shared/kernel/result';
import { importReadingSchema, importRecord } from '../../../shared/records/technology/import';
import { eraseTable } from '../../tables/erase-table';
import { removeAll } from '../../files';
import { documentNames } from '../documents';
import { hashFile } from '../hash-file';
import { hashing } from '../hashing';

/*
 * Figures are read from kept files again, so those files outlive an erasure without the people in them. Whatever else was
 * brought in stands in records, and its kept copy goes: whom a workbook names can't be told without reading all of it.
 */

type Values = Readonly<Record<string, FieldValue>>;

interface FieldChange {
  readonly kind: string;
  readonly id: string;
  readonly field: string;
  readonly from: FieldValue;
  readonly to: FieldValue;
}

/** Kept files of figures on their way through an erasure, each looked at once. */
export class FigureFiles {
  /** Files that could not be read, to be compared with anybody. */
  unreadable = 0;
  /** Was any of them written anew, under another name? */
  hasMoved = false;
  private readonly folder: string;
  private readonly lists: ErasureLists;
  private readonly shapes = new Map<string, FileShape>();
  private readonly needed = new Set<string>();

  constructor(folder: string, lists: ErasureLists) {
    this.folder = folder;
    this.lists = lists;
  }

  /** Takes people out of the file that an import's record reads figures from, unless it names nobody. */
  async settle(values: Values): Promise<void> {
    const shape = importReadingSchema.safeParse(values['reading']).data?.file;
    if (shape === undefined) return;
    const known = this.shapes.get(placeOf(shape)) ?? (await this.without(shape));
    this.shapes.set(placeOf(shape), known);
    if (known.sha256 !== shape.sha256) this.hasMoved = true;
    this.needed.add(nameOf(known));
  }

  /** A record's values with the file that figures are read from now; the same object when it names that one. */
  renamed(values: Values): Values {
    const reading = importReadingSchema.safeParse(values['reading']).data;
    const known = reading === undefined ? undefined : this.shapes.get(placeOf(reading.file));
    if (reading === undefined || known === undefined) return values;
    if (known.sha256 === reading.file.sha256) return values;
    // The words of headers and of the file's name are cleaned as those of any record.
    const { sha256, format, bytes, sheets, settings } = known;
    const file = { ...reading.file, sha256, format, bytes, sheets, settings };
    const keptAs = 'keptAs' in values ? { keptAs: nameOf(known) } : {};
    return { ...values, ...keptAs, reading: { ...reading, file } };
  }

  /** The same for the changes that brought such values. */
  renamedChanges<Change extends FieldChange>(changes: readonly Change[]): readonly Change[] {
    return changes.map((change) => {
      const { kind, id, field } = change;
      if (kind !== importRecord.kind || !(field === 'reading' || field === 'keptAs')) return change;
      const beside = changes.find((each) => each.id === id && each.field === 'reading');
      const side = (name: 'from' | 'to'): FieldValue => {
        const values = { reading: beside?.[name] ?? null, [field]: change[name] };
        return change[name] === null ? null : (this.renamed(values)[field] ?? null);
      };
      return { ...change, from: side('from'), to: side('to') };
    });
  }

  /** Removes every file that was brought in and that no figures are read from. */
  async sweep(): Promise<void> {
    const names = documentNames(this.folder).filter((name) => /\.(?:csv|xlsx)$/.test(name));
    await removeAll(
      names.filter((name) => !this.needed.has(name)).map((name) => join(this.folder, name)),
    );
  }

  private async without(shape: FileShape): Promise<FileShape> {
    const path = join(this.folder, nameOf(shape));
    if (!existsSync(path)) return shape;
    const { lists, folder } = this;
    try {
      if ((await hashFile(path)) === shape.sha256) {
        return (await eraseTable(path, shape, { lists, hashing, folder })) ?? shape;
      }
    } catch (thrown) {
      // What the disk refuses is tried again; what the file is refused for stays as it is.
      if (!(thrown instanceof DeskError) || thrown.code === 'NOT_WRITTEN') throw thrown;
    }
    this.unreadable += 1;
    await removeAll([path]);
    return shape;
  }
}

/** One file can be read in several ways, as the sheets of a workbook. */
function placeOf({ sha256, format, settings }: FileShape): string {
  const { sheet, delimiter, encoding } = settings;
  return JSON.stringify([sha256, format, sheet, delimiter, encoding]);
}

function nameOf({ sha256, format }: FileShape): string {
  return `${sha256}.${format}`;
}
