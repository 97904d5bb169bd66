import { expect } from 'vitest';
import { DeskError } from '../../../shared/kernel/result';
import type { KindDefinition } from '../../../shared/records/definition';
import { validValues } from '../../../shared/records/validation';
import { readBytes, type planRows, type ReadFile } from '../../unit/imports/support';

/**
 * A file of whatever bytes is read or refused in words. What is read has each row once, in its order, and becomes records
 * that the store takes as they are, or is refused by row, field and value.
 */
export async function expectReadOrRefused(
  bytes: Uint8Array,
  definition: KindDefinition,
  plansOf: (file: ReadFile) => ReturnType<typeof planRows>,
): Promise<'read' | 'refused'> {
  let file: ReadFile;
  try {
    file = await readBytes(bytes);
  } catch (thrown) {
    expect(thrown).toBeInstanceOf(DeskError);
    expect(String(thrown)).toContain('Nothing was written.');
    return 'refused';
  }
  const numbers = file.rows.map(([row]) => row);
  expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
  for (const plan of plansOf(file)) {
    if (plan.outcome === 'create') {
      expect(validValues(definition, plan.values)).toEqual(plan.values);
    } else if (plan.outcome === 'reject') {
      expect(plan.problems.length).toBeGreaterThan(0);
      for (const { row, field, value, message } of plan.problems) {
        expect(row).toBe(plan.row);
        expect([typeof field, typeof value]).toEqual(['string', 'string']);
        expect(message.length).toBeGreaterThan(5);
      }
    } else expect(plan.reason).not.toBe('');
  }
  return 'read';
}
