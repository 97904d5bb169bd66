import { replaceFile } from '../files';
import { writeWorkbook } from '../tables/broker';
import { eachPage, type ReadPage } from './export-file';

/** Writes a workbook with a sheet for each kind of which there is anything; gives the number of rows. */
export async function writeAllAsWorkbook(
  path: string,
  kinds: readonly string[],
  readPageOf: (kind: string) => ReadPage,
  signal: AbortSignal,
): Promise<number> {
  let rows = 0;
  await replaceFile(path, (write) =>
    writeWorkbook(write, signal, async (workbook) => {
      for (const [at, kind] of kinds.entries()) {
        rows += await eachPage(readPageOf(kind), async (page, isFirst) => {
          const isNeeded = page.rows.length > 0 || page.next !== null || kinds.length === 1;
          if (isFirst && (isNeeded || (rows === 0 && at === kinds.length - 1))) {
            await workbook.sheet(kind, page.columns);
          }
          if (page.rows.length > 0) await workbook.rows(page.rows);
        });
      }
    }),
  );
  return rows;
}
