import { mkdirSync } from 'node:fs';
import { app, Menu } from 'electron';
import { makeTemporaryFolder } from '../files';
import { preferSecretService } from '../secrets';
import { registerScheme } from '../security';
import type { Invocation } from './command-line';
import { exitCodes, writeOut } from './output';
import { profileInUse } from './profile';
import { runWindow } from './run-window';

/** Starts what was asked for. What must be settled before Chromium is ready is settled first. */
export async function start(invocation: Invocation): Promise<void> {
  // Every window asks for the sandbox itself. Electron can't force it where root must start without one.
  if (!app.commandLine.hasSwitch('no-sandbox')) app.enableSandbox();
  registerScheme();
  preferSecretService();
  const place = choosePlace(invocation);
  // Chromium keeps its lock in the profile, so it is the profile that is locked, not the program.
  const hasLock =
    place.temporary !== null || app.requestSingleInstanceLock({ mode: invocation.mode });
  await app.whenReady();
  Menu.setApplicationMenu(null);
  if (invocation.mode === 'window') {
    if (hasLock) {
      runWindow(place.folder);
      return;
    }
    await writeOut(process.stderr, `${profileInUse().message}\n`);
    app.exit(exitCodes.failed);
    return;
  }
  const code = await runCommand(invocation, place.folder, hasLock);
  place.temporary?.remove();
  app.exit(code);
}

/** Loaded when it is asked for: a window needs none of it. */
async function runCommand(
  invocation: Extract<Invocation, { mode: 'command' }>,
  folder: string,
  hasLock: boolean,
): Promise<number> {
  if (invocation.command === 'sandbox') {
    return (await import('./run-sandbox')).runSandboxCommand(invocation.options);
  }
  return (await import('./run-command')).runProfileCommand(invocation, folder, hasLock);
}

interface Place {
  readonly folder: string;
  readonly temporary: { remove(): void } | null;
}

/** The folder of Chromium's data and ours: the profile, or a temporary one for a command that has none. */
function choosePlace(invocation: Invocation): Place {
  if (invocation.mode === 'command' && invocation.command === 'sandbox') {
    const temporary = makeTemporaryFolder();
    app.setPath('userData', temporary.path);
    return { folder: temporary.path, temporary };
  }
  const folder = invocation.profile ?? app.getPath('userData');
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  app.setPath('userData', folder);
  return { folder, temporary: null };
}
