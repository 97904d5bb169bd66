import type { GroupLine } from '../../../shared/domain/matches';
import { parseStamp } from '../../../shared/kernel/hlc';
import { existence } from '../../../shared/records/validation';
import type { Core } from '../core/database';
import { listStored } from '../core/read';
import type { StoredRecord } from '../core/stored';
import { keptRecords, textIn } from '../kept-records';
import { joinField } from './plan-grouping';

/** Everything that a person grouped and that still is, the newest first. */
export async function listGroups(core: Core): Promise<readonly GroupLine[]> {
  const partners = await keptRecords(core, 'partner').all();
  const parts: string[] = [];
  for (const [id, values] of partners) if (textIn(values, joinField) !== null) parts.push(id);
  const joined = (await core.database.records.bulkGet(parts)).filter((each) => each !== undefined);
  const groups = joined.map((part) =>
    lineOf(
      'partner',
      part,
      textIn(partners.get(textIn(part.values, joinField) ?? ''), 'name'),
      joinField,
    ),
  );
  const companies = await listStored(core, 'company', true);
  const names = new Map(companies.map(({ id, values }) => [id, textIn(values, 'name')]));
  const deleted = new Map(
    companies.flatMap((each) => (each.deleted === 1 ? [[each.id, each]] : [])),
  );
  for (const { values } of await listStored(core, 'match')) {
    if (values['decision'] !== 'grouped') continue;
    const ids = (textIn(values, 'pair') ?? '').split(' ');
    const part = ids.map((id) => deleted.get(id)).find((each) => each !== undefined);
    const keep = ids.find((id) => id !== part?.id);
    if (part && keep !== undefined) {
      groups.push(lineOf('company', part, names.get(keep) ?? null, existence));
    }
  }
  return groups.sort((one, other) => other.at - one.at);
}

function lineOf(
  kind: GroupLine['kind'],
  { id, values, clocks }: StoredRecord,
  keep: string | null,
  field: string,
): GroupLine {
  const clock = clocks[field];
  return {
    kind,
    part: id,
    partName: textIn(values, 'name') ?? id,
    keepName: keep ?? '–',
    at: clock === undefined ? 0 : parseStamp(clock).milliseconds,
  };
}
