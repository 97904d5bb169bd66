import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { finished } from 'node:stream/promises';
import type { Page } from '@playwright/test';
import { makeWorkspace, runCommand, type Workspace } from '../end-to-end/support/command-line';
import { openDeskPage, takeLongTasks } from './desk-page';
import { shareOfAll } from './memory';
import { atMost, type BenchResult } from './results';
import type { Bench } from './workspace';

const trafficRows = 1_000_000;
const people = 100_000;
const longest = 1_200_000;

/**
 * A million rows of traffic and a hundred thousand people out of CSV files, in the window: from the choice of the file to its
 * last row stored, and what the window's own thread and memory have of it.
 */
export async function measureImport({ say }: Bench): Promise<readonly BenchResult[]> {
  const workspace = await makeWorkspace();
  try {
    await makeProgram(workspace);
    const traffic = path.join(workspace.folder, 'traffic.csv');
    await writeTraffic(traffic);
    const contacts = path.join(workspace.folder, 'contacts.csv');
    await writeContacts(contacts);
    const { application, page, close } = await openDeskPage(
      workspace.profile,
      workspace.environment,
    );
    const processId = application.process().pid ?? 0;
    try {
      await page.evaluate(() => (window.location.hash = '#/imports'));
      await page.getByRole('heading', { name: 'Import & export' }).waitFor();
      const first = await bringIn(page, traffic, 'Traffic', processId);
      say(`import of traffic: ${inSeconds(first)}, ${first.megabytes.toFixed(0)} MiB at most`);
      await page.getByRole('button', { name: 'Done' }).click();
      const second = await bringIn(page, contacts, 'Contacts', processId);
      say(`import of contacts: ${inSeconds(second)}`);
      const begun = performance.now();
      await page.getByRole('button', { name: 'Take it back' }).click();
      await page.getByText('Drop a CSV file or an Excel workbook here').waitFor({
        timeout: longest,
      });
      const undone = (performance.now() - begun) / 1_000;
      say(`contacts taken back in ${undone.toFixed(1)} s`);
      return [
        reported(
          'rows of traffic a second out of a CSV file',
          trafficRows / first.seconds,
          'rows/s',
        ),
        atMost('longest task of the window meanwhile', first.longestTask, 'ms', 100),
        reported('most memory of all processes meanwhile', first.megabytes, 'MiB'),
        atMost('100,000 contacts out of a CSV file, written', second.written, 's', 15),
        atMost('the same taken back', undone, 's', 15),
      ];
    } finally {
      await close();
    }
  } finally {
    await workspace.remove();
  }
}

interface BroughtIn {
  /** From the choice of the file to its end. */
  readonly seconds: number;
  readonly inspected: number;
  readonly planned: number;
  readonly written: number;
  readonly longestTask: number;
  readonly megabytes: number;
}

async function bringIn(
  page: Page,
  file: string,
  into: string,
  processId: number,
): Promise<BroughtIn> {
  let megabytes = 0;
  const watch = setInterval(() => {
    shareOfAll(processId).then(
      (now) => (megabytes = Math.max(megabytes, now)),
      () => undefined,
    );
  }, 500);
  const since = (instant: number): number => (performance.now() - instant) / 1_000;
  try {
    await takeLongTasks(page);
    let begun = performance.now();
    await page.getByLabel('File to import').setInputFiles(file);
    const check = page.getByRole('button', { name: 'See what will happen' });
    await check.waitFor({ timeout: longest });
    const inspected = since(begun);
    const becomes = await page.getByRole('combobox', { name: 'Becomes' }).inputValue();
    if (becomes !== into) throw new Error(`The file was taken for ${becomes}.`);
    begun = performance.now();
    await check.click();
    const write = page.getByRole('button', { name: /^Bring in/ });
    await write.waitFor({ timeout: longest });
    const planned = since(begun);
    begun = performance.now();
    await write.click();
    await page.getByRole('heading', { name: /is in$/ }).waitFor({ timeout: longest });
    const written = since(begun);
    const longestTask = Math.max(0, ...(await takeLongTasks(page)));
    const seconds = inspected + planned + written;
    return { seconds, inspected, planned, written, longestTask, megabytes };
  } finally {
    clearInterval(watch);
  }
}

function inSeconds({ inspected, planned, written, longestTask }: BroughtIn): string {
  const parts = [inspected, planned, written].map((seconds) => seconds.toFixed(1)).join(' + ');
  return `${parts} s (looked at, dry run, written), longest task ${longestTask.toFixed(0)} ms`;
}

/** A figure without a goal of its own. */
function reported(name: string, value: number, unit: string): BenchResult {
  return { name, value, unit, yardstick: null, ratio: null, goal: 'reported', met: true };
}

async function makeProgram({ folder, profile, environment }: Workspace): Promise<void> {
  const files = {
    client: 'Name\nNordlicht\n',
    program:
      'Name,Client,Network,Model,Currency,Time zone\nNordlicht DE,Nordlicht,Rakuten,retail,EUR,Europe/Berlin\n',
  };
  for (const [kind, text] of Object.entries(files)) {
    const file = path.join(folder, `${kind}.csv`);
    await writeFile(file, text);
    const words = ['import', kind, file, '--profile', profile, '--json'];
    const { code, stdout } = await runCommand(words, { environment });
    if (code !== 0) throw new Error(`import failed: ${stdout}`);
  }
}

/** Twenty-four months of two thousand partners, each on about every third day. */
async function writeTraffic(file: string): Promise<void> {
  const stream = createWriteStream(file);
  stream.write('Date,Publisher ID,Publisher Name,# of Impressions,# of Clicks\n');
  const start = Date.UTC(2024, 0, 1);
  for (let from = 0; from < trafficRows; from += 10_000) {
    let piece = '';
    for (let row = from; row < from + 10_000; row += 1) {
      const day = new Date(start + Math.floor((row * 730) / trafficRows) * 86_400_000);
      const partner = (row * 7_919) % 2_000;
      piece += `${day.toISOString().slice(0, 10)},${800_000 + partner},Partner ${partner},${row % 900},${row % 40}\n`;
    }
    if (!stream.write(piece)) await once(stream, 'drain');
  }
  stream.end();
  await finished(stream);
}

async function writeContacts(file: string): Promise<void> {
  const lines = Array.from(
    { length: people },
    (_each, at) => `Person ${at},p${at}@example.net,+49 30 ${at},Partnerships`,
  );
  await writeFile(file, `Contact name,E-mail,Phone,Role\n${lines.join('\n')}\n`);
}
