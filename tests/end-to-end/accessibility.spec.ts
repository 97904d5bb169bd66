import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, test, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';
import { makeWorkspace, runCommand } from './support/command-line';
import { finishReview, judgeAll, startReview } from './support/reviews';
import { openWindow, type OpenWindow } from './support/window';

const axeSource = readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the screen as it is, one line for each place. */
async function findings(page: Page): Promise<string[]> {
  // The tools' own evaluation passes the content security policy, which is left as it is.
  await page.evaluate(await axeSource);
  const { violations } = await page.evaluate(async () => {
    const { axe } = window as unknown as {
      axe: { run: (options: RunOptions) => Promise<AxeResults> };
    };
    return axe.run({ preload: false, resultTypes: ['violations'] });
  });
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`,
    ),
  );
}

/** Looks at the screen in both themes. */
async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const theme of ['Dark theme', 'Light theme']) {
    await page.getByRole('button', { name: theme }).click();
    await expect(page.getByRole('button', { name: theme })).toBeHidden();
    // A color that is still fading has no contrast of its own.
    await page.evaluate(() =>
      Promise.all(
        document.getAnimations().map((animation) => animation.finished.catch(() => null)),
      ),
    );
    expect(await findings(page), `${screen}, ${theme}`).toEqual([]);
  }
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
      await page.getByRole('link', { name: /^Sync/ }).click();
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
    const workspace = await makeWorkspace();
    const explored = await runCommand(
      ['explore', '--size', 'small', '--seed', '1', '--profile', workspace.profile, '--json'],
      { environment: workspace.environment },
    );
    expect(explored.code, explored.stdout + explored.stderr.slice(-2000)).toBe(0);
    const desk: OpenWindow = await openWindow(workspace);
    const { page } = desk;
    try {
      await expect(page.getByRole('region', { name: 'B2B programs' })).toBeVisible();
      await expectAccessible(page, 'portfolio');
      await page.getByRole('button', { name: 'How these are counted' }).click();
      await expect(page.getByText('Never across currencies')).toBeVisible();
      expect(await findings(page), 'definitions').toEqual([]);
      await page.keyboard.press('Escape');
      await page.getByRole('link', { name: /^Sync/ }).click();
      await expect(page.getByRole('main').locator('tbody tr')).toHaveCount(20);
      await expectAccessible(page, 'sync');
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
    } finally {
      await desk.close();
      await workspace.remove();
    }
  });
});
