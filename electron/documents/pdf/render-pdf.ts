// eslint-disable-next-line @typescript-eslint/triple-slash-reference -- whoever imports this file needs the declarations
/// <reference path="./pdfmake.d.ts" />
import pdfmake, {
  type AnchorNode,
  type ImageNode,
  type PageStart,
  type PdfDefinition,
  type SvgNode,
  type TextNode,
} from 'pdfmake/js/index.js';
import type { DocumentModel } from '../../../shared/documents/model';
import { breakLongBlocks } from '../layout/long-blocks';
import { page } from '../layout/look';
import { layOutDocument, type LaidOutPage } from '../layout/slide';
import type { Mark } from '../layout/marks';
import { featuresOf } from '../text/faces';
import { Typesetter } from '../text/typesetter';
import { bookmarksOf, slideAnchors, type Bookmark } from './bookmarks';
import { toSvg, type VectorMark } from './svg';

export interface RenderedPdf {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly pages: number;
}

/** A model laid out in pdfmake's own terms: what is left to do is pdfmake's work alone. */
export interface DefinedPdf {
  readonly definition: PdfDefinition;
  /** Font files by the names that the definition uses. */
  readonly fonts: ReadonlyMap<string, string>;
  readonly pages: number;
}

/**
 * Renders a model as PDF with the fonts of a directory. Equal models give equal bytes: the dates in the file are the
 * data's cut-off, and nothing depends on the machine's clock, zone or language.
 */
export async function renderPdf(
  model: DocumentModel,
  fontsDirectory: string,
  typesetter = new Typesetter(fontsDirectory),
): Promise<RenderedPdf> {
  const { definition, fonts, pages } = definePdf(model, typesetter);
  pdfmake.setFonts(
    Object.fromEntries(Array.from(fonts, ([name, path]) => [name, { normal: path }])),
  );
  pdfmake.setUrlAccessPolicy(() => false);
  const allowed = new Set(fonts.values());
  pdfmake.setLocalAccessPolicy((path) => allowed.has(path));
  const bytes = await pdfmake.createPdf(definition).getBuffer();
  return { bytes: new Uint8Array(bytes), pages };
}

/** Lays a model out, without making the file. */
export function definePdf(composed: DocumentModel, typesetter: Typesetter): DefinedPdf {
  const model = breakLongBlocks(composed, typesetter);
  const { pages } = layOutDocument(model, typesetter);
  return {
    definition: definitionOf(model, pages, typesetter),
    fonts: typesetter.faces.paths(),
    pages: pages.length,
  };
}

function definitionOf(
  model: DocumentModel,
  pages: readonly LaidOutPage[],
  typesetter: Typesetter,
): PdfDefinition {
  const moment = new Date(model.cutOff);
  const bookmarks = bookmarksOf(model.slides);
  const anchors = slideAnchors(model.slides);
  return {
    version: '1.7',
    language: model.language,
    displayTitle: true,
    info: {
      title: model.title,
      author: model.author,
      subject: model.subject,
      creator: 'Quarterdeck',
      producer: 'Quarterdeck',
      creationDate: moment,
      modDate: moment,
    },
    pageSize: { width: page.width, height: page.height },
    pageMargins: 0,
    defaultStyle: { font: 'Inter', fontSize: 10 },
    content: pages.flatMap((one, index) => [
      pageStart(index),
      ...(bookmarks[index] ?? []).map(anchorNode),
      ...pageContent(one, typesetter, anchors),
    ]),
  };
}

/** All shapes of a page are one SVG drawing, which stays vector in the file; text always stands over them. */
function pageContent(
  one: LaidOutPage,
  typesetter: Typesetter,
  anchors: ReadonlyMap<string, string>,
): PdfDefinition['content'] {
  const shapes = one.marks.filter(
    (mark): mark is VectorMark => mark.kind !== 'text' && mark.kind !== 'logo',
  );
  const drawing = { svg: toSvg(shapes), width: page.width, absolutePosition: { x: 0, y: 0 } };
  const texts = one.marks.flatMap((mark) =>
    mark.kind === 'text' ? textNodes(mark, typesetter, anchors) : [],
  );
  const logos = one.marks.flatMap((mark) => (mark.kind === 'logo' ? [logoNode(mark)] : []));
  return [drawing, ...logos, ...texts];
}

function pageStart(index: number): PageStart {
  return index === 0 ? { text: '' } : { text: '', pageBreak: 'before' };
}

function anchorNode({ id, words, parent }: Bookmark): AnchorNode {
  return {
    text: ' ',
    id,
    outline: true,
    outlineText: words,
    ...(parent === undefined ? {} : { outlineParentId: parent }),
    absolutePosition: { x: 0, y: 0 },
  };
}

function logoNode(mark: Extract<Mark, { kind: 'logo' }>): ImageNode | SvgNode {
  const { logo, width, height } = mark;
  const absolutePosition = { x: mark.x, y: mark.y };
  if (logo.type !== 'image/svg+xml')
    return { image: `data:${logo.type};base64,${logo.base64}`, width, height, absolutePosition };
  const svg = Buffer.from(logo.base64, 'base64').toString('utf8');
  return { svg, width, height, absolutePosition };
}

/** Each run stands by itself on the baseline, so a taller face beside it moves nothing. */
function textNodes(
  mark: Extract<Mark, { kind: 'text' }>,
  typesetter: Typesetter,
  anchors: ReadonlyMap<string, string>,
): TextNode[] {
  let { x } = mark;
  const anchor = anchors.get(mark.goTo ?? '');
  return typesetter.runs(mark.words, mark.weight).map((run) => {
    const node: TextNode = {
      text: run.text,
      font: run.face.name,
      fontSize: mark.size,
      fontFeatures: featuresOf(run.text, run.face.name),
      color: mark.color,
      noWrap: true,
      preserveLeadingSpaces: true,
      preserveTrailingSpaces: true,
      absolutePosition: { x, y: mark.baseline - run.face.ascent * mark.size },
      ...(anchor === undefined ? {} : { linkToDestination: anchor }),
    };
    x += run.face.widthOf(run.text) * mark.size;
    return node;
  });
}
