import type { Page } from '@playwright/test';
import { inWords, openDeskPage, settled, takeLongTasks, takeTimes } from './desk-page';
import { atMost, quantile, type BenchResult } from './results';
import type { Bench } from './workspace';

const words = 'They ask for eleven percent in December and send the banners on Tuesday. ';
const betweenKeys = 60;
const idleKeys = 150;
const mostKeys = 3_000;

/**
 * A key in a note and its character on the screen, while the first sync of the large agency runs in the same window:
 * a million rows of traffic, a hundred thousand transactions, fifty thousand partners.
 */
export async function measureTyping({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  agency.replay.choose('everything');
  const { page, close } = await openDeskPage(await agency.copyConnected(), agency.environment);
  try {
    await addPartner(page);
    const syncing = page.getByRole('navigation').getByText(/^syncing/);
    if (!(await syncing.isVisible())) await syncAll(page);
    await syncing.waitFor({ timeout: 60_000 });
    await openNote(page);
    await takeLongTasks(page);
    const during = await type(page, () => syncing.isVisible());
    const tasks = await takeLongTasks(page);
    await syncing.waitFor({ state: 'hidden', timeout: 300_000 });
    await page.waitForTimeout(2_000);
    const idle = await type(page, () => Promise.resolve(true), idleKeys);
    if (during.length < idleKeys) throw new Error(`Only ${during.length} keys fell into the sync.`);
    say(`typing during a sync: ${inWords(during)} ms; tasks over 50 ms: ${inWords(tasks)}`);
    say(`typing when idle: ${inWords(idle)} ms`);
    const yardstick = { name: 'idle, p95', value: quantile(idle, 0.95), unit: 'ms' };
    const result = atMost(
      'key to character in a note during a large sync, p95',
      quantile(during, 0.95),
      'ms',
      50,
    );
    return [
      { ...result, yardstick, ratio: result.value / yardstick.value },
      atMost('longest task of the window meanwhile', Math.max(0, ...tasks), 'ms', 100),
    ];
  } finally {
    await close();
  }
}

/** A partner of one's own: in an agency that has never synced there is nobody else to write about. */
async function addPartner(page: Page): Promise<void> {
  await page.evaluate(() => (window.location.hash = '#/partners'));
  await page.getByRole('button', { name: 'Add partner' }).click();
  await note(page).waitFor();
}

async function syncAll(page: Page): Promise<void> {
  const partner = await page.evaluate(() => window.location.hash);
  await page.evaluate(() => (window.location.hash = '#/sync'));
  await page.getByRole('button', { name: 'Sync all' }).click();
  await page.evaluate((hash) => (window.location.hash = hash), partner);
}

function note(page: Page) {
  return page.getByRole('group', { name: 'New note' }).getByRole('textbox').first();
}

async function openNote(page: Page): Promise<void> {
  await note(page).click();
  await page.evaluate(() => {
    document.addEventListener('input', () => window.keyClock.answer(), true);
  });
}

/** Types on and on while the condition holds, at the speed of a person, and gives what each key took. */
async function type(
  page: Page,
  goesOn: () => Promise<boolean>,
  most = mostKeys,
): Promise<readonly number[]> {
  await takeTimes(page);
  for (let keys = 0; keys < most; keys += 1) {
    if (keys % 10 === 0 && !(await goesOn())) break;
    const letter = words[keys % words.length] ?? ' ';
    await page.keyboard.press(letter === ' ' ? 'Space' : letter);
    await settled(page);
    await page.waitForTimeout(betweenKeys);
  }
  return takeTimes(page);
}
