import type { DataArguments } from '../../../shared/ipc/data-contract';
import type { ImportProposal } from '../../../shared/ipc/imports';
import { fileResources, isFileResource } from '../../../shared/domain/file-sources';
import { factTargets } from '../../../shared/imports/fact-targets';
import { targetsOf } from '../../../shared/imports/field-words';
import { mappingByHeader, proposeMapping } from '../../../shared/imports/mapping';
import { networkFileKind, networkFileWords } from '../../../shared/imports/network-files';
import { fingerprintOf } from '../../../shared/imports/table-shape';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { DeskError } from '../../../shared/kernel/result';
import { importRecord, mappingSchema } from '../../../shared/records/technology/import';
import { kinds, kindOf, personKindOf } from '../../../shared/records/index';
import type { Core } from '../core/database';
import { listRecords } from '../core/read';
import { readEveryProgram } from '../directory';

/**
 * Where the columns of a file go: as the newest file of the same shape went, also one that was taken back, else by their
 * headers. Without a kind it is the one that a file of this shape went into, or whose fields most headers name.
 */
export async function proposeImport(
  core: Core,
  { file, into }: DataArguments<'imports.propose'>,
): Promise<ImportProposal> {
  const headers = file.columns.map(({ header }) => header);
  const shape = fingerprintOf(headers);
  const before = await newestOfShape(core, shape, into);
  const kind = into ?? before?.into ?? networkFileKind(headers) ?? likeliestKind(file);
  const targets = isFileResource(kind) ? factTargets(kind) : targetsOf(personKindOf(kind));
  const programs = isFileResource(kind) ? await namedPrograms(core) : null;
  const unfinished = await unfinishedImport(core, file.sha256, kind);
  const mapping =
    before === null
      ? proposeMapping(file.columns, targets)
      : mappingByHeader(file.columns, before.columns, targets);
  return {
    into: kind,
    recognized:
      unfinished !== null
        ? 'bringing it in was interrupted and goes on where it ended'
        : before === null
          ? networkFileWords(headers)
          : 'a file like one that was brought in before',
    mapping,
    unfinished,
    programs,
    // Where there is one program, nobody has to say which.
    program: programs?.length === 1 ? (programs[0]?.id ?? null) : null,
    targets: targets.map(({ key, label, required }) => ({ key, label, required })),
  };
}

async function namedPrograms(
  core: Core,
): Promise<{ readonly id: string; readonly name: string }[]> {
  const named = new Map(
    (await readEveryProgram(core)).map(({ programId, program, client }) => [
      programId,
      `${client}: ${program}`,
    ]),
  );
  return [...named]
    .map(([id, name]) => ({ id, name }))
    .sort((one, other) => (one.name < other.name ? -1 : 1));
}

interface EarlierImport {
  readonly into: string;
  readonly columns: ReadonlyMap<string, string | null>;
}

async function newestOfShape(
  core: Core,
  shape: string,
  into: string | null,
): Promise<EarlierImport | null> {
  const imports = await listRecords(core, importRecord.kind, true);
  const found = imports
    .filter(({ values }) => values['shape'] === shape && (into === null || values['into'] === into))
    .sort((one, other) => startOf(other) - startOf(one))
    .at(0);
  const mapping = found?.values['mapping'];
  const kind = found?.values['into'];
  if (mapping === undefined || typeof kind !== 'string') return null;
  const columns = new Map<string, string | null>();
  for (const [header, key] of mappingSchema.parse(mapping)) columns.set(header, key);
  return { into: kind, columns };
}

/** The living import of the same bytes into the same kind of which rows are still to be written. */
async function unfinishedImport(core: Core, sha256: string, into: string): Promise<string | null> {
  const found = (await listRecords(core, importRecord.kind)).find(({ values }) => {
    const { writtenTo, lastRow } = values;
    const isOpen =
      typeof writtenTo === 'number' && typeof lastRow === 'number' && writtenTo < lastRow;
    return isOpen && values['sha256'] === sha256 && values['into'] === into;
  });
  return found?.id ?? null;
}

function startOf({ values }: DeskRecord): number {
  const { startedAt } = values;
  return typeof startedAt === 'number' ? startedAt : 0;
}

/** The kind of which most fields are named, all required ones among them; of equals the one that comes first. */
function likeliestKind({ columns }: DataArguments<'imports.propose'>['file']): string {
  const people = kinds
    .filter(({ owner, kind }) => owner === 'person' && kind !== importRecord.kind)
    .map(({ kind }) => ({ kind, targets: targetsOf(kindOf(kind)) }));
  const figures = fileResources.map((kind) => ({ kind, targets: factTargets(kind) }));
  const scored = [...people, ...figures]
    .map(({ kind, targets }) => {
      const named = new Set(proposeMapping(columns, targets).filter((key) => key !== null));
      const lacking = targets.filter(({ key, required }) => required && !named.has(key)).length;
      return { kind, score: named.size - 2 * lacking };
    })
    .sort((one, other) => other.score - one.score);
  const [best] = scored;
  if (best === undefined) throw new DeskError('UNKNOWN_KIND', 'Say what the file holds.');
  return best.kind;
}
