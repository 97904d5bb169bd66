import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import { inflateSync } from 'node:zlib';
import JSZip from 'jszip';

const run = promisify(execFile);
const fonts = path.resolve(__dirname, '..', '..', '..', 'resources', 'fonts');

/** Every byte of a PDF, the compressed streams inflated. */
export function inflatedPdf(bytes: Buffer): string {
  const text = bytes.toString('latin1');
  const streams = Array.from(text.matchAll(/stream\r?\n/g), ({ index, 0: mark }) => {
    const start = index + mark.length;
    const end = text.indexOf('endstream', start);
    try {
      return inflateSync(bytes.subarray(start, end)).toString('latin1');
    } catch {
      // A stream that is not compressed is in the text already.
      return '';
    }
  });
  return [text, ...streams].join('\n');
}

/** The words of a PDF, pages apart by a form feed. */
export async function pdfText(file: string): Promise<string> {
  const { stdout } = await run('pdftotext', ['-layout', file, '-'], { maxBuffer: 64_000_000 });
  return stdout;
}

/** A word on a page of a PDF, in points from its upper left corner. */
export interface WordBox {
  readonly words: string;
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
}

/** Every word of a PDF where it stands, by page. */
export async function wordBoxes(file: string): Promise<WordBox[][]> {
  const { stdout } = await run('pdftotext', ['-bbox', file, '-'], { maxBuffer: 64_000_000 });
  return stdout
    .split('<page ')
    .slice(1)
    .map((page) =>
      Array.from(
        page.matchAll(
          /<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)<\/word>/g,
        ),
        ([, left, top, right, bottom, words = '']) => ({
          words,
          left: Number(left),
          top: Number(top),
          right: Number(right),
          bottom: Number(bottom),
        }),
      ),
    );
}

/** Pairs of words that cover each other by more than the air that faces have above and below. */
export function overlapping(page: readonly WordBox[]): string[] {
  return page.flatMap((one, index) =>
    page.slice(index + 1).flatMap((other) => {
      const wide = Math.min(one.right, other.right) - Math.max(one.left, other.left);
      const high = Math.min(one.bottom, other.bottom) - Math.max(one.top, other.top);
      const least = Math.min(one.bottom - one.top, other.bottom - other.top);
      return wide > 1 && high > least * 0.3 ? [`${one.words} / ${other.words}`] : [];
    }),
  );
}

/** Every part of a presentation as text, those of the workbooks in it too. */
export async function unzipped(bytes: Uint8Array): Promise<string> {
  const zip = await JSZip.loadAsync(bytes);
  const parts = await Promise.all(
    Object.values(zip.files).map(async (file) => {
      if (file.dir) return '';
      const content = await file.async('uint8array');
      return file.name.endsWith('.xlsx')
        ? unzipped(content)
        : Buffer.from(content).toString('utf8');
    }),
  );
  return parts.join('\n');
}

/** Lets LibreOffice make a PDF of a presentation, with the fonts of the documents; gives the file. */
export async function convertToPdf(file: string, folder: string): Promise<string> {
  const place = await mkdtemp(path.join(folder, 'libreoffice-'));
  const settings = path.join(place, 'fonts.conf');
  await mkdir(path.join(place, 'cache'));
  await writeFile(
    settings,
    `<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig><dir>${fonts}</dir><dir>/usr/share/fonts</dir><cachedir>${path.join(place, 'cache')}</cachedir></fontconfig>`,
  );
  await run(
    'soffice',
    [
      `-env:UserInstallation=file://${path.join(place, 'profile')}`,
      ...['--headless', '--convert-to', 'pdf', '--outdir', place, file],
    ],
    { env: { ...process.env, HOME: place, FONTCONFIG_FILE: settings }, timeout: 120_000 },
  );
  return path.join(place, `${path.basename(file, '.pptx')}.pdf`);
}
