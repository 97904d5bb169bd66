// A page without the application around it: real Chromium, real IndexedDB, the scheme of the product, and nothing else.
// LAB_FILES is the folder that it serves, LAB_PROFILE its user data.
const { readFile } = require('node:fs/promises');
const path = require('node:path');
const { app, BrowserWindow, protocol } = require('electron');

const files = process.env.LAB_FILES;
app.setPath('userData', process.env.LAB_PROFILE);
protocol.registerSchemesAsPrivileged([
  { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } },
]);

const types = { '.html': 'text/html', '.js': 'text/javascript', '.map': 'application/json' };

void app.whenReady().then(async () => {
  protocol.handle('app', async (request) => {
    const name = path.basename(new URL(request.url).pathname);
    try {
      const body = await readFile(path.join(files, name));
      return new Response(body, { headers: { 'content-type': types[path.extname(name)] } });
    } catch {
      return new Response('not found', { status: 404 });
    }
  });
  const window = new BrowserWindow({
    show: false,
    webPreferences: { sandbox: true, contextIsolation: true, backgroundThrottling: false },
  });
  await window.loadURL('app://desk/index.html');
});
