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
