import ts from 'typescript';
import { expect, test } from 'vitest';
import { findUses, isMember, isNamed, outside, sourcesBelow } from './support/sources';

const electron = sourcesBelow('electron');
const product = sourcesBelow('electron', 'renderer', 'shared');

test('ipcMain is touched in electron/ipc alone', () => {
  const uses = findUses(product, (node) => isNamed(node, new Set(['ipcMain'])));
  expect(uses).not.toHaveLength(0);
  expect(outside(uses, 'electron/ipc')).toEqual([]);
});

test('ipcRenderer is touched in the preload alone', () => {
  const uses = findUses(product, (node) => isNamed(node, new Set(['ipcRenderer'])));
  expect(uses).not.toHaveLength(0);
  expect(outside(uses, 'electron/preload')).toEqual([]);
});

test('windows and views are created in electron/windows alone', () => {
  const classes = new Set(['BrowserWindow', 'BaseWindow', 'BrowserView', 'WebContentsView']);
  const uses = findUses(
    product,
    (node) =>
      ts.isNewExpression(node) && classes.has(node.expression.getText().split('.').at(-1) ?? ''),
  );
  expect(uses).not.toHaveLength(0);
  expect(outside(uses, 'electron/windows')).toEqual([]);
});

test('external addresses are opened by electron/security alone', () => {
  const uses = findUses(
    product,
    (node) =>
      isMember(node, 'shell', 'openExternal') ||
      (ts.isBindingElement(node) && node.getText().includes('openExternal')),
  );
  expect(uses).not.toHaveLength(0);
  expect(outside(uses, 'electron/security')).toEqual([]);
});

test('files are written by electron/files alone', () => {
  const verbs =
    'writeFile writev appendFile rename rm unlink copyFile cp truncate link symlink open';
  const names = new Set([
    ...verbs.split(' ').flatMap((verb) => [verb, `${verb}Sync`]),
    'createWriteStream',
  ]);
  const uses = electron
    .filter((file) => findUses([file], isFileSystemImport).length > 0)
    .flatMap((file) =>
      findUses(
        [file],
        (node) =>
          (ts.isImportSpecifier(node) && names.has((node.propertyName ?? node.name).text)) ||
          (ts.isPropertyAccessExpression(node) &&
            names.has(node.name.text) &&
            /^(fs|fsp|promises|fs\.promises)$/.test(node.expression.getText())),
      ),
    );
  expect(uses).not.toHaveLength(0);
  expect(outside(uses, 'electron/files')).toEqual([]);
});

function isFileSystemImport(node: ts.Node): boolean {
  return (
    ts.isImportDeclaration(node) &&
    ts.isStringLiteral(node.moduleSpecifier) &&
    /^(node:)?fs(\/promises)?$/.test(node.moduleSpecifier.text)
  );
}

test('the file system is imported by name or as fs, where the rule above can see it', () => {
  const unseen = findUses(electron, isFileSystemImport).filter(
    ({ text }) => !/^import (type )?(\{|fs from|\* as fsp? from)/.test(text),
  );
  expect(unseen.map(({ place }) => place)).toEqual([]);
});

test('no window weakens its web preferences', () => {
  const forbidden: Readonly<Record<string, string | undefined>> = {
    nodeIntegration: 'false',
    nodeIntegrationInWorker: 'false',
    nodeIntegrationInSubFrames: 'false',
    contextIsolation: 'true',
    sandbox: 'true',
    webviewTag: 'false',
    webSecurity: 'true',
    allowRunningInsecureContent: 'false',
    experimentalFeatures: 'false',
    enableBlinkFeatures: undefined,
  };
  const weakened = findUses(
    electron,
    (node) =>
      ts.isPropertyAssignment(node) &&
      node.name.getText() in forbidden &&
      node.initializer.getText() !== forbidden[node.name.getText()] &&
      (forbidden[node.name.getText()] === undefined ||
        /^(true|false)$/.test(node.initializer.getText())),
  );
  expect(weakened.map(({ place, text }) => `${place} ${text}`)).toEqual([]);
});
