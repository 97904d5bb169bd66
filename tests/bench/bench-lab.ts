import path from 'node:path';
import { openLab, type Lab } from '../integration/support/page';
import type { benchLab } from './lab/index';

declare global {
  interface Window {
    /** What the bench's page offers. */
    readonly benchLab: typeof benchLab;
  }
}

/** Opens the bench's own page in a real Electron, over an empty profile or over one that is there. */
export function openBenchLab(profile?: string): Promise<Lab> {
  const entry = path.join(__dirname, 'lab', 'index.ts');
  return openLab(profile === undefined ? { entry } : { entry, profile });
}
