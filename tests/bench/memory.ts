import { readdir, readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import { openBenchLab } from './bench-lab';
import { atMost, median, type BenchResult } from './results';
import { deskOf } from './start';
import { makeEmptyApplication, openWindow, type WindowApplication } from './windows';
import type { Bench } from './workspace';

const rounds = 3;
const settleMilliseconds = 5_000;
const mebibyte = 2 ** 20;

/**
 * Memory of all processes (proportional set size) with the large workspace's portfolio open, beside an empty window.
 * Only Linux tells it: elsewhere there is no figure.
 */
export async function measureMemory({ large, say }: Bench): Promise<readonly BenchResult[]> {
  if (process.platform !== 'linux') {
    say('memory is measured on Linux only');
    return [];
  }
  const agency = await large();
  const columns = await columnMegabytes(agency.profile);
  const empty = await makeEmptyApplication();
  try {
    const desk: number[] = [];
    const bare: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      bare.push(await megabytesOf(empty, 'first-contentful-paint'));
      desk.push(await megabytesOf(deskOf(agency), 'portfolio:painted'));
    }
    const limit = 1.6 * median(bare) + columns;
    say(`memory: columns ${columns.toFixed(1)} MiB, empty window ${median(bare).toFixed(0)} MiB`);
    const name =
      'memory with the large workspace open, against 1.6 × an empty window and the columns';
    const result = atMost(name, median(desk), 'MiB', limit);
    const yardstick = { name: 'an empty window', value: median(bare), unit: 'MiB' };
    const ratio = (median(desk) - columns) / median(bare);
    return [{ ...result, yardstick, ratio, goal: '≤ 1.6 × + columns' }];
  } finally {
    await empty.remove();
  }
}

async function columnMegabytes(profile: string): Promise<number> {
  const lab = await openBenchLab(profile);
  try {
    return (await lab.page.evaluate(() => window.benchLab.columnBytes())) / mebibyte;
  } finally {
    await lab.close();
  }
}

async function megabytesOf(application: WindowApplication, entry: string): Promise<number> {
  const window = openWindow(application);
  try {
    await window.reached(entry);
    await delay(settleMilliseconds);
    return await shareOfAll(window.processId);
  } finally {
    await window.close();
  }
}

/** What a process and all that it started hold, in MiB. */
export async function shareOfAll(processId: number): Promise<number> {
  let kilobytes = 0;
  for (const id of await withDescendants(processId)) kilobytes += await shareOf(id);
  return kilobytes / 1_024;
}

/** Proportional set size in KiB: shared pages count once over all who share them. */
async function shareOf(processId: number): Promise<number> {
  // One that has ended meanwhile has no memory any more.
  const text = await readFile(`/proc/${processId}/smaps_rollup`, 'utf8').catch(() => '');
  return Number(/^Pss:\s+(\d+) kB/m.exec(text)?.[1] ?? 0);
}

async function withDescendants(root: number): Promise<readonly number[]> {
  const children = new Map<number, number[]>();
  for (const name of await readdir('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    const stat = await readFile(`/proc/${name}/stat`, 'utf8').catch(() => '');
    const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
    children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
  }
  const found = [root];
  for (const id of found) found.push(...(children.get(id) ?? []));
  return found;
}
