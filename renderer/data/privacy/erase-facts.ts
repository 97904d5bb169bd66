import { importOfSource } from '../../../shared/domain/file-sources';
import { ErasedFinder, type ErasureLists } from '../../../shared/privacy/erasure-list';
import { eachText } from '../../../shared/privacy/erase-rows';
import { withoutMentions, withSigns, type ErasedKeys } from '../../../shared/privacy/mentions';
import { newChangeSet } from '../facts/change-set';
import { commitChanges } from '../facts/commit-changes';
import { facts } from '../facts/database';
import { forgetDerivedTexts } from '../facts/derived-text';
import { inSourceOrder, SourceState } from '../facts/source-state';
import { orderTraffic } from '../facts/traffic-order';
import { eachWord, withoutErasedWords } from './erased-columns';
import { withoutErased } from './erased-values';
import { hashing } from './known';

/**
 * Takes people who were erased out of the store of facts: out of what the networks sent (rosters, rows, rows set aside), of
 * what was read from files, and of what was derived as text. Every row stays, and every sum.
 */
export async function eraseFacts(lists: ErasureLists): Promise<{ readonly rows: number }> {
  const finder = new ErasedFinder(lists);
  const look = (text: string): void => finder.look(text);
  await facts.rosters.each(({ key, rows }) => {
    for (const { id, values } of rows) {
      if (isOfCustomers(key)) look(id);
      eachText(values, look);
    }
  });
  await facts.quarantine.each(({ rows }) => {
    for (const { raw } of rows) look(raw);
  });
  await facts.fileTexts.each(({ text }) => look(text));
  await facts.blocks.each((block) => eachWord(block, isOfFile(block.key), look));
  const keys = await finder.found(hashing);
  await forgetDerivedTexts();
  if (keys.size === 0) return { rows: 0 };
  let count = await eraseRows(keys);
  for (const source of await facts.sources.toCollection().primaryKeys()) {
    count += await inSourceOrder(source, () => eraseBlocks(source, keys));
  }
  return { rows: count };
}

async function eraseRows(keys: ErasedKeys): Promise<number> {
  let count = 0;
  await facts.transaction('rw', [facts.rosters, facts.quarantine, facts.fileTexts], async () => {
    await facts.fileTexts.toCollection().modify((record) => {
      const text = withoutMentions(record.text, keys);
      if (text !== record.text) Object.assign(record, { text });
    });
    await facts.rosters.toCollection().modify((record) => {
      const rows = record.rows.map((row) => {
        const values = withoutErased(row.values, keys);
        const id = isOfCustomers(record.key) ? withSigns(row.id, keys) : row.id;
        if (values === row.values && id === row.id) return row;
        count += 1;
        return { ...row, id, values };
      });
      Object.assign(record, { rows });
    });
    await facts.quarantine.toCollection().modify((record) => {
      const rows = record.rows.map((row) => {
        const raw = withoutMentions(row.raw, keys);
        if (raw !== row.raw) count += 1;
        return raw === row.raw ? row : { ...row, raw };
      });
      Object.assign(record, { rows });
    });
  });
  return count;
}

/** The rows of a source with their rollups, in one transaction: what was interrupted has changed neither. */
async function eraseBlocks(source: string, keys: ErasedKeys): Promise<number> {
  const state = await SourceState.load(source);
  const changes = newChangeSet();
  let count = 0;
  for (const name of state.blockNames()) {
    const block = await state.block(name);
    if (block === null) continue;
    const { table, rows } = withoutErasedWords(block, isOfFile(source), keys);
    if (rows === 0) continue;
    count += rows;
    changes.blocks.set(name, name.startsWith('traffic|') ? orderTraffic(table) : table);
  }
  if (count > 0) await commitChanges(state, changes);
  return count;
}

/** By the key of a block, or a source itself. */
function isOfFile(key: string): boolean {
  return importOfSource(key) !== null;
}

/** What a network calls a customer may be their address. */
function isOfCustomers(key: string): boolean {
  return key.split('|')[1] === 'customers';
}
