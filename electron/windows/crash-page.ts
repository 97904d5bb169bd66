import type { InlinePages } from '../security';

const html = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8" />
    <meta name="color-scheme" content="light dark" />
    <title>Quarterdeck</title>
    <link rel="stylesheet" href="/crash.css" />
    <script type="module" src="/crash.js"></script>
  </head>
  <body>
    <main>
      <h1 id="title">This window stopped working</h1>
      <p id="what">Quarterdeck ran into a problem. Your data is safe: everything that was saved is still there.</p>
      <p id="next">Reloading brings the window back. A sync that was running goes on by itself.</p>
      <div>
        <button id="reload" autofocus>Reload</button>
        <button id="log">Show log folder</button>
      </div>
    </main>
  </body>
</html>
`;

const script = `const say = (id, words) => { document.getElementById(id).textContent = words; };
const scheme = localStorage.getItem('mantine-color-scheme-value');
if (scheme === 'dark' || scheme === 'light') document.documentElement.dataset.scheme = scheme;
const reason = new URL(location.href).searchParams.get('reason');
if (reason === 'failed-load') {
  say('title', 'The window could not be loaded');
  say('what', 'A file of Quarterdeck is missing or could not be read. Your data is safe: everything that was saved is still there.');
  say('next', 'Reload; if it stays so, install Quarterdeck again. Your data is kept elsewhere and stays.');
}
if (reason === 'data-worker') {
  say('title', 'Your data could not be opened');
  say('what', 'The part of Quarterdeck that keeps your data could not start. Nothing was changed.');
  say('next', 'Reload; if it stays so, the log tells why.');
}
document.getElementById('reload').addEventListener('click', () => location.replace('/index.html'));
document.getElementById('log').addEventListener('click', () => window.desk.calls['app.openLogFolder']({}));
`;

const style = `@font-face { font-family: Inter; font-weight: 400; src: url('/fonts/inter/Inter-Regular.ttf'); }
@font-face { font-family: Inter; font-weight: 600; src: url('/fonts/inter/Inter-SemiBold.ttf'); }
:root {
  color-scheme: light dark; font: 14px/20px Inter, system-ui, sans-serif;
  --canvas: #fff; --raised: #fff; --line: #e1e6ea; --strong: #cfd7dd; --text: #171d23; --quiet: #4a5661; --accent: #0b5a72; --on-accent: #fff;
}
:root[data-scheme='dark'] { color-scheme: dark; --canvas: #14191f; --raised: #191f26; --line: #2a323a; --strong: #3a444e; --text: #e4e9ed; --quiet: #a9b4be; --accent: #58b4cf; --on-accent: #06161c; }
:root[data-scheme='light'] { color-scheme: light; }
@media (prefers-color-scheme: dark) {
  :root:not([data-scheme='light']) { --canvas: #14191f; --raised: #191f26; --line: #2a323a; --strong: #3a444e; --text: #e4e9ed; --quiet: #a9b4be; --accent: #58b4cf; --on-accent: #06161c; }
}
body { margin: 0; min-height: 100vh; display: grid; place-items: center; background: var(--canvas); color: var(--text); }
main { box-sizing: border-box; max-width: 520px; padding: 24px; border: 1px solid var(--line); border-radius: 6px; background: var(--raised); }
h1 { margin: 0 0 8px; font-size: 20px; font-weight: 600; line-height: 28px; letter-spacing: -0.01em; }
p { margin: 0 0 8px; }
#next { color: var(--quiet); }
div { display: flex; gap: 8px; margin-top: 16px; }
button { height: 32px; padding: 0 12px; border: 1px solid var(--strong); border-radius: 6px; background: none; color: inherit; font: inherit; font-size: 13px; font-weight: 600; cursor: pointer; }
button:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
#reload { background: var(--accent); border-color: var(--accent); color: var(--on-accent); }
`;

/** The error screen: made in code, so that it can be shown when the page's own files can't. */
export const crashPages: InlinePages = {
  '/crash.html': { type: 'text/html; charset=utf-8', body: html },
  '/crash.js': { type: 'text/javascript; charset=utf-8', body: script },
  '/crash.css': { type: 'text/css; charset=utf-8', body: style },
};
export type CrashReason = 'crashed' | 'failed-load' | 'data-worker';
