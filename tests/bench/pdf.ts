import path from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { definePdf } from '../../electron/documents/pdf/render-pdf';
import { Typesetter } from '../../electron/documents/text/typesetter';
import { quarterKey, startOfMonth, utcDay } from '../../shared/kernel/days';
import type { DocumentModel, Slide } from '../../shared/documents/model';
import {
  chromiumSwitches,
  makeWorkspace,
  packagedExecutable,
} from '../end-to-end/support/command-line';
import { openBenchLab } from './bench-lab';
import { atMost, atMostTimes, median, type BenchResult } from './results';
import type { Bench } from './workspace';

/** The client with the most programs, in three markets and two currencies. */
const client = 'Nordlicht Outdoor';
const slides = 30;
const rounds = 5;

/** A review of thirty slides with vector charts, beside pdfmake alone on the same pages; and as a presentation. */
export async function measurePdf({ large }: Bench): Promise<readonly BenchResult[]> {
  const agency = await large();
  const model = longReview(await composeReview(agency.profile));
  const workspace = await makeWorkspace();
  const application = await _electron.launch({
    executablePath: packagedExecutable('inspect'),
    args: [...chromiumSwitches(), '--profile', workspace.profile],
  });
  try {
    await application.firstWindow();
    const home = await application.evaluate(({ app }) => app.getAppPath());
    const fontsDirectory = path.join(home, 'resources', 'fonts');
    const product = path.join(home, 'dist', 'processes', 'documents.js');
    const request = (formats: readonly string[]) => ({ id: 1, model, fontsDirectory, formats });

    const own = path.join(__dirname, '..', '..', 'resources', 'fonts');
    const { definition, fonts } = definePdf(model, new Typesetter(own));
    const bare = path.join(path.dirname(process.argv[1] ?? ''), 'bare-pdf.cjs');
    const bareRequest = {
      definition,
      fonts: [...fonts].map(([name, file]) => [
        name,
        path.join(fontsDirectory, path.relative(own, file)),
      ]),
    };
    const times: [number[], number[], number[]] = [[], [], []];
    for (let round = 0; round < rounds; round += 1) {
      times[0].push(await timeProcess(application, product, request(['pdf'])));
      times[1].push(await timeProcess(application, bare, bareRequest));
      times[2].push(await timeProcess(application, product, request(['pptx'])));
    }
    const yardstick = { name: 'pdfmake alone', value: median(times[1]), unit: 'ms' };
    return [
      atMostTimes(`review of ${slides} slides to PDF`, median(times[0]), 'ms', yardstick, 2),
      atMost(`review of ${slides} slides to PowerPoint`, median(times[2]), 'ms', 5_000),
    ];
  } finally {
    await application.close();
    await workspace.remove();
  }
}

/** Milliseconds from the start of a utility process until it has answered the request with a file. */
function timeProcess(
  application: ElectronApplication,
  modulePath: string,
  request: unknown,
): Promise<number> {
  return application.evaluate(
    ({ utilityProcess }, asked) =>
      new Promise<number>((resolve, reject) => {
        const begun = performance.now();
        const child = utilityProcess.fork(asked.modulePath, [], { stdio: 'inherit' });
        child.once('spawn', () => child.postMessage(asked.request));
        child.once('exit', (code) => reject(new Error(`The process ended with code ${code}.`)));
        child.once('message', (answer: { bytes?: Uint8Array; files?: { bytes: Uint8Array }[] }) => {
          const milliseconds = performance.now() - begun;
          child.kill();
          const bytes = answer.bytes ?? answer.files?.[0]?.bytes;
          if ((bytes?.byteLength ?? 0) > 10_000) resolve(milliseconds);
          else reject(new Error(`No file was made: ${JSON.stringify(answer).slice(0, 2_000)}`));
        });
      }),
    { modulePath, request },
  );
}

async function composeReview(profile: string): Promise<DocumentModel> {
  const quarter = quarterKey(startOfMonth(utcDay(Date.now())) - 92);
  const lab = await openBenchLab(profile);
  try {
    return await lab.page.evaluate((asked) => window.benchLab.composeReview(...asked), [
      client,
      quarter,
    ] as const);
  } finally {
    await lab.close();
  }
}

/** The review's own slides again and again, those with a chart first, up to the number that is measured. */
function longReview(model: DocumentModel): DocumentModel {
  const hasChart = ({ rows }: Slide): boolean =>
    rows.some(({ cells }) => cells.some(({ block }) => block.kind === 'chart'));
  const [cover, ...rest] = model.slides;
  if (cover === undefined || !rest.some(hasChart)) throw new Error('The review has no chart.');
  const ordered = [...rest.filter(hasChart), ...rest.filter((slide) => !hasChart(slide))];
  const repeated = Array.from(
    { length: slides - 1 },
    (_, index) => ordered[index % ordered.length],
  );
  return { ...model, slides: [cover, ...repeated.filter((slide) => slide !== undefined)] };
}
