import type { Page } from '@playwright/test';

/** Opens what the palette finds under a name. */
export async function chooseInPalette(page: Page, name: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByLabel('Search everything').fill(name);
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
}
