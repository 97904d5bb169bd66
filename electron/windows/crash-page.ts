import type { InlinePages } from '../security';

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <title>Quarterdeck</title>
    <link rel="stylesheet" href="/crash.css" />
    <script type="module" src="/crash.js"></script>
  </head>
  <body>
    <main>
      <h1>This window stopped working</h1>
      <p id="what">Quarterdeck ran into a problem. Your data is safe: everything that was saved is still there.</p>
      <p><button id="reload" autofocus>Reload</button> <button id="log">Show log folder</button></p>
    </main>
  </body>
</html>
`;

const script = `const reason = new URL(location.href).searchParams.get('reason');
if (reason === 'failed-load') {
  document.getElementById('what').textContent =
    'The window could not be loaded. Your data is safe: everything that was saved is still there.';
}
if (reason === 'data-worker') {
  document.getElementById('what').textContent =
    'The part of Quarterdeck that keeps your data could not start. Nothing was changed.';
}
document.getElementById('reload').addEventListener('click', () => location.replace('/index.html'));
document.getElementById('log').addEventListener('click', () => window.desk.calls['app.openLogFolder']({}));
`;

const style = `:root { color-scheme: light dark; font: 14px/1.5 system-ui, sans-serif; }
body { margin: 0; min-height: 100vh; display: grid; place-items: center; }
main { max-width: 32rem; padding: 2rem; }
h1 { font-size: 20px; font-weight: 600; }
button { font: inherit; padding: 6px 14px; border-radius: 6px; border: 1px solid currentcolor; background: none; color: inherit; }
#reload { background: #0b5a72; border-color: #0b5a72; color: #fff; }
`;

/** The error screen: made in code, so that it can be shown when the page's own files can't. */
export const crashPages: InlinePages = {
  '/crash.html': { type: 'text/html; charset=utf-8', body: html },
  '/crash.js': { type: 'text/javascript; charset=utf-8', body: script },
  '/crash.css': { type: 'text/css; charset=utf-8', body: style },
};
export type CrashReason = 'crashed' | 'failed-load' | 'data-worker';
