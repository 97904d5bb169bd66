import { expect, type Page } from '@playwright/test';

/** Goes to the list of reviews and begins (or opens) the one that is chosen there first. */
export async function startReview(page: Page): Promise<void> {
  await page.getByRole('link', { name: 'Reviews & reports' }).first().click();
  await page.getByRole('button', { name: 'Start review' }).click();
  await expect(page.locator('.editor-page').first()).toBeVisible({ timeout: 30_000 });
}

/** Judges every commitment that waits for a verdict in the editor that is open. */
export async function judgeAll(page: Page): Promise<void> {
  await page.getByRole('tab', { name: /^Commitments/ }).click();
  const open = page
    .locator('.judged')
    .filter({ hasNot: page.getByRole('radio', { checked: true }) });
  await expect(page.locator('.judging, .editor-side p').first()).toBeVisible();
  for (let left = await open.count(); left > 0; left -= 1) {
    await open.first().getByRole('radio', { name: 'Delivered', exact: true }).check();
    await expect(open).toHaveCount(left - 1);
  }
  await expect(page.getByRole('tab', { name: 'Commitments', exact: true })).toBeVisible();
}

/** Finishes the review that is open in the editor; its frozen page is shown then. */
export async function finishReview(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Finish & export' }).click();
  await expect(page.getByText(/^SHA-256 [0-9a-f]{64}$/).first()).toBeVisible({ timeout: 90_000 });
}
