import { importOfSource } from '../../../../shared/domain/file-sources';
import type { MissingFile } from '../../../../shared/ipc/imports';
import { existence } from '../../../../shared/records/validation';
import { importReadingSchema, importRecord } from '../../../../shared/records/technology/import';
import type { RecordChange } from '../../../../shared/ipc/data-contract';
import type { Core } from '../../core/database';
import { loadIdentities } from '../../core/identities';
import { listRecords } from '../../core/read';
import { identityKey, type StoredEntry, type StoredRecord } from '../../core/stored';
import { writeRecords } from '../../core/write';
import { readEveryProgram } from '../../directory';
import { dropSource, eachPartnership, partnershipsIn, storedFileSources } from '../../facts';

const partnersPerEntry = 999;

/** Names the journal entries of the partners that an import made. */
export function partnersBatch(importId: string): string {
  return `partners ${importId}`;
}

/**
 * Brings the figures of files in step with the imports: those of an import that was taken back go, with the partners that
 * it made and nobody else needs. Repeatable; it does nothing where nothing was taken back.
 *
 * @param takenBack an import that was just taken back, which may have made partners and stored no figures yet
 */
export async function settleFiles(core: Core, takenBack: string | null = null): Promise<void> {
  const living = new Set((await listRecords(core, importRecord.kind)).map(({ id }) => id));
  const sources = (await storedFileSources())
    .map(({ source }) => source)
    .filter((source) => !living.has(importOfSource(source) ?? ''));
  const gone = new Set(sources.flatMap((source) => importOfSource(source) ?? []));
  if (takenBack !== null && !living.has(takenBack)) gone.add(takenBack);
  if (gone.size === 0) return;
  const batches = new Set([...gone].map(partnersBatch));
  const entries = await core.database.journal
    .filter(({ batch }) => batch !== null && batches.has(batch))
    .toArray();
  if (entries.length > 0) await removePartners(core, entries);
  for (const source of sources) await dropSource(source);
}

/** Deletes the partners that these entries made, as long as nothing else knows them. */
async function removePartners(core: Core, entries: readonly StoredEntry[]): Promise<void> {
  const made = new Set<string>();
  for (const { changes } of entries) {
    for (const { kind, id, field, to } of changes) {
      if (kind === 'partner' && field === existence && to === true) made.add(id);
    }
  }
  const records = (await core.database.records.bulkGet([...made])).filter(
    (record): record is StoredRecord => record?.deleted === 0 && isAsMade(record),
  );
  if (records.length === 0) return;
  const needed = await accountsInUse(core);
  const keysOf = new Map<string, string[]>();
  for (const [key, partner] of await loadIdentities(core.database)) {
    if (made.has(partner)) keysOf.set(partner, [...(keysOf.get(partner) ?? []), key]);
  }
  for (let start = 0; start < records.length; start += partnersPerEntry) {
    const changes: RecordChange[] = [];
    const keys: string[] = [];
    for (const { id } of records.slice(start, start + partnersPerEntry)) {
      const own = keysOf.get(id) ?? [];
      const linked = await core.database.records.where('links').equals(id).count();
      if (linked > 0 || own.some((key) => needed.has(key))) continue;
      changes.push({ op: 'delete', kind: 'partner', id });
      keys.push(...own);
    }
    if (changes.length === 0) continue;
    await writeRecords(core, {
      changes,
      // Nobody stands behind these accounts again: whoever brings them next makes the partner anew.
      identities: keys.map((key) => ({ key, partner: '' })),
      origin: 'derived',
      reason: 'Partners of a file that was taken back',
    });
  }
}

/** Whoever was changed by hand since is somebody to this desk. */
function isAsMade({ clocks }: StoredRecord): boolean {
  return Object.values(clocks).every((clock) => clock === clocks[existence]);
}

/** The identity keys of all accounts that networks list, or that stored figures name. */
async function accountsInUse(core: Core): Promise<ReadonlySet<string>> {
  const programs = await readEveryProgram(core);
  const keys = new Set<string>();
  const programOf = new Map(programs.map((program) => [program.source, program]));
  await eachPartnership(({ source, networkId }) => {
    const program = programOf.get(source);
    if (program) keys.add(identityKey(program.network, program.account, networkId));
  });
  for (const { source, network, account, files } of programs) {
    const sources = [source, ...files.map((file) => file.source)];
    for (const id of await partnershipsIn(sources)) keys.add(identityKey(network, account, id));
  }
  return keys;
}

/** Imports whose figures are not stored here, with how their kept files are read again. */
export async function missingFiles(core: Core): Promise<readonly MissingFile[]> {
  await settleFiles(core);
  const whole = new Set<string>();
  for (const { source, isWhole } of await storedFileSources()) if (isWhole) whole.add(source);
  const programs = await readEveryProgram(core);
  const lacking = new Set(
    programs.flatMap(({ files }) =>
      files.filter(({ source }) => !whole.has(source)).map(({ importId }) => importId),
    ),
  );
  const imports = await listRecords(core, importRecord.kind);
  return imports.flatMap(({ id, values }): MissingFile[] => {
    const reading = importReadingSchema.safeParse(values['reading']).data;
    const { into, keptAs } = values;
    if (!lacking.has(id) || reading === undefined) return [];
    if (typeof into !== 'string' || typeof keptAs !== 'string') return [];
    return [{ keptAs, begin: { id, into, ...reading } }];
  });
}
