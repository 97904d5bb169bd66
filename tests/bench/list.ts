import type { Page } from '@playwright/test';
import { inWords, openDeskPage, settled, takeTimes } from './desk-page';
import { atMost, quantile, type BenchResult } from './results';
import type { Bench } from './workspace';

/** Beginnings of names, sites and network ids, and words that nobody has. */
const texts = ['garden', 'deals', 'north', '1042', 'com', 'boston', 'zzqx'];
const filters = ['type is coupon', 'revenue over 100', 'programs over 1', 'last sale is unknown'];
const columns = ['Name', 'Type', 'Programs', 'Status', 'Revenue', 'Change', 'Orders', 'Last sale'];

/** Screens full of rows that pass in a second while one scrolls fast. */
const screensPerSecond = 12;
const scrolledSeconds = 6;

/** The list of 50,000 partners: search while typing, filters in words, sort, and scrolling. */
export async function measureList({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const { profile, environment } = await large();
  const { page, close } = await openDeskPage(profile, environment);
  try {
    await page.getByRole('region', { name: 'Retail programs' }).waitFor();
    await page.evaluate(() => (window.location.hash = '#/partners'));
    await page.getByRole('grid', { name: 'Partners' }).getByRole('row').nth(2).waitFor({
      timeout: 120_000,
    });
    await page.evaluate(watchPainted, { list: 'partners', field: 'Search partners' });
    const typed = await typeTexts(page, 'Search partners', texts);
    say(`list, search while typing: ${inWords(typed)} ms`);
    const filtered = await filterInWords(page);
    say(`list, filters: ${inWords(filtered)} ms`);
    const sorted = await sortColumns(page, columns);
    say(`list, sort: ${inWords(sorted)} ms`);
    const { frames, blank } = await scrollFast(page);
    say(`list, scrolling: ${frames} frames, ${blank} with a blank row`);
    return [
      atMost('list of 50,000 partners, search while typing, p95', p95(typed), 'ms', 50),
      atMost('list of 50,000 partners, filter in words, p95', p95(filtered), 'ms', 50),
      atMost('list of 50,000 partners, sort, p95', p95(sorted), 'ms', 50),
      atMost('list of 50,000 partners, frames of scrolling with a blank row', blank, 'frames', 0),
    ];
  } finally {
    await close();
  }
}

/** The time that nineteen of twenty stay under, ms. */
export function p95(times: readonly number[]): number {
  return quantile(times, 0.95);
}

/** Types words into a list's search letter by letter. */
export async function typeTexts(
  page: Page,
  name: string,
  words: readonly string[],
): Promise<readonly number[]> {
  const field = page.getByRole('textbox', { name });
  await field.focus();
  for (const text of words) {
    for (const letter of text) {
      await page.keyboard.press(letter);
      await settled(page);
      await page.waitForTimeout(40);
    }
    await page.keyboard.press('Escape');
    await settled(page);
  }
  return takeTimes(page);
}

async function filterInWords(page: Page): Promise<readonly number[]> {
  const field = page.getByRole('textbox', { name: 'Search partners' });
  const all: number[] = [];
  for (const filter of filters) {
    await field.fill(filter);
    await takeTimes(page);
    await field.press('Enter');
    await settled(page);
    all.push(...(await takeTimes(page)));
    const clear = page.getByRole('button', { name: 'Clear', exact: true });
    await clear.press('Enter');
    await settled(page);
    all.push(...(await takeTimes(page)));
  }
  return all;
}

/** Sorts by each column, one way and the other. */
export async function sortColumns(
  page: Page,
  names: readonly string[],
): Promise<readonly number[]> {
  for (const column of names) {
    const heading = page.getByRole('columnheader', { name: column }).getByRole('button');
    for (let times = 0; times < 2; times += 1) {
      await heading.press('Enter');
      await settled(page);
      await page.waitForTimeout(40);
    }
  }
  return takeTimes(page);
}

/** Runs in the page: the list says when a question's first rows were on the screen. */
export function watchPainted({
  list,
  field,
}: {
  readonly list: string;
  readonly field: string;
}): void {
  const read = (detail: unknown): string =>
    typeof detail === 'object' && detail !== null && 'search' in detail
      ? String(detail.search)
      : '';
  new PerformanceObserver((seen) => {
    for (const entry of seen.getEntries()) {
      if (entry.name !== `${list}:painted` || !(entry instanceof PerformanceMark)) continue;
      const box = document.querySelector<HTMLInputElement>(`[aria-label="${field}"]`);
      // What is being written as a filter is no search.
      if (box?.value === read(entry.detail)) window.keyClock.paintedAt(entry.startTime);
    }
  }).observe({ type: 'mark' });
}

/** Scrolls through the list and counts the frames in which the screen lacked a row, or a row its words. */
async function scrollFast(
  page: Page,
): Promise<{ readonly frames: number; readonly blank: number }> {
  return page.evaluate(
    ([screens, seconds]) =>
      new Promise<{ frames: number; blank: number }>((resolve) => {
        const grid = document.querySelector<HTMLElement>('[role="grid"]');
        if (grid === null) throw new Error('There is no list.');
        const isBlank = (): boolean => {
          const { top, bottom } = grid.getBoundingClientRect();
          let shown = 0;
          for (const row of grid.querySelectorAll<HTMLElement>('.list-rows [role="row"]')) {
            const box = row.getBoundingClientRect();
            if (box.bottom <= top || box.top >= bottom) continue;
            if (row.querySelector('.list-waiting') !== null) return true;
            shown += Math.min(box.bottom, bottom) - Math.max(box.top, top);
          }
          // The head covers a row's height, and a border is no row.
          return shown < bottom - top - 34;
        };
        let frames = 0;
        let blank = 0;
        const begun = performance.now();
        let last = begun;
        const frame = (now: number): void => {
          grid.scrollTop += ((now - last) / 1_000) * screens * grid.clientHeight;
          last = now;
          // What stands in the document at the end of this is what the frame shows.
          frames += 1;
          if (isBlank()) blank += 1;
          if (now - begun < seconds * 1_000) requestAnimationFrame(frame);
          else resolve({ frames, blank });
        };
        requestAnimationFrame(frame);
      }),
    [screensPerSecond, scrolledSeconds] as const,
  );
}
