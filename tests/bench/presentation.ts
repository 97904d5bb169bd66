import { inWords, openDeskPage, takeLongTasks } from './desk-page';
import {
  composeLongReview,
  longReviewClient,
  longReviewSlides,
  openDocumentsHouse,
} from './long-review';
import { atMost, median, type BenchResult } from './results';
import { startReview } from './start-review';
import type { Bench } from './workspace';

const rounds = 5;

/** A review of thirty slides as a presentation, and the window while a whole review is finished and exported. */
export async function measurePresentation({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  const model = await composeLongReview(agency.profile);
  const house = await openDocumentsHouse();
  const times: number[] = [];
  try {
    for (let round = 0; round < rounds; round += 1) times.push(await house.timeFile(model, 'pptx'));
  } finally {
    await house.close();
  }
  say(`PowerPoint: ${inWords(times)} ms`);
  const desk = await openDeskPage(await agency.copyProfile(), agency.environment);
  try {
    const { page } = desk;
    await startReview(page, longReviewClient);
    const pages = await page.locator('.editor-page').count();
    // To look for something by its role walks through all of the review's pages, in the very thread that is measured:
    // the button is found before, and the files are there when the frozen review is shown with its hash.
    await page.getByRole('button', { name: 'Finish & export' }).focus();
    await page.waitForTimeout(2_000);
    await takeLongTasks(page);
    const begun = performance.now();
    await page.keyboard.press('Enter');
    await page.waitForFunction(() => document.querySelector('.review-hash') !== null, undefined, {
      timeout: 300_000,
      polling: 250,
    });
    const seconds = (performance.now() - begun) / 1_000;
    const tasks = await takeLongTasks(page);
    say(`${pages} pages in ${seconds.toFixed(1)} s; tasks over 50 ms: ${inWords(tasks)}`);
    return [
      atMost(`review of ${longReviewSlides} slides to PowerPoint`, median(times), 'ms', 5_000),
      atMost(
        `longest task of the window while ${pages} pages are exported`,
        Math.max(0, ...tasks),
        'ms',
        100,
      ),
    ];
  } finally {
    await desk.close();
  }
}
