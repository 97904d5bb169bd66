import type { Page } from '@playwright/test';

/** Begins the review of the fiscal quarter that ended last, and waits until its pages are drawn. */
export async function startReview(page: Page, client: string): Promise<void> {
  await page.getByRole('region', { name: 'Retail programs' }).waitFor();
  await page.evaluate(() => (window.location.hash = '#/reviews'));
  const row = page.getByRole('row').filter({ hasText: client });
  await row.locator('a, button').first().click();
  await page.locator('.editor-page').first().waitFor({ timeout: 120_000 });
}
