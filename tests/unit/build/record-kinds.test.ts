import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format, resolveConfig } from 'prettier';
import { expect, it } from 'vitest';
import type { KindDefinition } from '../../../shared/records/definition';
import { kinds } from '../../../shared/records/index';

interface RecordTable {
  readonly describeKinds: (kinds: readonly KindDefinition[]) => string;
}

it('the table of all kinds of records is as the definitions are', async () => {
  const script = pathToFileURL(path.resolve('build/scripts/lib/record-table.mjs')).href;
  // A script of the build has no types.
  const { describeKinds } = (await import(script)) as RecordTable;
  const file = path.resolve('build/records.md');
  const options = await resolveConfig(file, { config: path.resolve('build/config/prettier.json') });
  const words = await format(describeKinds(kinds), { ...options, parser: 'markdown' });
  expect(await readFile(file, 'utf8'), 'run node build/scripts/record-kinds.mjs').toBe(words);
});
