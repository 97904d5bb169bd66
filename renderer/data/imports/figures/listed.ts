import {
  fileSourceId,
  isFileResource,
  type FileResource,
  type FileSources,
  type ListedFile,
  type ListedOverlap,
} from '../../../../shared/domain/file-sources';
import { networkNames } from '../../../../shared/domain/vocabulary';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { formatDay } from '../../../../shared/kernel/days';
import { importRecord, importSourcesSchema } from '../../../../shared/records/technology/import';
import type { Core } from '../../core/database';
import { listRecords } from '../../core/read';
import { loadDirectory, readEveryProgram, type ProgramEntry } from '../../directory';
import { ownershipOf, storedCursors, storedFileSources } from '../../facts';

/** The files that are sources of figures, newest first, and the days that two sources have. */
export async function fileSources(core: Core): Promise<FileSources> {
  const [imports, members, stored, every, { programs }] = await Promise.all([
    listRecords(core, importRecord.kind),
    listRecords(core, 'team-member'),
    storedFileSources(),
    readEveryProgram(core),
    loadDirectory('programs'),
  ]);
  const whole = new Set(stored.flatMap(({ source, isWhole }) => (isWhole ? [source] : [])));
  const programNames = new Map(every.map(({ programId, program }) => [programId, program]));
  const memberNames = new Map(members.map(({ id, values }) => [id, textOf(values['name'])]));
  const files = imports
    .filter(({ values }) => isFileResource(textOf(values['into']) ?? ''))
    .map((record) => listed(record, whole, programNames, memberNames))
    .sort((one, other) => (other.startedAt ?? 0) - (one.startedAt ?? 0));
  const overlaps: ListedOverlap[] = [];
  for (const program of programs) {
    if (program.files.length > 0) overlaps.push(...(await overlapsOf(program)));
  }
  return { files, overlaps };
}

function listed(
  { id, values }: DeskRecord,
  whole: ReadonlySet<string>,
  programs: ReadonlyMap<string, string>,
  members: ReadonlyMap<string, string | null>,
): ListedFile {
  const sources = importSourcesSchema.safeParse(values['sources']).data ?? [];
  const [writtenTo, lastRow] = [numberOf(values['writtenTo']), numberOf(values['lastRow'])];
  const isInterrupted = (writtenTo ?? 0) < (lastRow ?? 0);
  const isStored = sources.every(({ program }) => whole.has(fileSourceId(id, program)));
  return {
    importId: id,
    file: textOf(values['file']) ?? 'A file',
    into: textOf(values['into']) ?? '',
    programs: sources.map(({ program }) => programs.get(program) ?? 'a program that is gone'),
    from: sources.map(({ from }) => from).sort()[0] ?? null,
    to:
      sources
        .map(({ to }) => to)
        .sort()
        .at(-1) ?? null,
    rows: sources.reduce((sum, { rows }) => sum + rows, 0),
    startedAt: numberOf(values['startedAt']),
    by: members.get(textOf(values['by']) ?? '') ?? null,
    state: isInterrupted ? 'interrupted' : isStored ? 'read' : 'missing',
  };
}

async function overlapsOf(program: ProgramEntry): Promise<ListedOverlap[]> {
  const stored = await storedCursors(program);
  const nameOf = (source: string): string => {
    const file = program.files.find((each) => each.source === source);
    if (file !== undefined) return file.file;
    return `${networkNames[program.network]} ${program.account}`;
  };
  return (['traffic', 'transactions'] as const).flatMap((resource: FileResource) =>
    ownershipOf(program, resource, (source) => stored.get(source) ?? []).overlaps.map(
      ({ from, to, sources, counts, isDecided }) => ({
        program: program.program,
        programId: program.programId,
        client: program.client,
        resource,
        from: formatDay(from),
        to: formatDay(to),
        sources: sources.map((id) => ({ id, name: nameOf(id) })),
        counts,
        isDecided,
      }),
    ),
  );
}

function textOf(value: unknown): string | null {
  return typeof value === 'string' ? value : null;
}

function numberOf(value: unknown): number | null {
  return typeof value === 'number' ? value : null;
}
