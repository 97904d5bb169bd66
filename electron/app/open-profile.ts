import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { app, BrowserWindow, dialog, type OpenDialogOptions, type WebContents } from 'electron';
import { DeskError } from '../../shared/kernel/result';
import { argumentsForProfile } from './arguments';
import { PROFILE_FILE } from './profile';

/**
 * Asks for the folder of another profile and starts Quarterdeck anew with it. `NOT_A_PROFILE` for a folder that holds
 * something else: a profile would spread its files among them.
 */
export async function openProfileFolder(
  page: WebContents | null,
): Promise<{ folder: string | null }> {
  const options: OpenDialogOptions = {
    title: 'Open another desk: an empty folder, or the folder of a desk',
    buttonLabel: 'Open',
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  };
  const window = page === null ? null : BrowserWindow.fromWebContents(page);
  const { canceled, filePaths } =
    window === null
      ? await dialog.showOpenDialog(options)
      : await dialog.showOpenDialog(window, options);
  const [folder] = filePaths;
  if (canceled || folder === undefined) return { folder: null };
  if (!isProfileOrEmpty(folder)) {
    throw new DeskError(
      'NOT_A_PROFILE',
      'This folder holds other things. Choose an empty folder, or the folder of a desk.',
    );
  }
  app.relaunch({ args: argumentsForProfile(process.argv, folder) });
  // The page gets its answer first.
  setImmediate(() => {
    app.quit();
  });
  return { folder };
}

function isProfileOrEmpty(folder: string): boolean {
  return existsSync(join(folder, PROFILE_FILE)) || readdirSync(folder).length === 0;
}
