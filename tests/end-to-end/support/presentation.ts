import { readFile } from 'node:fs/promises';
import { openPackage } from '../../unit/documents/support/pptx-package';

/** A presentation as its XML says it, slide by slide. */
export interface PresentedSlide {
  /** All words on the slide, text boxes and tables. */
  readonly words: string;
  /** Rows of its native tables, cell by cell. */
  readonly rows: readonly (readonly string[])[];
  readonly tables: number;
  readonly charts: number;
  readonly pictures: number;
  readonly notes: string;
}

/** Opens a presentation; every slide must be there with its notes. */
export async function openPresentation(file: string): Promise<PresentedSlide[]> {
  const parts = await openPackage(await readFile(file));
  const slides: PresentedSlide[] = [];
  for (let number = 1; parts.has(`ppt/slides/slide${String(number)}.xml`); number += 1) {
    const xml = parts.get(`ppt/slides/slide${String(number)}.xml`) ?? '';
    const notes = parts.get(`ppt/notesSlides/notesSlide${String(number)}.xml`) ?? '';
    const rels = parts.get(`ppt/slides/_rels/slide${String(number)}.xml.rels`) ?? '';
    slides.push({
      words: wordsOf(xml),
      rows: all(xml, /<a:tr .*?<\/a:tr>/gs).map((row) =>
        all(row, /<a:tc[ >].*?<\/a:tc>/gs).map(wordsOf),
      ),
      tables: all(xml, /<a:tbl>/g).length,
      charts: all(rels, /relationships\/chart"/g).length,
      pictures: all(xml, /<p:pic>/g).length,
      notes: wordsOf(notes),
    });
  }
  return slides;
}

/** The words of an element, a paragraph's runs joined and paragraphs apart by a blank. */
function wordsOf(xml: string): string {
  return all(xml, /<a:p>.*?<\/a:p>/gs)
    .map((paragraph) =>
      Array.from(paragraph.matchAll(/<a:t>([^<]*)<\/a:t>/g), ([, words = '']) => words).join(''),
    )
    .join(' ')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', '’')
    .replaceAll('&amp;', '&');
}

function all(text: string, pattern: RegExp): string[] {
  return Array.from(text.matchAll(pattern), ([found]) => found);
}
