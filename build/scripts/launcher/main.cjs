// Stands where a downloaded Electron has its default application: starts the application whose path is the first
// argument that is no switch. `-r MODULE` is loaded first (Playwright uses it), `--version` is answered.
const { app } = require('electron');
const Module = require('node:module');
const path = require('node:path');

const args = process.argv.slice(1);
if (args.includes('--version') && args[0] === '--version') {
  process.stdout.write(`v${process.versions.electron}\n`);
  process.exit(0);
}

const modules = [];
let folder;
for (let index = 0; index < args.length && folder === undefined; index += 1) {
  if (args[index] === '-r' || args[index] === '--require') modules.push(args[(index += 1)]);
  else if (!args[index].startsWith('-')) folder = path.resolve(args[index]);
}
if (folder === undefined) {
  process.stderr.write('electron: give the path of an application\n');
  process.exit(2);
}

Object.defineProperty(process, 'defaultApp', { value: true, enumerable: true });
for (const module of modules) require(path.resolve(module));
const manifest = require(path.join(folder, 'package.json'));
app.setName(manifest.productName ?? manifest.name);
app.setVersion(manifest.version);
app.setPath('userData', path.join(app.getPath('appData'), app.getName()));
app.setAppPath(folder);
Module._load(path.join(folder, manifest.main), Module, true);
