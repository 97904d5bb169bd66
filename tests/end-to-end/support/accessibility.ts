import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axeSource = readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/** What axe finds wrong on the screen as it is, one line for each place. */
export async function findings(page: Page): Promise<string[]> {
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
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const theme of ['Dark theme', 'Light theme']) {
    await page.getByRole('button', { name: theme }).click();
    await expect(page.getByRole('button', { name: theme })).toBeHidden();
    await settled(page);
    expect(await findings(page), `${screen}, ${theme}`).toEqual([]);
  }
}

/** A color that is still fading has no contrast of its own. What pulses for ever, as a place that waits, is not waited for. */
export async function settled(page: Page): Promise<void> {
  await page.evaluate(() =>
    Promise.all(
      document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
        .map((animation) => animation.finished.catch(() => null)),
    ),
  );
}
