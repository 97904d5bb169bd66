import path from 'node:path';
import { _electron, type ElectronApplication } from '@playwright/test';
import { quarterKey, startOfMonth, utcDay } from '../../shared/kernel/days';
import type { DocumentModel, Slide } from '../../shared/documents/model';
import {
  chromiumSwitches,
  makeWorkspace,
  packagedExecutable,
} from '../end-to-end/support/command-line';
import { openBenchLab } from './bench-lab';

/** The client with the most programs, in three markets and two currencies. */
export const longReviewClient = 'Nordlicht Outdoor';

/** Slides of the review that is measured. */
export const longReviewSlides = 30;

/** The model of a review of thirty slides, from the figures of a profile. */
export async function composeLongReview(profile: string): Promise<DocumentModel> {
  const quarter = quarterKey(startOfMonth(utcDay(Date.now())) - 92);
  const lab = await openBenchLab(profile);
  try {
    const model = await lab.page.evaluate((asked) => window.benchLab.composeReview(...asked), [
      longReviewClient,
      quarter,
    ] as const);
    return longReview(model);
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
    { length: longReviewSlides - 1 },
    (_, index) => ordered[index % ordered.length],
  );
  return { ...model, slides: [cover, ...repeated.filter((slide) => slide !== undefined)] };
}

/** The packaged application, to have its documents process make files. */
export interface DocumentsHouse {
  readonly fontsDirectory: string;
  /** Milliseconds in which the application's own process makes a file of the model. */
  readonly timeFile: (model: DocumentModel, format: 'pdf' | 'pptx') => Promise<number>;
  /** Milliseconds from the start of a utility process until it has answered the request with a file. */
  readonly timeProcess: (modulePath: string, request: unknown) => Promise<number>;
  readonly close: () => Promise<void>;
}

/** Opens the packaged application over an empty profile. */
export async function openDocumentsHouse(): Promise<DocumentsHouse> {
  const workspace = await makeWorkspace();
  const application = await _electron.launch({
    executablePath: packagedExecutable('inspect'),
    args: [...chromiumSwitches(), '--profile', workspace.profile],
  });
  await application.firstWindow();
  const home = await application.evaluate(({ app }) => app.getAppPath());
  const fontsDirectory = path.join(home, 'resources', 'fonts');
  const product = path.join(home, 'dist', 'processes', 'documents.js');
  return {
    fontsDirectory,
    timeFile: (model, format) =>
      timeProcess(application, product, { id: 1, model, fontsDirectory, formats: [format] }),
    timeProcess: (modulePath, request) => timeProcess(application, modulePath, request),
    close: async () => {
      await application.close();
      await workspace.remove();
    },
  };
}

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
