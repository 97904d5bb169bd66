import { spawn } from 'node:child_process';
import { hasDisplay } from '../set-up/system-libraries.mjs';
import { Stop } from './say.mjs';

/**
 * Runs `work` with the environment in which Electron finds a display: the user's own, or an Xvfb that is ended
 * afterwards. With `single` the work runs one Electron, and the display ends with it even if this process was killed.
 */
export async function withDisplay(work, { single = false } = {}) {
  if (hasDisplay()) return work({ env: process.env, virtual: false });
  const server = spawn(
    'Xvfb',
    [
      '-displayfd',
      '3',
      '-screen',
      '0',
      '1440x1000x24',
      '-nolisten',
      'tcp',
      single ? '-terminate' : '-noreset',
    ],
    { stdio: ['ignore', 'ignore', 'ignore', 'pipe'], detached: true },
  );
  try {
    const number = await displayNumber(server);
    const env = { ...process.env, DISPLAY: `:${number}` };
    return await work({ env, virtual: true });
  } finally {
    server.kill('SIGTERM');
  }
}

function displayNumber(server) {
  return new Promise((resolve, reject) => {
    let text = '';
    server.once('error', reject);
    server.once('exit', (code) => reject(new Stop(`Xvfb ended at once (code ${code})`)));
    server.stdio[3].setEncoding('utf8');
    server.stdio[3].on('data', (chunk) => {
      text += chunk;
      if (text.includes('\n')) resolve(Number(text));
    });
  });
}
