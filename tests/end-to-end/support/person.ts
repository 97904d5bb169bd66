import { expect, type Page } from '@playwright/test';

/** Says in the settings who works at this desk, and goes back to where one was. */
export async function chooseAtDesk(page: Page, name: string): Promise<void> {
  const place = await page.evaluate(() => window.location.hash);
  await page.getByRole('link', { name: 'Settings' }).click();
  const chosen = page.getByRole('combobox', { name: 'Name and role' });
  await chosen.click();
  await page.getByRole('option', { name: new RegExp(`^${name}`) }).click();
  await expect(chosen).toHaveValue(new RegExp(`^${name}`));
  await page.evaluate((hash) => {
    window.location.hash = hash;
  }, place);
}
