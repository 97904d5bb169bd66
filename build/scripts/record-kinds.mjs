import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './lib/paths.mjs';
import { describeKinds } from './lib/record-table.mjs';
import { runEntry } from './lib/say.mjs';

// `node build/scripts/record-kinds.mjs`: writes build/records.md, the table of all kinds of records.
await runEntry(async () => {
  const [{ build }, prettier] = await Promise.all([import('esbuild'), import('prettier')]);
  const place = await mkdtemp(join(tmpdir(), 'quarterdeck-kinds-'));
  try {
    const outfile = join(place, 'kinds.mjs');
    await build({
      entryPoints: [inProject('shared', 'records', 'index.ts')],
      outfile,
      bundle: true,
      format: 'esm',
      platform: 'node',
      logLevel: 'error',
    });
    const { kinds } = await import(pathToFileURL(outfile).href);
    const file = inProject('build', 'records.md');
    const config = inProject('build', 'config', 'prettier.json');
    const options = await prettier.resolveConfig(file, { config });
    const words = await prettier.format(describeKinds(kinds), { ...options, parser: 'markdown' });
    await writeFile(file, words);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  return 0;
});
