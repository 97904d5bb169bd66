import { packagedExecutable } from '../end-to-end/support/command-line';
import { atMost, atMostTimes, median, type BenchResult } from './results';
import { makeEmptyApplication, openWindow, type WindowApplication } from './windows';
import type { Bench, BenchAgency } from './workspace';

const rounds = 10;

/** From the start of the process to the portfolio's figures on the screen, beside an empty page by the same means. */
export async function measureStart({ large, small, say }: Bench): Promise<readonly BenchResult[]> {
  const whole = deskOf(await large());
  const tenth = deskOf(await small());
  const empty = await makeEmptyApplication();
  try {
    const times: Record<'whole' | 'tenth' | 'empty', number[]> = {
      whole: [],
      tenth: [],
      empty: [],
    };
    // The first start of each writes caches that every later one reads, as on a user's machine.
    await startOnce(whole, 'portfolio:painted');
    await startOnce(tenth, 'portfolio:painted');
    await startOnce(empty, 'first-contentful-paint');
    for (let round = 0; round < rounds; round += 1) {
      times.empty.push(await startOnce(empty, 'first-contentful-paint'));
      times.whole.push(await startOnce(whole, 'portfolio:painted'));
      times.tenth.push(await startOnce(tenth, 'portfolio:painted'));
    }
    for (const [name, list] of Object.entries(times)) {
      say(`start, ${name}: ${list.map((time) => time.toFixed(0)).join(' ')} ms`);
    }
    const name = 'an empty page';
    const yardstick = { name, value: median(times.empty), unit: 'ms' };
    const value = median(times.whole);
    return [
      atMostTimes('start to portfolio figures, 100 % of the data', value, 'ms', yardstick, 1.5),
      atMost('start, slope from 10 % to 100 % of the data', value - median(times.tenth), 'ms', 150),
    ];
  } finally {
    await empty.remove();
  }
}

/** The packaged application over an agency's synced profile. */
export function deskOf({ profile, environment }: BenchAgency): WindowApplication {
  return { executable: packagedExecutable('inspect'), profile, environment };
}

async function startOnce(application: WindowApplication, entry: string): Promise<number> {
  const window = openWindow(application);
  try {
    return await window.reached(entry);
  } finally {
    await window.close();
  }
}
