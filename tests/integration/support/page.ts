import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { _electron, type ElectronApplication, type Page } from '@playwright/test';
import { build, type Plugin } from 'esbuild';
import type { lab } from '../lab/index';

declare global {
  interface Window {
    /** What the lab page offers to tests. */
    readonly lab: typeof lab;
  }
}

/** A page in a real Electron over a profile of its own; `page.evaluate(() => window.lab.…)` runs inside. */
export interface Lab {
  readonly page: Page;
  /** Ends the whole application at once, as a power cut would, and starts it again over the same profile. */
  readonly killAndRestart: () => Promise<Page>;
  readonly close: () => Promise<void>;
}

const folder = __dirname;

export interface LabOptions {
  /** The page's own module, which must put something named `lab` into the window. */
  readonly entry?: string;
  /** A folder of user data to open; it is kept. An empty one is made and removed unless this is given. */
  readonly profile?: string;
  /** Builds everything with another text in the place of one module, as a later version of Quarterdeck has it. */
  readonly later?: { readonly module: RegExp; readonly edit: (text: string) => string };
}

/** Builds the lab page and starts it over an empty profile, unless told otherwise. */
export async function openLab(options: LabOptions = {}): Promise<Lab> {
  const place = await mkdtemp(path.join(tmpdir(), 'quarterdeck-lab-'));
  const files = path.join(place, 'files');
  await build({
    entryPoints: {
      lab: options.entry ?? path.join(folder, '..', 'lab', 'index.ts'),
      worker: path.join(folder, '..', '..', '..', 'renderer', 'data', 'worker.ts'),
    },
    outdir: files,
    bundle: true,
    format: 'esm',
    target: 'chrome114',
    sourcemap: 'inline',
    logLevel: 'error',
    plugins: options.later ? [laterVersion(options.later)] : [],
  });
  const html = '<!doctype html><title>Lab</title><script type="module" src="lab.js"></script>';
  await writeFile(path.join(files, 'index.html'), html);
  const start = (): Promise<Started> =>
    startLab(files, options.profile ?? path.join(place, 'profile'));
  let running = await start();
  return {
    page: running.page,
    killAndRestart: async () => {
      await kill(running.application);
      running = await start();
      return running.page;
    },
    close: async () => {
      await running.application.close();
      await rm(place, { recursive: true, force: true, maxRetries: 5 });
    },
  };
}

function laterVersion({ module, edit }: NonNullable<LabOptions['later']>): Plugin {
  return {
    name: 'later-version',
    setup: ({ onLoad }) => {
      onLoad({ filter: module }, async ({ path: file }) => ({
        contents: edit(await readFile(file, 'utf8')),
        loader: 'ts',
      }));
    },
  };
}

interface Started {
  readonly application: ElectronApplication;
  readonly page: Page;
}

async function startLab(files: string, profile: string): Promise<Started> {
  const asRoot = process.platform === 'linux' && process.getuid?.() === 0;
  const application = await _electron.launch({
    executablePath: electronExecutable(),
    args: [...(asRoot ? ['--no-sandbox'] : []), '--disable-gpu', folder],
    env: { ...process.env, LAB_FILES: files, LAB_PROFILE: profile },
  });
  const page = await application.firstWindow();
  await page.waitForFunction(() => 'lab' in window);
  return { application, page };
}

async function kill(application: ElectronApplication): Promise<void> {
  const child = application.process();
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGKILL');
  await ended;
}

/** Outside of Electron its package is the path of the executable, of ELECTRON_OVERRIDE_DIST_PATH where that is set. */
function electronExecutable(): string {
  const found: unknown = createRequire(__filename)('electron');
  if (typeof found !== 'string') throw new Error('Electron is not installed.');
  return found;
}
