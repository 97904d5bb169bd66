import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { expect, type Page } from '@playwright/test';
import type { AxeResults, RunOptions } from 'axe-core';

const axeSource = readFile(createRequire(__filename).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * What axe finds wrong on the screen as it is, one line for each place. A look during which something began to fade, such as
 * a message whose time was up, says nothing of the colors that a person reads: the screen is then looked at once more.
 */
export async function findings(page: Page): Promise<string[]> {
  // The tools' own evaluation passes the content security policy, which is left as it is.
  await page.evaluate(await axeSource);
  for (let look = 1; ; look++) {
    await settled(page);
    const { violations, moved } = await page.evaluate(async () => {
      const { axe } = window as unknown as {
        axe: { run: (options: RunOptions) => Promise<AxeResults> };
      };
      let moved = false;
      const note = (): void => {
        moved = true;
      };
      const begun = ['transitionrun', 'animationstart'];
      for (const event of begun) document.addEventListener(event, note, true);
      const found = await axe.run({ preload: false, resultTypes: ['violations'] });
      for (const event of begun) document.removeEventListener(event, note, true);
      return { violations: found.violations, moved };
    });
    if (moved && look < 10) continue;
    return violations.flatMap(({ id, help, nodes }) =>
      nodes.map(
        ({ target, failureSummary }) =>
          `${id} (${help}) at ${target.join(' ')}: ${failureSummary ?? ''}`,
      ),
    );
  }
}

/** Looks at the screen in both themes. */
export async function expectAccessible(page: Page, screen: string): Promise<void> {
  for (const theme of ['Dark theme', 'Light theme']) {
    await page.getByRole('button', { name: theme }).click();
    await expect(page.getByRole('button', { name: theme })).toBeHidden();
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
