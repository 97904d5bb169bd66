import { ErasedFinder, type ErasureLists } from '../../../shared/privacy/erasure-list';
import { eachText } from '../../../shared/privacy/erase-rows';
import { withoutMentions } from '../../../shared/privacy/mentions';
import { facts } from '../facts/database';
import { forgetDerivedTexts } from '../facts/derived-text';
import { withoutErased } from './erased-values';
import { hashing } from './known';

/** Takes people who were erased out of what the networks sent: rosters, rows set aside, and what was derived as text. */
export async function eraseFacts(lists: ErasureLists): Promise<{ readonly rows: number }> {
  const finder = new ErasedFinder(lists);
  await facts.rosters.each(({ rows }) => {
    for (const { values } of rows) eachText(values, (text) => finder.look(text));
  });
  await facts.quarantine.each(({ rows }) => {
    for (const { raw } of rows) finder.look(raw);
  });
  await facts.fileTexts.each(({ text }) => finder.look(text));
  const keys = await finder.found(hashing);
  await forgetDerivedTexts();
  if (keys.size === 0) return { rows: 0 };
  let count = 0;
  await facts.transaction('rw', [facts.rosters, facts.quarantine, facts.fileTexts], async () => {
    await facts.fileTexts.toCollection().modify((record) => {
      const text = withoutMentions(record.text, keys);
      if (text !== record.text) Object.assign(record, { text });
    });
    await facts.rosters.toCollection().modify((record) => {
      const rows = record.rows.map((row) => {
        const values = withoutErased(row.values, keys);
        if (values === row.values) return row;
        count += 1;
        return { ...row, values };
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
  return { rows: count };
}
