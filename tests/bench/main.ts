import { writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { measureBackup } from './backup';
import { measureCrashes } from './crash';
import { measureImport } from './import';
import { measureIngest } from './ingest';
import { measureList } from './list';
import { measureMemory } from './memory';
import { measureMigrate } from './migrate';
import { measurePalette } from './palette';
import { measurePdf } from './pdf';
import { measurePresentation } from './presentation';
import { measurePreview } from './preview';
import { measureQuestions } from './questions';
import { measureRecordsList } from './records-list';
import { table, type BenchResult } from './results';
import { measureStart } from './start';
import { measureNothingNew, measureSync } from './sync';
import { measureTyping } from './typing';
import { prepareAgency, type Bench, type BenchAgency } from './workspace';

/** Groups of figures by the name that `--only` takes. */
const measures: Readonly<Record<string, (bench: Bench) => Promise<readonly BenchResult[]>>> = {
  ingest: measureIngest,
  sync: measureSync,
  questions: measureQuestions,
  start: measureStart,
  import: measureImport,
  list: measureList,
  'records-list': measureRecordsList,
  palette: measurePalette,
  typing: measureTyping,
  preview: measurePreview,
  pdf: measurePdf,
  presentation: measurePresentation,
  memory: measureMemory,
  unchanged: measureNothingNew,
  backup: measureBackup,
  migrate: measureMigrate,
  crash: measureCrashes,
};

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { json: { type: 'string' }, only: { type: 'string' } },
  });
  const names = values.only?.split(',') ?? Object.keys(measures);
  const unknown = names.filter((name) => !Object.hasOwn(measures, name));
  if (unknown.length > 0) {
    throw new Error(
      `There is no measure ${unknown.join(', ')}; there are ${Object.keys(measures).join(', ')}.`,
    );
  }
  const agencies = new Map<'large' | 'small', Promise<BenchAgency>>();
  const agency = (size: 'large' | 'small'): Promise<BenchAgency> => {
    const known = agencies.get(size);
    if (known) return known;
    say(`preparing the ${size} agency`);
    const made = prepareAgency(size);
    agencies.set(size, made);
    return made;
  };
  const bench: Bench = { large: () => agency('large'), small: () => agency('small'), say };
  const results: BenchResult[] = [];
  try {
    for (const name of names) {
      say(`measuring ${name}`);
      results.push(...((await measures[name]?.(bench)) ?? []));
      if (values.json !== undefined) {
        await writeFile(values.json, `${JSON.stringify({ results }, null, 2)}\n`);
      }
    }
  } finally {
    for (const made of agencies.values())
      await made.then((one) => one.close()).catch(() => undefined);
  }
  process.stdout.write(`${table(results)}\n`);
}

function say(words: string): void {
  process.stderr.write(`bench: ${words}\n`);
}

main().catch((thrown: unknown) => {
  process.stderr.write(
    `${thrown instanceof Error ? (thrown.stack ?? thrown.message) : String(thrown)}\n`,
  );
  process.exitCode = 1;
});
