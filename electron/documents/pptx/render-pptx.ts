import PptxGenJS from 'pptxgenjs';
import type { DocumentModel, Slide } from '../../../shared/documents/model';
import { Canvas } from '../layout/canvas';
import { coverLines } from '../layout/cover';
import { contentWidth, ink, margin, muted, page } from '../layout/look';
import { breakLongBlocks } from '../layout/long-blocks';
import { placeContent, titlePlace } from '../layout/placing';
import { footLines } from '../layout/slide';
import { cleanLine } from '../text/runs';
import { Typesetter } from '../text/typesetter';
import { addBlock } from './blocks';
import { addChart } from './chart';
import type { ChartSpec } from './chart-spec';
import type { SlideContext } from './context';
import { defineMasters, masterNames } from './masters';
import { notesOf } from './notes';
import { finishPackage } from './package';
import { lineBox, plainBox, textRuns } from './text';
import { inches } from './units';

export interface RenderedPptx {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

/**
 * Renders a model as a presentation with titles that are titles, tables and charts that can be edited, and what stands
 * behind the figures in the notes. Equal models give equal bytes.
 */
export async function renderPptx(
  composed: DocumentModel,
  fontsDirectory: string,
  typesetter = new Typesetter(fontsDirectory),
): Promise<RenderedPptx> {
  const model = breakLongBlocks(composed, typesetter);
  const charts: ChartSpec[] = [];
  const pptx = new PptxGenJS();
  pptx.defineLayout({
    name: 'slides',
    width: inches(page.width),
    height: inches(page.height),
  });
  pptx.layout = 'slides';
  pptx.title = cleanLine(model.title);
  pptx.subject = cleanLine(model.subject);
  pptx.author = cleanLine(model.author);
  pptx.company = cleanLine(model.author);
  defineMasters(pptx, model, new Canvas(typesetter, model.theme, ''));
  const numbers = new Map(model.slides.map(({ id }, index) => [id, index + 1]));
  let section: string | null = null;
  for (const one of model.slides) {
    const name = cleanLine(one.section ?? '');
    if (name !== '' && name !== section) pptx.addSection({ title: name });
    if (name !== '') section = name;
    const slide = pptx.addSlide({
      masterName: masterNames[one.layout],
      ...(section === null ? {} : { sectionTitle: section }),
    });
    const context: SlideContext = {
      slide,
      canvas: new Canvas(typesetter, model.theme, one.id),
      language: model.language,
      numberOf: (id) => numbers.get(id),
      charts,
    };
    if (one.layout === 'cover') addCover(context, one);
    else addContent(context, one);
    slide.addNotes(notesOf(one));
  }
  const written = await pptx.write({ outputType: 'uint8array' });
  if (!(written instanceof Uint8Array)) throw new Error('The presentation has no bytes');
  return { bytes: await finishPackage(written, model, charts), pages: model.slides.length };
}

function addContent(context: SlideContext, one: Slide): void {
  const { slide, canvas, language } = context;
  const { title, blocks } = placeContent(canvas, one);
  slide.addText(
    title.flatMap((line, index) => {
      const style = { size: titlePlace.size, weight: 600, color: ink } as const;
      const words = index < title.length - 1 ? `${line} ` : line;
      const runs = textRuns(words, style, language, { lineSpacing: titlePlace.leading });
      const [first] = runs;
      if (first && index > 0) first.options = { ...first.options, softBreakBefore: true };
      return runs;
    }),
    { placeholder: 'title' },
  );
  const part = canvas.typesetter.fit(one.part, 600, 9.5, contentWidth);
  slide.addText(textRuns(part, { size: 9.5, weight: 600, color: canvas.accentInk }, language), {
    ...lineBox({ x: margin.left, baseline: titlePlace.part, width: contentWidth, leading: 13 }),
    ...plainBox,
    lineSpacing: 13,
    objectName: 'Part',
  });
  for (const placed of blocks) addBlock(context, placed);
  const lines = footLines(canvas, one);
  if (lines.length === 0) return;
  slide.addText(textRuns(lines.join(' '), { size: 8, weight: 400, color: muted }, language), {
    ...lineBox({
      x: margin.left,
      baseline: 500 - (lines.length - 1) * 11,
      width: contentWidth + 2,
      leading: 11,
      lines: lines.length,
    }),
    ...plainBox,
    lineSpacing: 11,
    objectName: 'Source',
  });
}

function addCover(context: SlideContext, one: Slide): void {
  const { slide, canvas, language } = context;
  const cover = coverLines(canvas, one);
  const [title, ...rest] = cover.texts;
  slide.addText(
    textRuns(one.title === '' ? ' ' : cover.title.words, cover.title, language, {
      lineSpacing: cover.title.leading,
    }),
    { placeholder: 'title' },
  );
  for (const text of title === undefined ? [] : [title, ...rest]) {
    slide.addText(textRuns(text.words, text, language), {
      ...lineBox({ ...text, leading: text.size * 1.3 }),
      ...plainBox,
      objectName: text.name,
    });
  }
  for (const { block, box } of cover.charts) addChart(context, block, box);
}
