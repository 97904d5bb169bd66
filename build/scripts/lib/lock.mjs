import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { say } from './say.mjs';

/**
 * Runs `work` while no other process of this machine does the same: two commands started together must not both
 * install, or build into one folder. A lock whose owner is gone is taken over.
 */
export async function withLock(path, what, work) {
  await mkdir(dirname(path), { recursive: true });
  let waited = false;
  for (;;) {
    try {
      await mkdir(path);
      break;
    } catch (error) {
      if (error.code !== 'EEXIST') throw error;
    }
    if (!(await ownerLives(path))) {
      await rm(path, { recursive: true, force: true });
      continue;
    }
    if (!waited) say(`another command is at the same step (${what}); waiting for it`);
    waited = true;
    await delay(300);
  }
  await writeFile(join(path, 'owner'), String(process.pid));
  try {
    return await work();
  } finally {
    await rm(path, { recursive: true, force: true });
  }
}

async function ownerLives(path) {
  // The owner writes its id right after it made the folder: give it a moment before calling the lock orphaned.
  for (let attempt = 0; attempt < 10; attempt += 1) {
    const pid = Number(await readFile(join(path, 'owner'), 'utf8').catch(() => ''));
    if (pid > 0) {
      try {
        process.kill(pid, 0);
        return true;
      } catch (error) {
        return error.code === 'EPERM';
      }
    }
    await delay(50);
  }
  return false;
}
