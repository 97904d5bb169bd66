import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { breakLongBlocks } from '../../../electron/documents/layout/long-blocks';
import { layOutDocument } from '../../../electron/documents/layout/slide';
import { page } from '../../../electron/documents/layout/look';
import { bookmarksOf } from '../../../electron/documents/pdf/bookmarks';
import { renderPdf } from '../../../electron/documents/pdf/render-pdf';
import { Typesetter } from '../../../electron/documents/text/typesetter';
import type { DocumentModel } from '../../../shared/documents/model';
import { buildReview } from '../../../shared/documents/review/build-review';
import { namesInManyScripts } from './support/sample-figures';
import { plainLook, sampleReview } from './support/sample-review';
import { section } from './support/sample-section';

const fonts = 'resources/fonts';
const typesetter = new Typesetter(fonts);
const long = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung '
  .repeat(3)
  .trim();

const decks: readonly (readonly [string, DocumentModel])[] = [
  ['the usual review', buildReview(sampleReview())],
  [
    '200 partners with endless names, five currencies and long notes',
    buildReview(
      sampleReview({
        client: { id: 'c', name: long },
        look: { ...plainLook, accent: '#FFE066' },
        sections: [
          section({
            revenue: Object.fromEntries(
              ['EUR', 'GBP', 'USD', 'SEK', 'JPY'].map((currency, index) => [
                currency,
                [1, 2, 3, 4, 5, 6].map((factor) => factor * 98_765_432_109 * (index + 1)),
              ]),
            ),
            partners: Array.from({ length: 200 }, (_, index) => `${String(index)} ${long}`),
          }),
        ],
        commitments: sampleReview().commitments.flatMap((line) =>
          Array.from({ length: 5 }, () => ({
            ...line,
            promise: long,
            evidence: long,
          })),
        ),
        goals: sampleReview().goals.flatMap((goal) => [goal, { ...goal, name: long }, goal]),
      }),
    ),
  ],
  ['a period that is not over', buildReview(sampleReview({ cutOff: Date.UTC(2026, 7, 1) }))],
];

describe.each(decks)('the pages of %s', (_, model) => {
  const laidOut = layOutDocument(model, typesetter);

  it('are one for each slide, and nothing needs more room than it has', () => {
    expect(laidOut.pages.map(({ id }) => id)).toEqual(model.slides.map(({ id }) => id));
    expect(laidOut.overflows).toEqual([]);
  });

  it('keep all text inside the page’s margins', () => {
    for (const { id, marks } of laidOut.pages) {
      for (const mark of marks) {
        if (mark.kind !== 'text') continue;
        const place = `${id}: ${mark.words}`;
        expect(mark.x, place).toBeGreaterThanOrEqual(24);
        expect(
          mark.x + typesetter.width(mark.words, mark.weight, mark.size),
          place,
        ).toBeLessThanOrEqual(page.width - 24);
        expect(mark.baseline, place).toBeLessThanOrEqual(page.height - 12);
      }
    }
  });

  it('say on every page that the data are a sample', () => {
    for (const { id, marks } of laidOut.pages) {
      expect(
        marks.some((mark) => mark.kind === 'text' && mark.words === 'Sample data'),
        id,
      ).toBe(true);
    }
  });
});

describe('text', () => {
  it.each(namesInManyScripts)('has a glyph for every character of %s', (name) => {
    const runs = typesetter.runs(name, 600);
    const written = runs.map((run) => run.text).join('');
    expect(written).toHaveLength(name.length);
    for (const run of runs) {
      for (const character of run.text)
        expect(run.face.covers(character.codePointAt(0)!), character).toBe(true);
    }
  });

  it('shows a box for what no bundled font has, and drops control characters', () => {
    const words = typesetter
      .runs('Deal\u0000 \u{1F3F4}\u202EX', 400)
      .map((run) => run.text)
      .join('');
    expect(words).toBe('Deal □X');
  });

  it('orders words of two directions by the bidirectional algorithm', () => {
    const runs = typesetter
      .runs('Blog أمازون 2026 دبي', 400)
      .map((run) => run.text.trim())
      .filter((text) => text !== '');
    expect(runs).toEqual(['Blog', 'دبي', '2026', 'أمازون']);
  });

  it('breaks long text at spaces and cuts the rest with an ellipsis', () => {
    const lines = typesetter
      .wrap([{ words: 'one two three four five six seven', weight: 400 }], 10, 60, 2)
      .map((line) =>
        line
          .map(({ words }) => words)
          .join('')
          .trim(),
      );
    expect(lines).toHaveLength(2);
    expect(lines[0]).toBe('one two');
    expect(lines[1]).toMatch(/…$/);
    for (const line of lines) expect(typesetter.width(line, 400, 10)).toBeLessThanOrEqual(60);
  });

  it('never breaks between a figure and its unit', () => {
    const lines = typesetter
      .wrap([{ words: 'worth €1.24\u00A0M now', weight: 400 }], 10, 62, 3)
      .map((line) => line.map(({ words }) => words).join(''));
    expect(lines.some((line) => line.includes('€1.24\u00A0M'))).toBe(true);
  });
});

describe('the file', () => {
  const zone = process.env['TZ'];
  const whole = buildReview(sampleReview());
  const kept = [
    'cover',
    'retail-summary-EUR',
    'retail-trend-EUR-GBP',
    'retail-mix-EUR',
    'retail-top-EUR',
  ];
  const model = { ...whole, slides: whole.slides.filter(({ id }) => kept.includes(id)) };
  let first: Awaited<ReturnType<typeof renderPdf>>;

  beforeAll(async () => {
    process.env['TZ'] = 'Pacific/Auckland';
    first = await renderPdf(model, fonts);
  }, 60_000);

  afterAll(() => {
    if (zone === undefined) delete process.env['TZ'];
    else process.env['TZ'] = zone;
  });

  it('has a page for each slide', () => {
    expect(first.pages).toBe(model.slides.length);
    const text = Buffer.from(first.bytes).toString('latin1');
    expect(text.startsWith('%PDF-1.7')).toBe(true);
    expect(text.match(/\/Type \/Page\b(?!s)/g)).toHaveLength(model.slides.length);
  });

  it('names its title, its language and the data’s cut-off as its date', () => {
    const text = Buffer.from(first.bytes).toString('latin1');
    expect(text).toContain('/Lang (en-US)');
    expect(text).toContain('(D:20261002063000Z)');
  });

  it('has bookmarks: sections with their slides under them', async () => {
    const sections = ['', 'Overview', 'Overview', 'Partners', 'Partners'];
    const divided = {
      ...model,
      slides: model.slides.map((slide, index) => ({ ...slide, section: sections[index] ?? '' })),
    };
    const bookmarks = bookmarksOf(divided.slides);
    expect(bookmarks.flat().map(({ words, parent }) => [words, parent ?? ''])).toEqual([
      [model.slides[0]?.title, ''],
      ['Overview', ''],
      [model.slides[1]?.title, 'section:2'],
      [model.slides[2]?.title, 'section:2'],
      ['Partners', ''],
      [model.slides[3]?.title, 'section:4'],
      [model.slides[4]?.title, 'section:4'],
    ]);
    const { bytes } = await renderPdf(divided, fonts);
    const text = Buffer.from(bytes).toString('latin1');
    expect(text).toContain('/Type /Catalog');
    expect(text).toMatch(/\/Outlines \d+ 0 R/);
    expect(text.match(/\/Title \(.*?\)\n\/Parent|\/Parent \d+ 0 R\n\/Title/g)).toHaveLength(7);
  }, 60_000);

  it('goes on with a long table under the same head', () => {
    const top = model.slides.find(({ id }) => id === 'retail-top-EUR')!;
    const long = {
      ...model,
      slides: [
        ...model.slides.slice(0, 1),
        {
          ...top,
          rows: top.rows.map((row) => ({
            ...row,
            cells: row.cells.map(({ span, block }) => ({
              span,
              block:
                block.kind === 'table'
                  ? { ...block, rows: Array.from({ length: 100 }, () => block.rows[0]!) }
                  : block,
            })),
          })),
        },
      ],
    };
    const broken = breakLongBlocks(long, typesetter);
    const { pages, overflows } = layOutDocument(broken, typesetter);
    expect(overflows).toEqual([]);
    expect(pages.length).toBeGreaterThan(6);
    for (const { marks } of pages.slice(1)) {
      const words = marks.flatMap((mark) => (mark.kind === 'text' ? [mark.words] : []));
      expect(words).toContain('Partner');
      expect(words).toContain('Commission');
    }
    expect(breakLongBlocks(model, typesetter)).toBe(model);
  });

  it('has the same bytes when it is rendered in another time zone', async () => {
    process.env['TZ'] = 'America/Los_Angeles';
    const second = await renderPdf(model, fonts);
    expect(Buffer.from(second.bytes).equals(Buffer.from(first.bytes))).toBe(true);
  }, 60_000);
});
