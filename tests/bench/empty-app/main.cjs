// A yardstick: the same Electron, scheme and window as the application, and a page with nothing in it but a word.
const { app, BrowserWindow, protocol } = require('electron');

const at = process.argv.indexOf('--profile');
app.setPath('userData', process.argv[at + 1]);
protocol.registerSchemesAsPrivileged([
  {
    scheme: 'app',
    privileges: {
      standard: true,
      secure: true,
      supportFetchAPI: true,
      stream: true,
      codeCache: true,
    },
  },
]);

const page =
  '<!doctype html><html lang="en"><meta charset="utf-8"><title>Empty</title><p>Empty</p></html>';

void app.whenReady().then(() => {
  protocol.handle(
    'app',
    () => new Response(page, { headers: { 'content-type': 'text/html; charset=utf-8' } }),
  );
  const window = new BrowserWindow({
    width: 1280,
    height: 800,
    show: false,
    backgroundColor: '#ffffff',
    autoHideMenuBar: true,
    webPreferences: { sandbox: true, contextIsolation: true, spellcheck: false },
  });
  window.once('ready-to-show', () => window.show());
  return window.loadURL('app://desk/index.html');
});
app.on('window-all-closed', () => app.quit());
