import { _electron } from '@playwright/test';
import { chromiumSwitches } from '../end-to-end/support/command-line';
import { atMost, quantile, type BenchResult } from './results';
import { deskOf } from './start';
import type { Bench } from './workspace';

/** What people type: beginnings of names, sites and network ids, and words that nobody has. */
const texts = ['deals', 'nordlicht', 'blog', 'cash back', '1042', 'shop example', 'zzqx'];

/** From a key in the palette to its results on the screen, in the large agency with its 50,000 partners. */
export async function measurePalette({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const { executable, profile, environment } = deskOf(await large());
  const application = await _electron.launch({
    executablePath: executable,
    args: [...chromiumSwitches(), '--profile', profile],
    env: Object.fromEntries(
      Object.entries(environment).filter((pair): pair is [string, string] => pair[1] !== undefined),
    ),
  });
  try {
    const page = await application.firstWindow();
    await page.getByRole('region', { name: 'Retail programs' }).waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByLabel('Search everything');
    await field.waitFor();
    // The first answer makes the index; keys are measured on a palette that is ready.
    await page.locator('[data-answered=""]').waitFor({ timeout: 60_000 });
    await page.evaluate(watchKeys);
    for (const text of texts) {
      await field.fill('');
      await page.locator('[data-answered=""]').waitFor();
      for (const letter of text) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        const typed = await field.inputValue();
        await page.locator(`[data-answered=${JSON.stringify(typed.trim())}]`).waitFor();
        await page.waitForTimeout(30);
      }
    }
    const times = await page.evaluate(
      () => (window as unknown as { keyTimes: readonly number[] }).keyTimes,
    );
    say(`palette: ${times.map((time) => time.toFixed(0)).join(' ')} ms`);
    return [atMost('palette, key to results painted, p95', quantile(times, 0.95), 'ms', 30)];
  } finally {
    await application.close();
  }
}

/** Runs in the page: notes how long each key took until the frame after its results were in the document. */
function watchKeys(): void {
  const times: number[] = [];
  Object.assign(window, { keyTimes: times });
  let pressedAt: number | null = null;
  window.addEventListener(
    'keydown',
    (event) => {
      pressedAt = event.key.length === 1 && event.key !== ' ' ? event.timeStamp : null;
    },
    true,
  );
  const look = (): void => {
    const field = document.querySelector<HTMLInputElement>('[aria-label="Search everything"]');
    const answered = document.querySelector('[data-answered]')?.getAttribute('data-answered');
    if (pressedAt === null || field?.value.trim() !== answered) return;
    const started = pressedAt;
    pressedAt = null;
    requestAnimationFrame(() => {
      const { port1, port2 } = new MessageChannel();
      port1.onmessage = () => times.push(performance.now() - started);
      port2.postMessage(null);
    });
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-answered'],
  });
}
