import { createHash, randomBytes } from 'node:crypto';
import { cp, mkdir, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { startCommand, type CommandEnd } from '../end-to-end/support/command-line';
import { shareOfAll } from './memory';
import { atMost, median, type BenchResult } from './results';
import type { Bench } from './workspace';

const rounds = 3;
const passphrase = 'four words that fit';
/** Kept files beside the records: as an agency has after a few years. */
const keptFiles = 40;
const bytesEach = 5_000_000;
const sampleMilliseconds = 200;

interface MeasuredCommand extends CommandEnd {
  readonly seconds: number;
  /** The most memory of all its processes at one moment, MiB. */
  readonly megabytes: number;
}

/** Backup and verified restore of the large workspace with 200 MB of kept files; `cp` of the same bytes beside them. */
export async function measureBackup({ large, say }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  const profile = await agency.copyProfile();
  const documents = path.join(profile, 'documents');
  await mkdir(documents, { recursive: true });
  await fillDocuments(documents);
  const file = path.join(profile, 'desk.qdbackup');
  const environment = { ...agency.environment, QUARTERDECK_PASSPHRASE: passphrase };
  const run = (words: readonly string[]): Promise<MeasuredCommand> => measured(words, environment);
  const figures: Record<'backup' | 'restore' | 'copy' | 'memory', number[]> = {
    backup: [],
    restore: [],
    copy: [],
    memory: [],
  };
  let megabytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const written = await run(['backup', file, '--profile', profile, '--json']);
    megabytes = (await stat(file)).size / 1e6;
    const started = performance.now();
    await cp(file, `${file}.copy`);
    figures.copy.push((performance.now() - started) / 1_000);
    const other = `${profile}-restored-${round}`;
    const restored = await run(['restore', file, '--profile', other, '--json']);
    figures.backup.push(written.seconds);
    figures.restore.push(restored.seconds);
    figures.memory.push(Math.max(written.megabytes, restored.megabytes));
    say(
      `backup ${written.seconds.toFixed(1)} s, restore ${restored.seconds.toFixed(1)} s, ${megabytes.toFixed(0)} MB`,
    );
  }
  // Fifty megabytes a second or ten seconds, whichever is slower.
  const limit = Math.max(10, megabytes / 50);
  const yardstick = { name: 'cp of the file', value: median(figures.copy), unit: 's' };
  const timed = (name: 'backup' | 'restore'): BenchResult => {
    const value = median(figures[name]);
    const words = `${name} of the large workspace, ${megabytes.toFixed(0)} MB`;
    return { ...atMost(words, value, 's', limit), yardstick, ratio: value / yardstick.value };
  };
  return [
    timed('backup'),
    timed('restore'),
    atMost('most memory while backing up or restoring', median(figures.memory), 'MiB', 1_200),
  ];
}

async function fillDocuments(folder: string): Promise<void> {
  for (let count = 0; count < keptFiles; count += 1) {
    const bytes = randomBytes(bytesEach);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    await writeFile(path.join(folder, `${sha256}.file`), bytes);
  }
}

async function measured(
  words: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<MeasuredCommand> {
  const started = performance.now();
  const { child, ended } = startCommand(words, { environment });
  let megabytes = 0;
  const timer = setInterval(() => {
    const { pid } = child;
    if (pid === undefined || process.platform !== 'linux') return;
    void shareOfAll(pid).then((now) => {
      megabytes = Math.max(megabytes, now);
    });
  }, sampleMilliseconds);
  const end = await ended.finally(() => clearInterval(timer));
  if (end.code !== 0) throw new Error(`${words[0] ?? ''} failed: ${end.stdout}${end.stderr}`);
  return { ...end, seconds: (performance.now() - started) / 1_000, megabytes };
}
