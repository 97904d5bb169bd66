import { readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { keyRegister } from '../../renderer/app/key-register';
import { project, sourcesBelow } from './support/sources';

const screens = sourcesBelow('renderer')
  .filter((file) => !/key-(register|layers|words)\.ts$/.test(file))
  .map((file) => ({ file, text: readFileSync(path.join(project, file), 'utf8') }));
const registered = new Set(keyRegister.flatMap(({ keys }) => keys.map((each) => each.keys)));
/** The keys themselves, without what is held with them. */
const plain = new Set([...registered].map((keys) => keys.split('+').at(-1) ?? keys));

function found(pattern: RegExp): { readonly file: string; readonly key: string }[] {
  return screens.flatMap(({ file, text }) =>
    [...text.matchAll(pattern)].map(([, key = '']) => ({ file, key })),
  );
}

test('every key that a screen binds is in the register', () => {
  const bound = [...found(/\bkeys: '([^']+)'/g), ...found(/\bbinding\('([^']+)'/g)];
  expect(bound.length).toBeGreaterThan(10);
  expect(bound.filter(({ key }) => !registered.has(key))).toEqual([]);
});

test('every key that a table or a field answers by itself is in the register', () => {
  const answered = [
    ...found(/\.key(?:\.toLowerCase\(\))? === '([^']+)'/g),
    ...found(/case '((?:Arrow|Page)\w+|Home|End|Enter|Escape|Delete|Tab|F\d+)'/g),
  ];
  expect(answered.length).toBeGreaterThan(10);
  const unknown = answered.filter(({ key }) => key !== ' ' && !plain.has(key.toLowerCase()));
  expect(unknown).toEqual([]);
});

test('nothing but the reader of keys listens to the window', () => {
  const listeners = screens
    .filter(({ text }) => /addEventListener\(\s*'key/.test(text))
    .map(({ file }) => file);
  // The palette catches what is typed while its field is on its way.
  expect(listeners.sort()).toEqual(['renderer/app/keys.ts', 'renderer/app/palette/early-text.ts']);
});
