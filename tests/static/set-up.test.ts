import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { project } from './support/sources';

const scripts = path.join(project, 'build', 'scripts');
const entries = ['build', 'start', 'quarterdeck', 'demo', 'test', 'dist', 'bench', 'screenshots'];

/** Static imports of a module and of the modules that it imports by path; dynamic ones come after set-up. */
function staticImports(file: string, seen = new Set<string>()): string[] {
  if (seen.has(file)) return [];
  seen.add(file);
  const text = readFileSync(file, 'utf8');
  const specifiers = [...text.matchAll(/^(?:import|export) (?:[^'"]*? from )?'([^']+)';$/gms)].map(
    (match) => match[1] ?? '',
  );
  return specifiers.flatMap((specifier) =>
    specifier.startsWith('.')
      ? staticImports(path.resolve(path.dirname(file), specifier), seen)
      : [`${path.relative(project, file)}: ${specifier}`],
  );
}

test.each(entries)('npm run %s starts with nothing installed', (entry) => {
  const imports = staticImports(path.join(scripts, `${entry}.mjs`));
  expect(imports.length).toBeGreaterThan(0);
  expect(imports.filter((specifier) => !specifier.includes(': node:'))).toEqual([]);
});

test('each package script runs a file that is there', () => {
  const { scripts: lines } = readManifest();
  const files = Object.values(lines).flatMap((line) => /^node (\S+)/.exec(line)?.[1] ?? []);
  expect(files.length).toBeGreaterThan(5);
  expect(files.filter((file) => !existsSync(path.join(project, file)))).toEqual([]);
});

test('what is bundled is no dependency of the package', () => {
  expect(readManifest().dependencies).toBeUndefined();
});

test('every version is pinned', () => {
  const loose = Object.entries(readManifest().devDependencies).filter(
    ([, version]) => !/^\d+\.\d+\.\d+$/.test(version),
  );
  expect(loose).toEqual([]);
});

test('the lock file names no place to download from', () => {
  const lock = readFileSync(path.join(project, 'package-lock.json'), 'utf8');
  expect(lock).not.toMatch(/"resolved": "http/);
});

test('continuous integration runs npm test', () => {
  const file = path.join(project, '.ci', 'run');
  expect(readFileSync(file, 'utf8')).toMatch(/^(exec )?npm test$/m);
  expect(statSync(file).mode & 0o111).not.toBe(0);
});

interface Manifest {
  readonly scripts: Readonly<Record<string, string>>;
  readonly dependencies?: unknown;
  readonly devDependencies: Readonly<Record<string, string>>;
}

function readManifest(): Manifest {
  return JSON.parse(readFileSync(path.join(project, 'package.json'), 'utf8')) as Manifest;
}
