// Loaded before the other, it keeps the library from starting a worker of its own: this one is apart already.
import 'pdfjs-dist/legacy/build/pdf.worker.mjs';
import * as pdf from 'pdfjs-dist/legacy/build/pdf.mjs';
import type { FileAnswer, FileRequest, FileTask, FoundFor } from './file-requests';

/*
 * Reads files that people attached: their text for search, and the pages of a PDF as pictures. Such a file may be made to
 * do harm or simply be endless, so it is read here, apart from the window, and whoever asks ends this worker when it takes
 * too long. Nothing in a file is ever run: no scripts, no forms, no requests but for the fonts that come with the product.
 */

/** Fonts that a PDF may name without holding them. */
const fonts: Readonly<Record<string, string>> = import.meta.glob(
  '../../../node_modules/pdfjs-dist/standard_fonts/*.{pfb,ttf}',
  { query: '?url', import: 'default', eager: true },
);

class Fonts {
  async fetch({ filename }: { readonly filename: string }): Promise<Uint8Array> {
    const [, address] = Object.entries(fonts).find(([path]) => path.endsWith(`/${filename}`)) ?? [];
    if (address === undefined) throw new Error(`No font ${filename}`);
    const answer = await fetch(new URL(address, import.meta.url));
    return new Uint8Array(await answer.arrayBuffer());
  }
}

interface DrawnCanvas {
  canvas: OffscreenCanvas | null;
  context: OffscreenCanvasRenderingContext2D | null;
}

class Canvases {
  create(width: number, height: number): DrawnCanvas {
    const canvas = new OffscreenCanvas(width, height);
    return { canvas, context: canvas.getContext('2d') };
  }
  reset({ canvas }: DrawnCanvas, width: number, height: number): void {
    if (canvas !== null) Object.assign(canvas, { width, height });
  }
  destroy(drawn: DrawnCanvas): void {
    Object.assign(drawn, { canvas: null, context: null });
  }
}

/** Filters are made of elements of a page, of which there is none here; few files ask for one. */
class Filters {
  addFilter(): string {
    return 'none';
  }
  addHCMFilter(): string {
    return 'none';
  }
  addAlphaFilter(): string {
    return 'none';
  }
  addLuminosityFilter(): string {
    return 'none';
  }
  addHighlightHCMFilter(): string {
    return 'none';
  }
  destroy(): void {
    // Nothing was made.
  }
}

function openPdf(data: ArrayBuffer): Promise<pdf.PDFDocumentProxy> {
  return pdf.getDocument({
    data: new Uint8Array(data),
    CanvasFactory: Canvases,
    FilterFactory: Filters,
    StandardFontDataFactory: Fonts,
    useWorkerFetch: false,
    disableFontFace: true,
    useSystemFonts: false,
    isEvalSupported: false,
    enableXfa: false,
    verbosity: pdf.VerbosityLevel.ERRORS,
  }).promise;
}

async function pdfText(data: ArrayBuffer, most: number): Promise<string> {
  const document = await openPdf(data);
  let text = '';
  for (let number = 1; number <= document.numPages && text.length < most; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : ' ');
    text += '\n';
    page.cleanup();
  }
  return text.slice(0, most);
}

/** Text of a file without a format: UTF-8, or UTF-16 where it says so, or else the old code page of Windows. */
function plainText(data: ArrayBuffer, most: number): string {
  // Four bytes are the most that one character takes.
  const bytes = new Uint8Array(data).subarray(0, most * 4);
  const [first, second] = bytes;
  if (first === 0xff && second === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (first === 0xfe && second === 0xff) return new TextDecoder('utf-16be').decode(bytes);
  try {
    // A character that was cut in two at the end is no fault of the file.
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes, { stream: true });
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

let shown: pdf.PDFDocumentProxy | null = null;

async function drawPage(number: number, width: number): Promise<ImageBitmap> {
  if (shown === null) throw new Error('No file is open.');
  const page = await shown.getPage(number);
  const { width: own } = page.getViewport({ scale: 1 });
  const viewport = page.getViewport({ scale: width / own });
  const canvas = new OffscreenCanvas(Math.round(viewport.width), Math.round(viewport.height));
  const context = canvas.getContext('2d', { alpha: false });
  if (context === null) throw new Error('Nothing can be drawn.');
  // The library draws on any such context; its typings know those of a page only.
  const canvasContext = context as unknown as CanvasRenderingContext2D;
  await page.render({ canvasContext, viewport }).promise;
  page.cleanup();
  return canvas.transferToImageBitmap();
}

async function answer(request: FileRequest): Promise<FoundFor<FileTask['task']>> {
  switch (request.task) {
    case 'text': {
      const { bytes, mediaType, most } = request;
      const isPdf = mediaType === 'application/pdf';
      return { text: isPdf ? await pdfText(bytes, most) : plainText(bytes, most).slice(0, most) };
    }
    case 'open':
      shown = await openPdf(request.bytes);
      return { pages: shown.numPages };
    case 'page':
      return { bitmap: await drawPage(request.page, request.width) };
  }
}

function send(message: FileAnswer, transfer: Transferable[] = []): void {
  self.postMessage(message, { transfer });
}

self.addEventListener('message', ({ data }: MessageEvent<FileRequest | { task?: never }>) => {
  // The library's own messages pass here, too.
  if (data.task === undefined) return;
  const { id } = data;
  answer(data).then(
    (found) => {
      send({ id, found }, 'bitmap' in found ? [found.bitmap] : []);
    },
    (thrown: unknown) => {
      send({ id, failed: thrown instanceof Error ? thrown.message : String(thrown) });
    },
  );
});
