import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { screen, type BrowserWindow, type Rectangle } from 'electron';
import { z } from 'zod';
import { writeFileAtomicallySync } from '../files';

const stateSchema = z.strictObject({
  bounds: z.strictObject({
    x: z.number().int(),
    y: z.number().int(),
    width: z.number().int().min(400),
    height: z.number().int().min(300),
  }),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof stateSchema>;

const FILE = 'window.json';

/** Where the window was when it was closed last; null on a first start, or when that place is on no screen now. */
export function readWindowState(profile: string): WindowState | null {
  try {
    const state = stateSchema.parse(JSON.parse(readFileSync(join(profile, FILE), 'utf8')));
    const onScreen = screen
      .getAllDisplays()
      .some(({ workArea }) => overlaps(workArea, state.bounds));
    return onScreen ? state : null;
  } catch {
    return null;
  }
}

/** Remembers the window's place when it is closed. */
export function rememberWindowState(window: BrowserWindow, profile: string): void {
  window.on('close', () => {
    const state: WindowState = {
      bounds: window.getNormalBounds(),
      maximized: window.isMaximized(),
    };
    writeFileAtomicallySync(join(profile, FILE), JSON.stringify(state));
  });
}

function overlaps(one: Rectangle, other: Rectangle): boolean {
  return (
    other.x < one.x + one.width &&
    one.x < other.x + other.width &&
    other.y < one.y + one.height &&
    one.y < other.y + other.height
  );
}
