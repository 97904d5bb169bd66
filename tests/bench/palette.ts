import { inWords, openDeskPage, settled, takeTimes } from './desk-page';
import { atMost, quantile, type BenchResult } from './results';
import type { Bench } from './workspace';

/** What people type: beginnings of names, sites and network ids, words that nobody has, slips, and what narrows a search. */
const texts = [
  'deals',
  'nordlicht',
  'blog',
  'cash back',
  '1042',
  'shop example',
  'zzqx',
  'nrodlicht',
  'vuocher gudie',
  'client:nord blog',
  'kind:partner deal -blog',
  'dael owner:nobody',
];

/** From a key in the palette to its results on the screen, in the large agency with its 50,000 partners. */
export async function measurePalette({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const { profile, environment } = await large();
  const { page, close } = await openDeskPage(profile, environment);
  try {
    await page.getByRole('region', { name: 'Retail programs' }).waitFor();
    await page.keyboard.press('Control+k');
    const field = page.getByLabel('Search everything');
    await field.waitFor();
    // The first answer makes the index; keys are measured on a palette that is ready.
    await page.locator('[data-answered=""]').waitFor({ timeout: 60_000 });
    await page.keyboard.type('a');
    await page.locator('[data-answered="a"]').waitFor({ timeout: 60_000 });
    await page.evaluate(watchAnswers);
    for (const text of texts) {
      await field.fill('');
      await page.locator('[data-answered=""]').waitFor();
      for (const letter of text) {
        await page.keyboard.press(letter === ' ' ? 'Space' : letter);
        // Nothing is looked for in the page meanwhile, which would take the time of the thread that is measured.
        await settled(page);
        await page.waitForTimeout(30);
      }
    }
    const times = await takeTimes(page);
    say(`palette: ${inWords(times)} ms`);
    return [atMost('palette, key to results painted, p95', quantile(times, 0.95), 'ms', 30)];
  } finally {
    await close();
  }
}

/** Runs in the page: a key is answered when the list shows what the field asks for. */
function watchAnswers(): void {
  const look = (): void => {
    const field = document.querySelector<HTMLInputElement>('[aria-label="Search everything"]');
    const answered = document.querySelector('[data-answered]')?.getAttribute('data-answered');
    if (field?.value.trim() === answered) window.keyClock.answer();
  };
  new MutationObserver(look).observe(document.body, {
    subtree: true,
    childList: true,
    attributes: true,
    attributeFilter: ['data-answered'],
  });
}
