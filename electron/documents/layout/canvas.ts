import type { ChartSeries, Theme } from '../../../shared/documents/model';
import type { Typesetter } from '../text/typesetter';
import { readable, seriesColor } from './look';
import { textMark, type Box, type Mark, type Overflow, type TextStyle } from './marks';

/** One slide in the making: marks are added in painting order, and what reaches over its box is written down. */
export class Canvas {
  readonly marks: Mark[] = [];
  readonly overflows: Overflow[] = [];
  readonly typesetter: Typesetter;
  readonly theme: Theme;
  readonly #slide: string;

  constructor(typesetter: Typesetter, theme: Theme, slide: string) {
    this.typesetter = typesetter;
    this.theme = theme;
    this.#slide = slide;
  }

  get accent(): string {
    return this.theme.accent;
  }

  /** The client's own colour, where nothing has to be read by it. */
  get brand(): string {
    return this.theme.brand ?? this.theme.accent;
  }

  /** The accent where it is words. */
  get accentInk(): string {
    return readable(this.theme.accent, 4.5);
  }

  /** The accent where it is a thin line. */
  get accentLine(): string {
    return readable(this.theme.accent, 3);
  }

  /** A series' colour in this document. */
  color(color: ChartSeries['color']): string {
    return seriesColor(color, this.theme);
  }

  add(...marks: Mark[]): void {
    this.marks.push(...marks);
  }

  /** A line of text; with `room` it is cut to fit. Gives its width. */
  text(
    words: string,
    style: TextStyle,
    at: {
      readonly x: number;
      readonly baseline: number;
      readonly align?: 'start' | 'middle' | 'end';
      readonly room?: number;
      readonly goTo?: string;
    },
  ): number {
    if (words === '') return 0;
    const shown =
      at.room === undefined ? words : this.typesetter.fit(words, style.weight, style.size, at.room);
    const mark = textMark(this.typesetter, shown, style, at);
    this.add(mark);
    return mark.kind === 'text' ? mark.width : 0;
  }

  line(
    from: readonly [number, number],
    to: readonly [number, number],
    color: string,
    width = 0.5,
  ): void {
    this.add({ kind: 'line', from, to, color, width });
  }

  /** Notes that something needed more height than its box has. */
  check(what: string, bottom: number, box: Box): void {
    if (bottom > box.y + box.height + 0.5) this.overflows.push({ slide: this.#slide, what });
  }
}
