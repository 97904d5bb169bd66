import { inWords, openDeskPage, settled, takeLongTasks, takeTimes } from './desk-page';
import { longReviewClient } from './long-review';
import { atMost, quantile, type BenchResult } from './results';
import { startReview } from './start-review';
import type { Bench } from './workspace';

const words = 'Coupon partners lost most of it, and the spring campaign brought less than agreed. ';
const betweenKeys = 90;

/** A key in a review's text and its page in the preview, in the review of the client with the most programs. */
export async function measurePreview({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  const { page, close } = await openDeskPage(await agency.copyProfile(), agency.environment);
  try {
    await startReview(page, longReviewClient);
    await page.getByRole('button', { name: /^Summary/ }).press('Enter');
    const text = page.getByRole('complementary').getByRole('textbox').first();
    await text.focus();
    await page.keyboard.press('Control+Home');
    await page.evaluate(watchPreview);
    await takeTimes(page);
    await takeLongTasks(page);
    for (const letter of words) {
      await page.keyboard.press(letter === ' ' ? 'Space' : letter);
      await settled(page);
      await page.waitForTimeout(betweenKeys);
    }
    const times = await takeTimes(page);
    const tasks = await takeLongTasks(page);
    const pages = await page.locator('.editor-page').count();
    say(`preview of ${pages} pages: ${inWords(times)} ms; tasks over 50 ms: ${inWords(tasks)}`);
    return [
      atMost('key in a review to its page in the preview, p95', quantile(times, 0.95), 'ms', 150),
    ];
  } finally {
    await close();
  }
}

/** Runs in the page: a key is answered when the preview holds what the first text begins with. */
function watchPreview(): void {
  const plain = (element: Element | null): string =>
    (element?.textContent ?? '').replace(/\s+/g, ' ').trim();
  const preview = document.querySelector('.editor-preview');
  const field = document.querySelector('.editor-side [role="textbox"]');
  if (preview === null || field === null) throw new Error('No text is being edited.');
  let typed = '';
  field.addEventListener('keydown', (event) => {
    if (event instanceof KeyboardEvent && event.key.length === 1) typed += event.key;
  });
  new MutationObserver(() => {
    const page = preview.querySelector('.editor-page.selected');
    if (window.keyClock.isWaiting() && plain(page).includes(typed.trim())) window.keyClock.answer();
  }).observe(preview, { subtree: true, childList: true, characterData: true });
}
