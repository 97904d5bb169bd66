import { useMemo } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../../shared/records/definition';
import { kindOf } from '../../../../shared/records/index';
import { recordName } from '../../../../shared/records/record-name';
import { linksOf } from '../../../../shared/records/validation';
import { useDeskQuery } from '../../../app/desk';
import type { Names } from '../cell';

/** As many as one question takes. */
const mostIds = 1_000;

/** What the records that these refer to are called. */
export function useNames(definition: KindDefinition, records: readonly DeskRecord[]): Names {
  const ids = new Set<string>();
  for (const [name, field] of Object.entries(definition.fields)) {
    for (const { values } of records) for (const id of linksOf(field, values[name])) ids.add(id);
  }
  return useNamesOf([...ids]);
}

/** What some records are called, of whatever kinds. */
export function useNamesOf(ids: readonly string[]): Names {
  const asked = ids.slice(0, mostIds);
  const { value } = useDeskQuery('records.named', asked.length === 0 ? null : { ids: asked });
  return useMemo(
    () =>
      Object.fromEntries(
        (value ?? []).map((record) => [record.id, recordName(kindOf(record.kind), record.values)]),
      ),
    [value],
  );
}
