import ts from 'typescript';
import { expect, test } from 'vitest';
import { findUses, isMember, isNamed, sourcesBelow } from './support/sources';

const product = sourcesBelow('electron', 'renderer', 'shared');
const shared = sourcesBelow('shared');
const tests = sourcesBelow('tests');

test('no text becomes markup or code', () => {
  const names = new Set([
    'innerHTML',
    'outerHTML',
    'insertAdjacentHTML',
    'dangerouslySetInnerHTML',
    'srcdoc',
    'createContextualFragment',
  ]);
  const uses = findUses(
    product,
    (node) =>
      isNamed(node, names) ||
      isMember(node, 'document', 'write') ||
      (ts.isCallExpression(node) && node.expression.getText() === 'eval') ||
      ((ts.isNewExpression(node) || ts.isCallExpression(node)) &&
        node.expression.getText() === 'Function'),
  );
  expect(uses.map(({ place }) => place)).toEqual([]);
});

test('shared code gets time and chance handed in', () => {
  const uses = findUses(
    shared,
    (node) =>
      isMember(node, 'Date', 'now') ||
      isMember(node, 'Math', 'random') ||
      isMember(node, 'performance', 'now') ||
      isMember(node, 'crypto', 'randomUUID') ||
      isMember(node, 'crypto', 'getRandomValues') ||
      (ts.isNewExpression(node) &&
        node.expression.getText() === 'Date' &&
        (node.arguments ?? []).length === 0),
  );
  expect(uses.map(({ place }) => place)).toEqual([]);
});

test('shared code reads no place and no language of the machine', () => {
  const zoneOfMachine = new Set([
    'getTimezoneOffset',
    'toLocaleDateString',
    'toLocaleTimeString',
    'getFullYear',
    'getMonth',
    'getDate',
    'getHours',
  ]);
  const uses = findUses(shared, (node) => isNamed(node, zoneOfMachine));
  expect(uses.map(({ place }) => place)).toEqual([]);
});

test('the type checker is never silenced', () => {
  const uses = findUses([...product, ...tests], (node, source) => {
    if (!ts.isSourceFile(node)) return node.kind === ts.SyntaxKind.AnyKeyword;
    return /@ts-(ignore|expect-error|nocheck)/.test(source.getFullText()) && !isThisFile(source);
  });
  expect(uses.map(({ place }) => place)).toEqual([]);
});

function isThisFile(source: ts.SourceFile): boolean {
  return source.fileName.endsWith('tests/static/forbidden-code.test.ts');
}

test('no test is skipped, alone or expected to fail, but for the platform it cannot run on', () => {
  const runners = /^(test|it|describe|test\.describe)$/;
  const modifiers = new Set(['skip', 'only', 'todo', 'fixme', 'fail', 'fails', 'skipIf', 'runIf']);
  const uses = findUses(
    tests,
    (node) =>
      (ts.isPropertyAccessExpression(node) &&
        runners.test(node.expression.getText()) &&
        modifiers.has(node.name.text) &&
        !isForPlatform(node.parent)) ||
      (ts.isCallExpression(node) &&
        /^(xit|xtest|xdescribe|fit|fdescribe)$/.test(node.expression.getText())),
  );
  expect(uses.map(({ place }) => place)).toEqual([]);
});

function isForPlatform(node: ts.Node): boolean {
  return (
    ts.isCallExpression(node) &&
    /^process\.platform [!=]== '\w+'$/.test(node.arguments[0]?.getText() ?? '')
  );
}
