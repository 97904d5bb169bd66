import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { runCommand } from '../end-to-end/support/command-line';
import { inWords, openDeskPage, settled, takeTimes } from './desk-page';
import { p95, sortColumns, typeTexts, watchPainted } from './list';
import { atMost, type BenchResult } from './results';
import type { Bench } from './workspace';

const contacts = 50_000;
const search = 'Search contacts';
const texts = ['garden', 'buyer', 'north', 'p1042', 'zzqx'];
const columns = ['Name', 'Role', 'E-mail', 'Phone'];
const roles = ['Buyer', 'Head of partnerships', 'Editor', 'Owner', 'Marketing lead'];
const languages = ['German', 'English', 'French', 'Danish'];

/** The list of 50,000 records of one kind, as every kind has it: search while typing, filter, sort and groups. */
export async function measureRecordsList({ small, say }: Bench): Promise<readonly BenchResult[]> {
  const { copyProfile, environment } = await small();
  const profile = await copyProfile();
  await importContacts(profile, environment);
  const { page, close } = await openDeskPage(profile, environment);
  try {
    await page.evaluate(() => (window.location.hash = '#/records/contact'));
    await page.getByRole('grid', { name: 'Contacts' }).getByRole('row').nth(2).waitFor({
      timeout: 120_000,
    });
    await page.evaluate(watchPainted, { list: 'records/contact', field: search });
    const typed = await typeTexts(page, search, texts);
    say(`records, search while typing: ${inWords(typed)} ms`);
    const filtered = await filterByWord(page);
    say(`records, filter: ${inWords(filtered)} ms`);
    const sorted = await sortColumns(page, columns);
    say(`records, sort: ${inWords(sorted)} ms`);
    const grouped = await groupByWord(page);
    say(`records, groups: ${inWords(grouped)} ms`);
    return [
      atMost('list of 50,000 contacts, search while typing, p95', p95(typed), 'ms', 50),
      atMost('list of 50,000 contacts, filter, p95', p95(filtered), 'ms', 50),
      atMost('list of 50,000 contacts, sort, p95', p95(sorted), 'ms', 50),
      atMost('list of 50,000 contacts, groups, p95', p95(grouped), 'ms', 50),
    ];
  } finally {
    await close();
  }
}

async function importContacts(profile: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const lines = Array.from({ length: contacts }, (_each, at) =>
    [
      `${['Ana', 'Bob', 'North', 'Garden'][at % 4] ?? ''} Person ${at}`,
      `p${at}@example.net`,
      roles[at % roles.length] ?? '',
      languages[at % languages.length] ?? '',
      at,
      at % 3 === 0 ? 'email' : 'phone',
    ].join(),
  );
  const file = path.join(path.dirname(profile), 'contacts.csv');
  await writeFile(file, `name,email,role,language,phone,reach\n${lines.join('\n')}\n`);
  const end = await runCommand(['import', 'contact', file, '--profile', profile, '--json'], {
    environment,
  });
  if (end.code !== 0) throw new Error(`import failed: ${end.stdout}${end.stderr}`);
}

/** Filters that are put together by keyboard; the last key of each is timed. */
async function filterByWord(page: Page): Promise<readonly number[]> {
  const all: number[] = [];
  for (const role of roles) {
    await page.getByRole('button', { name: 'Filter', exact: true }).press('Enter');
    await page.getByRole('combobox', { name: 'Column' }).click();
    await page.getByRole('option', { name: 'Role', exact: true }).click();
    await page.getByRole('combobox', { name: 'Comparison' }).click();
    await page.getByRole('option', { name: 'is', exact: true }).click();
    await page.getByRole('combobox', { name: 'Words' }).click();
    await page.getByRole('option', { name: role, exact: true }).click();
    await takeTimes(page);
    await page.getByRole('button', { name: 'Add filter' }).press('Enter');
    await settled(page);
    all.push(...(await takeTimes(page)));
    await page.getByRole('button', { name: 'Clear', exact: true }).press('Enter');
    await settled(page);
    all.push(...(await takeTimes(page)));
  }
  return all;
}

async function groupByWord(page: Page): Promise<readonly number[]> {
  const all: number[] = [];
  for (let steps = 1; steps <= 3; steps += 1) {
    await page.getByRole('combobox', { name: 'Group by' }).click();
    for (let step = 0; step < steps; step += 1) await page.keyboard.press('ArrowDown');
    await takeTimes(page);
    await page.keyboard.press('Enter');
    await settled(page);
    all.push(...(await takeTimes(page)));
  }
  return all;
}
