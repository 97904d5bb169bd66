import JSZip from 'jszip';
import type { DocumentModel } from '../../../shared/documents/model';
import { chartXml } from './chart-xml';
import type { ChartSpec } from './chart-spec';
import { sheetXml, stylesXml } from './sheet-xml';
import { repairPart, themeXml } from './repair';

/** The day that every file in the package has: the first that a zip can hold, whatever the clock and the zone say. */
const zipDate = new Date(Date.UTC(1980, 0, 1));

/**
 * Makes the package that was written into the one that is kept: our charts in place of its, counted from one; dates of
 * the data; no part named that isn't there; files in one order. Equal models give equal bytes.
 */
export async function finishPackage(
  written: Uint8Array,
  model: DocumentModel,
  charts: readonly ChartSpec[],
): Promise<Uint8Array<ArrayBuffer>> {
  const source = await JSZip.loadAsync(written);
  const names = Object.values(source.files)
    .filter(({ dir }) => !dir)
    .map(({ name }) => name);
  const rename = chartNames(names);
  const parts = new Map<string, string | Uint8Array>();
  for (const name of names) {
    const file = source.file(name);
    if (file === null) continue;
    const kept = rename(name);
    const chart = /^ppt\/charts\/chart(\d+)\.xml$/.exec(kept);
    const sheet = /^ppt\/embeddings\/.*?(\d+)\.xlsx$/.exec(kept);
    const spec = charts[Number(chart?.[1] ?? sheet?.[1] ?? 0) - 1];
    if (chart && spec) parts.set(kept, chartXml(spec));
    else if (sheet && spec)
      parts.set(kept, await workbook(await file.async('uint8array'), spec, model));
    else if (/\.(xml|rels)$/.test(name)) parts.set(kept, rename(await file.async('string')));
    else parts.set(kept, await file.async('uint8array'));
  }
  for (const [name, part] of parts) {
    if (typeof part !== 'string') continue;
    const repaired = repairPart(name, part, model, (other) => parts.has(other));
    parts.set(name, name === 'ppt/theme/theme1.xml' ? themeXml(repaired, model) : repaired);
  }
  return pack(parts);
}

/** The writer counts charts over all documents of its process; a document's own begin at one. */
function chartNames(names: readonly string[]): (text: string) => string {
  const numbers = names
    .flatMap((name) => /^ppt\/charts\/chart(\d+)\.xml$/.exec(name)?.[1] ?? [])
    .map(Number)
    .sort((a, b) => a - b);
  const places = new Map(numbers.map((number, index) => [String(number), String(index + 1)]));
  return (text) =>
    text.replace(
      /(charts\/(?:_rels\/)?chart|Microsoft_Excel_Worksheet)(\d+)\.(xml|xlsx)/g,
      (_, before: string, number: string, end: string) =>
        `${before}${places.get(number) ?? number}.${end}`,
    );
}

async function workbook(
  written: Uint8Array,
  spec: ChartSpec,
  model: DocumentModel,
): Promise<Uint8Array> {
  const source = await JSZip.loadAsync(written);
  const parts = new Map<string, string | Uint8Array>();
  for (const { name, dir } of Object.values(source.files)) {
    const file = source.file(name);
    // The list of strings and the table belong to the sheet that ours replaces.
    if (dir || file === null || /sharedStrings|xl\/tables|worksheets\/_rels/.test(name)) continue;
    if (name === 'xl/worksheets/sheet1.xml') parts.set(name, sheetXml(spec));
    else if (name === 'xl/styles.xml') parts.set(name, stylesXml(spec));
    else parts.set(name, await file.async('string'));
  }
  for (const [name, part] of parts) {
    if (typeof part === 'string')
      parts.set(
        name,
        repairPart(name, part, model, (other) => parts.has(other)),
      );
  }
  return pack(parts);
}

async function pack(
  parts: ReadonlyMap<string, string | Uint8Array>,
): Promise<Uint8Array<ArrayBuffer>> {
  const zip = new JSZip();
  for (const name of new Set(['[Content_Types].xml', ...[...parts.keys()].sort()])) {
    const part = parts.get(name);
    if (part !== undefined) zip.file(name, part, { date: zipDate, createFolders: false });
  }
  const bytes = await zip.generateAsync({
    type: 'uint8array',
    compression: 'DEFLATE',
    compressionOptions: { level: 6 },
    platform: 'DOS',
  });
  return new Uint8Array(bytes);
}
