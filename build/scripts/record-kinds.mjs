import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inProject } from './lib/paths.mjs';
import { breaks, lackingSteps, shapesOf } from './lib/record-shapes.mjs';
import { describeKinds } from './lib/record-table.mjs';
import { runEntry, Stop } from './lib/say.mjs';

// `node build/scripts/record-kinds.mjs`: writes build/records.md, the table of all kinds of records, and
// build/record-shapes.json, against which the next change of a definition is held.
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
    const shapes = inProject('build', 'record-shapes.json');
    const now = shapesOf(kinds);
    const known = JSON.parse(await readFile(shapes, 'utf8'));
    const broken = [...breaks(known, now), ...lackingSteps(kinds)];
    if (broken.length > 0) {
      throw new Stop(
        `stored records would no longer be valid; raise the version of the kind and bring an upgrade step:\n${broken.join('\n')}`,
      );
    }
    await writeFile(shapes, `${JSON.stringify(now, null, 2)}\n`);
    await writeFile(file, words);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
  return 0;
});
