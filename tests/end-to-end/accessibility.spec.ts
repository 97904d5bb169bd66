import { expect, test, type Page } from '@playwright/test';
import { expectAccessible, findings } from './support/accessibility';
import { makeWorkspace } from './support/command-line';
import { finishReview, judgeAll, startReview } from './support/reviews';
import { openSampleAgency } from './support/sample-agency';
import { openWindow } from './support/window';

async function go(page: Page, place: string): Promise<void> {
  await page.evaluate((hash) => (location.hash = hash), place);
}

test.describe('an empty desk', () => {
  test('has no barrier on any screen, in either theme', async () => {
    const workspace = await makeWorkspace();
    const { page, close } = await openWindow(workspace);
    try {
      await expect(page.getByRole('heading', { name: 'Welcome to Quarterdeck' })).toBeVisible();
      await expectAccessible(page, 'first start');
      await page.getByRole('link', { name: 'Reviews & reports' }).click();
      await expect(page.getByRole('heading', { name: 'No client to review yet' })).toBeVisible();
      await expectAccessible(page, 'no review');
      await page.getByRole('link', { name: /^Sync / }).click();
      await expect(page.getByRole('heading', { name: 'Nothing is connected' })).toBeVisible();
      await expectAccessible(page, 'no connection');
      await page.getByRole('button', { name: 'Connect a network' }).click();
      await expectAccessible(page, 'connect Awin');
      await page.getByText('PartnerStack', { exact: true }).click();
      await page.getByRole('button', { name: 'Check the keys' }).click();
      await expect(page.getByText('PartnerStack gives a public and a secret key.')).toBeVisible();
      await expectAccessible(page, 'connect PartnerStack, with errors');
      await page.goto('app://desk/crash.html?reason=crashed');
      expect(await findings(page), 'error screen').toEqual([]);
    } finally {
      await close();
      await workspace.remove();
    }
  });
});

test.describe('a full desk', () => {
  test('has no barrier on any screen, in either theme', async () => {
    test.setTimeout(240_000);
    const { workspace, desk } = await openSampleAgency();
    const { page } = desk;
    try {
      await expect(page.getByRole('region', { name: 'B2B programs' })).toBeVisible();
      await expectAccessible(page, 'portfolio');
      await page.getByRole('button', { name: 'How these are counted' }).click();
      await expect(page.getByText('Never across currencies')).toBeVisible();
      expect(await findings(page), 'definitions').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: /^Sync / }).click();
      await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(20);
      await expectAccessible(page, 'sync');
      for (const [place, title] of [
        ['history', 'History'],
        ['trash', 'Trash'],
        ['personal-data', 'Personal data'],
      ] as const) {
        await page.evaluate((name) => (location.hash = `#/${name}`), place);
        await expect(page.getByRole('heading', { name: title, level: 1 })).toBeVisible();
        await expectAccessible(page, title);
      }
      await page.getByRole('link', { name: /^Sync / }).click();
      await page
        .getByRole('button', { name: /set aside of/ })
        .first()
        .click();
      await expect(page.getByRole('region', { name: 'Rows set aside' })).toBeVisible();
      await expectAccessible(page, 'rows set aside');
      for (const step of ['terms', 'totals', 'reading']) {
        await page.evaluate((name) => (location.hash = `#/set-up/${name}`), step);
        await expect(page.getByRole(step === 'reading' ? 'table' : 'grid')).toBeVisible();
        await expectAccessible(page, `set-up, ${step}`);
      }
      await page.getByRole('link', { name: /^Sync / }).click();
      await page.getByRole('button', { name: 'Sync all' }).click();
      await expect(page.getByRole('region', { name: 'Syncing' })).toBeVisible();
      expect(await findings(page), 'syncing').toEqual([]);
      await page.evaluate(() => (location.hash = '#/connect'));
      await expect(page.getByRole('heading', { name: /holds a sample agency/ })).toBeVisible();
      await expectAccessible(page, 'connect in a sample');
      await page.getByRole('link', { name: 'Reviews & reports' }).click();
      await page.getByLabel('Fiscal quarter').first().click();
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await findings(page), 'quarters').toEqual([]);
      await page.keyboard.press('Escape');
      await startReview(page);
      await expectAccessible(page, 'review editor');
      await page.getByRole('button', { name: 'Insert figure' }).first().click();
      await expect(page.getByRole('option').first()).toBeVisible();
      expect(await findings(page), 'figures').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('tab', { name: /^Check/ }).click();
      await expect(page.getByRole('button', { name: 'Mark as checked' })).toBeVisible();
      await expectAccessible(page, 'pre-flight');
      await judgeAll(page);
      await expectAccessible(page, 'commitments');
      await finishReview(page);
      await expectAccessible(page, 'review');
      await page.getByRole('tab', { name: 'Compare with today' }).click();
      await expect(page.getByText(/Nothing was restated|read otherwise today/)).toBeVisible();
      await expectAccessible(page, 'review compared');
      await page.getByRole('link', { name: 'Reviews & reports' }).first().click();
      await expect(page.getByRole('main').getByRole('link', { name: /Finished$/ })).toHaveCount(1);
      await expectAccessible(page, 'reviews');
      await page.getByRole('button', { name: 'Weekly notes' }).click();
      await expect(page.getByRole('article', { name: 'Mail' })).toBeVisible({ timeout: 30_000 });
      await expectAccessible(page, 'weekly notes');
      await go(page, '#/records/prospect');
      await expect(page.getByRole('grid', { name: 'Prospects' })).toBeVisible();
      await expectAccessible(page, 'a list of records');
      await page.getByRole('button', { name: 'Filter', exact: true }).click();
      expect(await findings(page), 'a new filter').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('radiogroup', { name: 'Shown as' }).getByText('Board').click();
      await expect(page.getByRole('group', { name: /^Prospects by/ })).toBeVisible();
      await expectAccessible(page, 'a board');
      await go(page, '#/records/onboarding-plan');
      await page.getByRole('button', { name: 'New onboarding plan' }).click();
      await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible();
      await expectAccessible(page, 'a form');
      await page.keyboard.press('Escape');
      await page.getByRole('grid').getByRole('row').nth(1).dblclick();
      await expect(page.getByRole('region', { name: 'History' })).toBeVisible();
      await expectAccessible(page, 'a page of a record');
      for (const [place, heading] of [
        ['#/imports', 'Import & export'],
        ['#/my-day', /day/i],
        ['#/settings', 'Settings'],
      ] as const) {
        await go(page, place);
        await expect(page.getByRole('heading', { name: heading, level: 1 })).toBeVisible();
        await expectAccessible(page, place);
      }
    } finally {
      await desk.close();
      await workspace.remove();
    }
  });
});
