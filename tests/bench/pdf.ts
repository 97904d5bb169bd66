import path from 'node:path';
import { definePdf } from '../../electron/documents/pdf/render-pdf';
import { Typesetter } from '../../electron/documents/text/typesetter';
import { composeLongReview, longReviewSlides, openDocumentsHouse } from './long-review';
import { atMostTimes, median, type BenchResult } from './results';
import type { Bench } from './workspace';

const rounds = 5;

/** A review of thirty slides with vector charts, beside pdfmake alone on the same pages. */
export async function measurePdf({ large }: Bench): Promise<readonly BenchResult[]> {
  const model = await composeLongReview((await large()).profile);
  const house = await openDocumentsHouse();
  try {
    const own = path.join(__dirname, '..', '..', 'resources', 'fonts');
    const { definition, fonts } = definePdf(model, new Typesetter(own));
    const bare = path.join(path.dirname(process.argv[1] ?? ''), 'bare-pdf.cjs');
    const bareRequest = {
      definition,
      fonts: [...fonts].map(([name, file]) => [
        name,
        path.join(house.fontsDirectory, path.relative(own, file)),
      ]),
    };
    const [whole, yardsticks]: [number[], number[]] = [[], []];
    for (let round = 0; round < rounds; round += 1) {
      whole.push(await house.timeFile(model, 'pdf'));
      yardsticks.push(await house.timeProcess(bare, bareRequest));
    }
    const yardstick = { name: 'pdfmake alone', value: median(yardsticks), unit: 'ms' };
    const name = `review of ${longReviewSlides} slides to PDF`;
    return [atMostTimes(name, median(whole), 'ms', yardstick, 2)];
  } finally {
    await house.close();
  }
}
