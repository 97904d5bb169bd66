import JSZip from 'jszip';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { renderPptx } from '../../../electron/documents/pptx/render-pptx';
import { languageRuns } from '../../../electron/documents/pptx/text';
import type { DocumentModel } from '../../../shared/documents/model';
import { buildReview } from '../../../shared/documents/review/build-review';
import { openPackage, packageFaults } from './support/pptx-package';
import { sampleReview } from './support/sample-review';

const fonts = 'resources/fonts';
const whole = buildReview(sampleReview());
const model: DocumentModel = {
  ...whole,
  language: 'de',
  slides: whole.slides.map((slide, index) => ({
    ...slide,
    section: index === 0 ? 'Start' : 'Figures & facts',
    notes: [`Definition <${slide.id}>`],
  })),
};

let bytes: Uint8Array;
let parts: ReadonlyMap<string, string>;
const part = (name: string): string => parts.get(name) ?? '';
const names = (pattern: RegExp): string[] => [...parts.keys()].filter((name) => pattern.test(name));

beforeAll(async () => {
  ({ bytes } = await renderPptx(model, fonts));
  parts = await openPackage(bytes);
}, 60_000);

describe('a presentation', () => {
  it('is a package that needs no repair', () => {
    expect(packageFaults(parts)).toEqual([]);
  });

  it('has a slide for each slide, and its title is a title', () => {
    expect(names(/^ppt\/slides\/slide\d+\.xml$/)).toHaveLength(model.slides.length);
    model.slides.forEach((slide, index) => {
      const text = part(`ppt/slides/slide${String(index + 1)}.xml`);
      const title = /<p:ph[^>]*type="title"[^>]*\/>.*?<p:txBody>(.*?)<\/p:txBody>/s.exec(text);
      const words = Array.from(
        (title?.[1] ?? '').matchAll(/<a:t>([^<]*)<\/a:t>/g),
        ([, found]) => found,
      ).join('');
      expect(words.replaceAll('&apos;', '’').replaceAll('&amp;', '&')).toBe(slide.title);
    });
  });

  it('has native tables and charts, one for each block', () => {
    const blocks = model.slides.flatMap(({ rows }) =>
      rows.flatMap(({ cells }) => cells.map(({ block }) => block)),
    );
    const tables = names(/^ppt\/slides\/slide\d+\.xml$/).reduce(
      (sum, name) => sum + (part(name).match(/<a:tbl>/g)?.length ?? 0),
      0,
    );
    expect(tables).toBe(blocks.filter(({ kind }) => kind === 'table').length);
    const charts = blocks.filter(
      (block) => block.kind === 'chart' && block.chart.type !== 'rhythm',
    );
    expect(names(/^ppt\/charts\/chart\d+\.xml$/)).toHaveLength(charts.length);
    expect(names(/^ppt\/embeddings\//)).toHaveLength(charts.length);
  });

  it('labels charts with the words of the document', () => {
    const chart = model.slides
      .flatMap(({ rows }) => rows.flatMap(({ cells }) => cells.map(({ block }) => block)))
      .find((block) => block.kind === 'chart' && block.chart.type === 'columns');
    if (chart?.kind !== 'chart') throw new Error('The review has no columns.');
    const drawn = names(/^ppt\/charts\/chart\d+\.xml$/)
      .map(part)
      .join('');
    for (const { words } of chart.chart.series.flatMap(({ points }) => points))
      expect(drawn).toContain(`<a:t>${words}</a:t>`);
  });

  it('keeps money in the sheet behind a chart in major units, in its currency’s format', async () => {
    const [trend] = whole.slides
      .flatMap(({ rows }) => rows.flatMap((row) => row.cells))
      .flatMap(({ block }) =>
        block.kind === 'chart' && block.chart.currency === 'GBP' ? [block.chart] : [],
      )
      .filter(({ type }) => type === 'columns');
    const major = trend?.series[0]?.points.map(({ value }) => (value ?? 0) / 100);
    const books = await Promise.all(
      names(/\.xlsx$/).map(async (name) => {
        const book = await JSZip.loadAsync(part(name));
        const sheet = (await book.file('xl/worksheets/sheet1.xml')?.async('string')) ?? '';
        const cells = sheet.matchAll(/<c r="B\d+" s="1"><v>([^<]*)</g);
        return {
          values: Array.from(cells, ([, value]) => Number(value)),
          styles: (await book.file('xl/styles.xml')?.async('string')) ?? '',
        };
      }),
    );
    const own = books.find(({ values }) => String(values) === String(major));
    expect(own?.values).toHaveLength(6);
    expect(own?.styles).toContain('formatCode="[$£]#,##0.00;-[$£]#,##0.00"');
  });

  it('has source, basis, definitions and figures in the notes, a paragraph each', () => {
    model.slides.forEach((slide, index) => {
      const text = part(`ppt/notesSlides/notesSlide${String(index + 1)}.xml`);
      const paragraphs = Array.from(text.matchAll(/<a:t>([^<]*)<\/a:t>/g), ([, found]) => found);
      expect(paragraphs).toContain(`Definition &lt;${slide.id}&gt;`);
      expect(text).toContain('lang="de"');
    });
    expect(part('ppt/notesSlides/notesSlide3.xml')).toContain('revenue:retail:EUR:2026-Q3 = ');
  });

  it('names its sections once each', () => {
    const sections = Array.from(
      part('ppt/presentation.xml').matchAll(/<p14:section name="([^"]*)"/g),
      ([, name]) => name,
    );
    expect(sections).toEqual(['Start', 'Figures &amp; facts']);
  });

  it('is set in a font that is wherever presentations are opened', () => {
    const [theme = ''] = names(/^ppt\/theme\/theme\d+\.xml$/).map(part);
    const latin = [...theme.matchAll(/<a:latin typeface="([^"]*)"/g)].map(([, font]) => font);
    expect(new Set(latin)).toEqual(new Set(['Arial']));
  });

  it('says its language and the data’s cut-off', () => {
    expect(part('docProps/core.xml')).toContain('2026-10-02T06:30:00Z</dcterms:created>');
    for (const name of names(/^ppt\/slides\/slide\d+\.xml$/)) {
      expect(part(name)).toContain('lang="de"');
      expect(part(name), name).not.toContain('lang="en-US"');
    }
  });
});

describe('the same model', () => {
  const zone = process.env['TZ'];
  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('gives the same bytes again, in another time zone', async () => {
    process.env['TZ'] = 'America/Los_Angeles';
    const again = await renderPptx(model, fonts);
    expect(Buffer.from(again.bytes).equals(Buffer.from(bytes))).toBe(true);
  }, 60_000);
});

describe('runs of a language', () => {
  it('change with the script and keep spaces and figures where they are', () => {
    expect(languageRuns('Blog أمازون 2026, Ελλάδα', 'en-GB')).toEqual([
      { words: 'Blog ', language: 'en-GB' },
      { words: 'أمازون 2026, ', language: 'ar-SA' },
      { words: 'Ελλάδα', language: 'el-GR' },
    ]);
  });

  it('take Han for Japanese beside kana, for Chinese alone', () => {
    expect(languageRuns('東京カフェ', 'en-US').map(({ language }) => language)).toEqual(['ja-JP']);
    expect(languageRuns('优惠券', 'en-US').map(({ language }) => language)).toEqual(['zh-CN']);
  });
});
