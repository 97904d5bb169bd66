import pdfmake, { type PdfDefinition } from 'pdfmake/js/index.js';

/** What the yardstick is asked: pages in pdfmake's own terms, and the font files that they name. */
export interface BarePdfRequest {
  readonly definition: PdfDefinition;
  readonly fonts: readonly (readonly [string, string])[];
}

/* A yardstick: pdfmake alone, in a utility process as the application has one. Answers with the file's bytes. */
process.parentPort.on('message', ({ data }: { data: unknown }) => {
  // The bench is the only one who asks, with exactly this.
  const { definition, fonts } = data as BarePdfRequest;
  pdfmake.setFonts(Object.fromEntries(fonts.map(([name, path]) => [name, { normal: path }])));
  pdfmake.setUrlAccessPolicy(() => false);
  pdfmake.setLocalAccessPolicy(() => true);
  void pdfmake
    .createPdf(definition)
    .getBuffer()
    .then((bytes) => process.parentPort.postMessage({ bytes: new Uint8Array(bytes) }));
});
