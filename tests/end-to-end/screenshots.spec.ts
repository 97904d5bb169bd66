import { mkdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test, type Page } from '@playwright/test';
import { settled } from './support/accessibility';
import { openSampleAgency } from './support/sample-agency';

/**
 * The pictures of README, taken of the real window on the sample agency. They lie with the test's results; with
 * `npm run screenshots` they take the place of those that README shows.
 */
const size = { width: 1280, height: 800 };
const repository = path.resolve(__dirname, '..', '..');

interface Picture {
  readonly name: string;
  readonly open: (page: Page) => Promise<void>;
}

const pictures: readonly Picture[] = [
  {
    name: 'portfolio',
    open: async (page) => {
      await expect(page.getByRole('region', { name: 'Retail programs' })).toBeVisible();
      await expect(page.locator('.page[aria-busy="false"]')).toBeVisible();
    },
  },
  {
    name: 'program',
    open: async (page) => {
      await page.getByRole('link', { name: 'Nordlicht Outdoor DE' }).first().click();
      await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nordlicht Outdoor DE');
      await expect(page.locator('canvas').first()).toBeVisible();
    },
  },
  {
    name: 'partners',
    open: async (page) => {
      await page.getByRole('link', { name: 'Partners', exact: true }).click();
      await expect(page.locator('.list-line').nth(10)).toBeVisible();
    },
  },
  {
    name: 'review-editor',
    open: async (page) => {
      await page.getByRole('link', { name: 'Reviews & reports' }).first().click();
      await page.getByRole('combobox', { name: 'Client' }).click();
      await page.getByRole('option', { name: 'Nordlicht Outdoor', exact: true }).click();
      await page.getByRole('button', { name: 'Start review' }).click();
      await expect(page.locator('.editor-page').first()).toBeVisible({ timeout: 30_000 });
      await page.getByRole('button', { name: /^Summary/ }).click();
      await expect(page.getByRole('textbox', { name: /^What happened/ }).first()).toBeVisible();
    },
  },
];

test('README shows the window as it is: every picture of it can be taken', async ({}, info) => {
  const folder = process.env['QUARTERDECK_SCREENSHOTS'] ?? info.outputPath('screenshots');
  await mkdir(folder, { recursive: true });
  const { workspace, desk } = await openSampleAgency();
  const { page } = desk;
  try {
    await page.setViewportSize(size);
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    for (const { name, open } of pictures) {
      await open(page);
      // Nothing is pointed at, nothing fades.
      await page.mouse.move(size.width - 1, size.height - 1);
      await settled(page);
      const file = path.join(folder, `${name}.png`);
      await page.screenshot({ path: file, animations: 'disabled' });
      expect(dimensions(await readFile(file)), name).toEqual(size);
    }
  } finally {
    await desk.close();
    await workspace.remove();
  }
  const readme = await readFile(path.join(repository, 'README.md'), 'utf8');
  const shown = Array.from(readme.matchAll(/build\/screenshots\/([\w-]+)\.png/g), ([, one]) => one);
  expect(shown.sort()).toEqual(pictures.map(({ name }) => name).sort());
  for (const name of shown) {
    const file = path.join(repository, 'build', 'screenshots', `${String(name)}.png`);
    expect(dimensions(await readFile(file)), file).toEqual(size);
  }
});

/** Width and height of a PNG, from its header. */
function dimensions(png: Buffer): { readonly width: number; readonly height: number } {
  expect(png.subarray(1, 4).toString()).toBe('PNG');
  return { width: png.readUInt32BE(16), height: png.readUInt32BE(20) };
}
