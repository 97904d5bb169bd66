import { join } from 'node:path';
import { app } from 'electron';

/** Where the application's own parts are, packaged or not. */
export const appPaths = {
  page: () => join(app.getAppPath(), 'dist', 'renderer'),
  fonts: () => join(app.getAppPath(), 'resources', 'fonts'),
  preload: () => join(app.getAppPath(), 'dist', 'preload', 'preload.js'),
  process: (name: 'backup' | 'connector' | 'documents' | 'sandbox' | 'tables') =>
    join(app.getAppPath(), 'dist', 'processes', `${name}.js`),
  /** One key for each person and machine, outside every profile. */
  keys: () => join(app.getPath('appData'), 'quarterdeck-keys'),
} as const;
