import { readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { runCommand } from '../end-to-end/support/command-line';
import { openLab } from '../integration/support/page';
import { atMost, median, type BenchResult } from './results';
import type { Bench } from './workspace';

const rounds = 3;
/** Seconds that somebody waits once, after an update. */
const limit = 30;

/** A later version in which every partner has a country: each record has to be brought along. */
const later = {
  module: /records[\\/]partners[\\/]partner\.ts$/,
  edit: (text: string): string =>
    text.replace(
      'version: 1,',
      `version: 2,
      upgrades: [{
        words: 'Partners without a country say so',
        upgrade: (values) => (values.country === undefined ? { ...values, country: 'unknown' } : values),
      }],`,
    ),
};

/** The large workspace opened by another version: the verified snapshot before, and 50,000 partners brought along. */
export async function measureMigrate({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  const profile = await agency.copyProfile();
  const opened = async (): Promise<number> => {
    const started = performance.now();
    const { code, stdout, stderr } = await runCommand(['status', '--profile', profile, '--json'], {
      environment: agency.environment,
    });
    if (code !== 0) throw new Error(`status failed: ${stdout}${stderr}`);
    return (performance.now() - started) / 1_000;
  };
  const marker = path.join(profile, 'safety', 'marker.json');
  const [usual, kept]: [number[], number[]] = [[], []];
  await opened();
  for (let round = 0; round < rounds; round += 1) {
    usual.push(await opened());
    const known = JSON.parse(await readFile(marker, 'utf8')) as object;
    await writeFile(marker, JSON.stringify({ ...known, schema: 0 }));
    await rm(path.join(profile, 'safety', 'snapshots'), { recursive: true, force: true });
    kept.push(await opened());
    say(
      `opened in ${(usual.at(-1) ?? 0).toFixed(1)} s, ${(kept.at(-1) ?? 0).toFixed(1)} s after a snapshot`,
    );
  }
  const lab = await openLab({ profile, later });
  const upgraded = await lab.page.evaluate(async () => {
    const started = performance.now();
    await window.lab.coreCounts();
    return (performance.now() - started) / 1_000;
  });
  await lab.close();
  const yardstick = { name: 'the same version', value: median(usual), unit: 's' };
  const value = median(kept);
  return [
    {
      ...atMost('status by another version, snapshot first', value, 's', limit),
      yardstick,
      ratio: value / yardstick.value,
    },
    atMost('50,000 partners brought to another version', upgraded, 's', limit),
  ];
}
