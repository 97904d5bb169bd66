import { describe, expect, it } from 'vitest';
import { Canvas } from '../../../electron/documents/layout/canvas';
import { setCover } from '../../../electron/documents/layout/cover';
import { contentWidth, toneColor } from '../../../electron/documents/layout/look';
import { breakLongBlocks } from '../../../electron/documents/layout/long-blocks';
import { placeContent } from '../../../electron/documents/layout/placing';
import { layOutDocument } from '../../../electron/documents/layout/slide';
import { measureTable } from '../../../electron/documents/layout/table-measure';
import { drawLines } from '../../../electron/documents/charts/lines';
import { Typesetter, wordsOf, type Span } from '../../../electron/documents/text/typesetter';
import type {
  Chart,
  DocumentModel,
  GridRow,
  Slide,
  TableBlock,
} from '../../../shared/documents/model';
import { contrastOnWhite } from '../../../shared/documents/review/theme';

const typesetter = new Typesetter('resources/fonts');
const canvas = (): Canvas => new Canvas(typesetter, { accent: '#0B5A72' }, 'slide');
const box = { x: 48, y: 104, width: contentWidth, height: 370 };

function table(rows: readonly (readonly string[])[], lines = 1): TableBlock {
  return {
    kind: 'table',
    density: 'normal',
    columns: (rows[0] ?? []).map((_, index) => ({
      label: `Column ${String(index + 1)}`,
      align: index === 0 ? 'start' : 'end',
      weight: index === 0 ? 9 : 1,
      lines,
    })),
    rows: rows.map((words) => ({ role: 'plain', cells: words.map((one) => ({ words: one })) })),
  };
}

function slideOf(title: string, rows: GridRow[] = []): Slide {
  return {
    id: 'slide',
    layout: 'content',
    part: '',
    title,
    subtitle: '',
    rows,
    source: '',
    basis: '',
  };
}

function modelOf(slides: Slide[]): DocumentModel {
  return {
    format: 1,
    title: 'Review',
    author: 'Quarterdeck',
    subject: '',
    language: 'en-US',
    cutOff: Date.UTC(2026, 9, 2),
    sample: false,
    theme: { accent: '#0B5A72' },
    footer: '',
    slides,
  };
}

describe('a title', () => {
  const titled = (title: string): readonly string[] => placeContent(canvas(), slideOf(title)).title;

  it('of two lines breaks near its middle, so that no word stands alone', () => {
    const lines = titled(
      'Zehn von 61 Partnern mit Umsatz brachten 57 % des getrackten Umsatzes in EUR',
    );
    expect(lines).toHaveLength(2);
    const [first = 0, second = 0] = lines.map((line) => typesetter.width(line, 600, 22));
    expect(second / first).toBeGreaterThan(0.6);
  });

  it('of one line stays on one', () => {
    expect(titled('Orders fell')).toEqual(['Orders fell']);
  });

  it('that needs a second line for the number of its slide leaves the rows below it their room', () => {
    const widest = (words: string): string =>
      typesetter.width(`${words} so`, 600, 22) > contentWidth ? words : widest(`${words} so`);
    const title = widest('Partners');
    const block = table(Array.from({ length: 60 }, (_, row) => [`Partner ${String(row)}`, '1']));
    const broken = breakLongBlocks(
      modelOf([slideOf(title, [{ share: 1, cells: [{ span: 12, block }] }])]),
      typesetter,
    );
    expect(titled(title)).toHaveLength(1);
    expect(titled(broken.slides[0]?.title ?? '')).toHaveLength(2);
    expect(broken.slides.length).toBeGreaterThan(2);
    expect(layOutDocument(broken, typesetter).overflows).toEqual([]);
  });
});

describe('a paragraph', () => {
  const lines = (words: readonly Span[], room: number): string[] =>
    typesetter.wrap(words, 12, room, 100).map(wordsOf);

  it('keeps a figure with the signs that it stands between', () => {
    const spans: Span[] = [
      { words: 'Sales grew (by ', weight: 400 },
      { words: '1,234,567', weight: 600 },
      { words: ') against the quarter before', weight: 400 },
    ];
    const room =
      typesetter.width('Sales grew (by ', 400, 12) + typesetter.width('1,234,567', 600, 12) + 0.5;
    expect(lines(spans, room)[1]).toMatch(/^1,234,567\) /);
  });

  it('breaks the same whether a word is of one span or of several', () => {
    const word = 'Donaudampfschifffahrtsgesellschaftsmütze';
    const spans: Span[] = [
      { words: 'An der ', weight: 400 },
      ...Array.from(word, (letter): Span => ({ words: letter, weight: 400 })),
      { words: ' liegt es', weight: 400 },
    ];
    const whole: Span[] = [{ words: `An der ${word} liegt es`, weight: 400 }];
    for (const room of [60, 90, 150, 300]) expect(lines(spans, room)).toEqual(lines(whole, room));
  });
});

describe('a cover', () => {
  it('sets a name that needs two lines in two lines, each once', () => {
    const drawn = canvas();
    const name = 'Nordlicht Outdoor und Bergsport Handelsgesellschaft für den deutschen Norden';
    setCover(drawn, {
      id: 'cover',
      layout: 'cover',
      part: '',
      title: name,
      subtitle: '',
      rows: [],
      source: '',
      basis: '',
    });
    const lines = drawn.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
    expect(lines).toHaveLength(2);
    expect(lines.map(({ words }) => words.trim()).join(' ')).toBe(name);
    expect(lines[1]?.baseline).toBeGreaterThan(lines[0]?.baseline ?? Infinity);
  });
});

describe('a table', () => {
  it('gives a column what its words need before weights share the rest', () => {
    const block = table([['Nordlicht', 'Nicht angeboten', '−12,6 Tsd. €']]);
    const { rows } = measureTable(canvas(), block, { ...box, width: 360 });
    expect(rows[0]?.cells.map(([words]) => words)).toEqual([
      'Nordlicht',
      'Nicht angeboten',
      '−12,6 Tsd. €',
    ]);
  });

  it('of few rows is set larger, one that fills its box is not', () => {
    const size = (count: number): number =>
      measureTable(canvas(), table(Array.from({ length: count }, () => ['Name', '1,234'])), box)
        .density.size;
    expect(size(3)).toBeGreaterThan(size(14));
    expect(size(14)).toBe(10.5);
  });

  it('is set as large as the others of its slide', () => {
    const few = table([['Name', '1,234']]);
    const many = table(Array.from({ length: 14 }, () => ['Name', '1,234']));
    const rows = [few, many].map((block) => ({ share: 1, cells: [{ span: 12, block }] }));
    const slide = slideOf('Two tables', rows);
    const sizes = placeContent(canvas(), slide).blocks.map(({ part }) => part);
    expect(sizes).toEqual([1, 1]);
  });

  it('is not set larger where a cell would need another line for it', () => {
    const words = 'Effektiver Provisionssatz, von 7,4 % auf 6,2 % bis Ende Dezember';
    const width = typesetter.width(words, 400, 10.5) * 1.06;
    const lines = (around: typeof box): number[] =>
      measureTable(canvas(), table([[words]], 2), around).rows.map(
        ({ cells }) => cells[0]?.length ?? 0,
      );
    expect(lines({ ...box, width })).toEqual([1]);
  });

  it('keeps a number and the words after it apart', () => {
    const block = table([['Goal', '−20.7%', 'Missed by less than a tenth']]);
    const [goal, against, result] = block.columns;
    const columns = [goal!, against!, { ...result!, align: 'start' as const }];
    const { frame } = measureTable(canvas(), { ...block, columns }, box);
    expect(frame.columns[2]?.before).toBe(20);
  });
});

describe('quiet words', () => {
  it('are readable on paper (WCAG AA)', () => {
    for (const tone of ['plain', 'quiet', 'good', 'bad', 'warning'] as const)
      expect(contrastOnWhite(toneColor(tone)), tone).toBeGreaterThanOrEqual(4.5);
  });
});

describe('a broken paragraph', () => {
  it('has no space at the beginning of a line', () => {
    const spans = [
      { words: 'Am meisten verloren Partner: ', weight: 400 as const },
      { words: '−3.717 €', weight: 600 as const },
      { words: ' gegenüber Q2 2026.', weight: 400 as const },
    ];
    for (let room = 60; room < 400; room += 7) {
      const lines = typesetter.wrap(spans, 16, room, 20).map(wordsOf);
      for (const line of lines) expect(line, String(room)).toBe(line.trimStart());
      const whole = typesetter.wrap(spans, 16, room, 20).flat();
      expect(whole.map(({ words }) => words).join('')).toBe(
        spans.map(({ words }) => words).join(''),
      );
    }
  });
});

describe('lines of many categories', () => {
  it('name some of them whole, the first among them, and the highest point', () => {
    const chart: Chart = {
      type: 'lines',
      stacked: false,
      categories: Array.from({ length: 13 }, (_, index) => `KW ${String(index + 27)}`),
      series: [
        {
          name: 'Q3 2026',
          color: 'accent',
          points: Array.from({ length: 13 }, (_, index) => ({
            value: index === 4 ? 900 : 100 + index,
            words: index === 4 ? '900 €' : '',
          })),
        },
      ],
      unfinished: [],
      description: '',
    };
    const drawn = canvas();
    drawLines(drawn, chart, { ...box, width: 420, height: 180 });
    const words = drawn.marks.flatMap((mark) => (mark.kind === 'text' ? [mark.words] : []));
    expect(words).toContain('KW 27');
    expect(words).toContain('900 €');
    expect(words.filter((one) => one.includes('…'))).toEqual([]);
  });
});
