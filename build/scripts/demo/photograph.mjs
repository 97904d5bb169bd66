import { join } from 'node:path';
import { placeSwitches } from '../lib/electron.mjs';
import { root } from '../lib/paths.mjs';

/** Opens the real window on the profile and takes out/portfolio.png and out/review.png; gives their paths. */
export async function photograph(runtime, { env, virtual }, profile, folder) {
  const { _electron } = await import('@playwright/test');
  const application = await _electron.launch({
    executablePath: runtime.executable,
    args: [...placeSwitches(virtual), root, '--profile', profile],
    env,
  });
  try {
    const page = await application.firstWindow();
    const portfolio = join(folder, 'portfolio.png');
    await page.locator('.page[aria-busy="false"] table tbody tr').first().waitFor();
    await page.screenshot({ path: portfolio, animations: 'disabled' });

    const review = join(folder, 'review.png');
    await page.getByRole('link', { name: 'Reviews & reports' }).first().click();
    await page.locator('main a[href^="#/reviews/"], .page a[href^="#/reviews/"]').first().click();
    await page.locator('.slides').waitFor();
    await page.screenshot({ path: review, animations: 'disabled' });
    return [portfolio, review];
  } finally {
    await application.close();
  }
}
