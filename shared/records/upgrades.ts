import type { KindDefinition, RecordValues } from './definition';
import { kinds } from './index';

/** Rises with each change of the tables and indexes of `desk-core`. */
const tablesVersion = 1;

/**
 * Version of what `desk-core` holds: it rises with the tables and with every upgrade step of any kind. A store with a
 * higher one was written by a newer Quarterdeck and is left alone; one with a lower one is brought up to date.
 */
export const coreSchema = kinds.reduce(
  (sum, { upgrades = [] }) => sum + upgrades.length,
  tablesVersion,
);

/** Values of whatever version as today's definition reads them; the same object when nothing changes. */
export function upgradedValues(
  { upgrades = [] }: KindDefinition,
  values: RecordValues,
): RecordValues {
  return upgrades.reduce((before, { upgrade }) => upgrade(before), values);
}

/** Does the journal hold of this field which members came and went? True also for sets of earlier versions. */
export function isSetField(definition: KindDefinition | undefined, field: string): boolean {
  return (
    definition?.fields[field]?.type === 'set' ||
    definition?.upgrades?.some(({ sets = [] }) => sets.includes(field)) === true
  );
}
