import { z } from 'zod';

/**
 * A document as data: slides on a 12-column grid, with every figure already worded and its raw value kept beside the
 * words. PDF, PowerPoint and the preview on the screen are renderers of this one model; a renderer decides how things
 * look, never what they say. The model is stored with a frozen review, so a change here must keep reading old ones:
 * `format` rises when it can't.
 */
export const documentFormat = 1;

const moneySchema = z.strictObject({ amountMinor: z.number(), currency: z.string() });

/** What a figure is, without its wording; null when it is not known. */
export const rawValueSchema = z.union([z.string(), z.number(), moneySchema, z.null()]);
/**
 * A piece of running text. A figure is a live token: its words, the value behind them and the key of the figure
 * (`revenue:retail:EUR:2026-Q3`), so that a preview can trace it and a later build can compare it.
 */
export const pieceSchema = z.union([
  z.strictObject({ words: z.string(), strong: z.boolean().optional() }),
  z.strictObject({ figure: z.string(), words: z.string(), value: rawValueSchema }),
]);
export type Piece = z.infer<typeof pieceSchema>;

/** Meaning, never decoration: a renderer shows it in colour and the words carry a sign or a word as well. */
export const toneSchema = z.enum(['plain', 'quiet', 'good', 'bad', 'warning']);
export type Tone = z.infer<typeof toneSchema>;

/** A change against a named earlier period, worded with sign and arrow (`▲ +12.4 %`, `vs Q2 2026`). */
export const changeSchema = z.strictObject({
  words: z.string(),
  against: z.string(),
  tone: toneSchema,
});
export type Change = z.infer<typeof changeSchema>;

/** One or more paragraphs; `lead` is larger, `points` has a mark before each, `note` is small print. */
const textBlockSchema = z.strictObject({
  kind: z.literal('text'),
  style: z.enum(['lead', 'body', 'points', 'note']),
  heading: z.string().optional(),
  /** The place for text that it fills, by which the next review finds what stood there. */
  slot: z.string().optional(),
  paragraphs: z.array(z.array(pieceSchema)),
});
export type TextBlock = z.infer<typeof textBlockSchema>;

export const metricCardSchema = z.strictObject({
  label: z.string(),
  /** The key of the figure, as of a live token. */
  figure: z.string().optional(),
  /** The figure in words, or `n/a`. */
  words: z.string(),
  value: rawValueSchema,
  changes: z.array(changeSchema),
  /** Why it is not available, or what it is part of. */
  note: z.string().optional(),
  /** Earlier values, oldest first, for a small line; null where unknown. */
  history: z.array(z.number().nullable()).optional(),
});
export type MetricCard = z.infer<typeof metricCardSchema>;

const metricsBlockSchema = z.strictObject({
  kind: z.literal('metrics'),
  cards: z.array(metricCardSchema).min(1).max(6),
});
export type MetricsBlock = z.infer<typeof metricsBlockSchema>;

export const tableColumnSchema = z.strictObject({
  label: z.string(),
  /** Words over several neighbouring columns, such as a currency; equal neighbours are joined. */
  group: z.string().optional(),
  align: z.enum(['start', 'end']),
  /** Share of the table's width against the other columns. */
  weight: z.number().positive(),
  /** How many lines a cell may take before its text is cut with an ellipsis. */
  lines: z.number().int().min(1).max(4).optional(),
});
export type TableColumn = z.infer<typeof tableColumnSchema>;

export const tableCellSchema = z.strictObject({
  words: z.string(),
  value: rawValueSchema.optional(),
  tone: toneSchema.optional(),
  /** The key of the figure, as of a live token. */
  figure: z.string().optional(),
  /** The id of the slide that a click on the words leads to, as in a list of contents. */
  goTo: z.string().optional(),
});
export type TableCell = z.infer<typeof tableCellSchema>;

export const tableRowSchema = z.strictObject({
  cells: z.array(tableCellSchema),
  role: z.enum(['plain', 'total', 'heading']),
});
export type TableRow = z.infer<typeof tableRowSchema>;

const tableBlockSchema = z.strictObject({
  kind: z.literal('table'),
  heading: z.string().optional(),
  columns: z.array(tableColumnSchema).min(1),
  rows: z.array(tableRowSchema),
  /** Compact tables are for the appendix. */
  density: z.enum(['normal', 'compact']),
});
export type TableBlock = z.infer<typeof tableBlockSchema>;

const chartPointSchema = z.strictObject({
  /** Null leaves a gap. */
  value: z.number().nullable(),
  /** The label beside the mark; empty for none. */
  words: z.string(),
});

export const chartSeriesSchema = z.strictObject({
  name: z.string(),
  points: z.array(chartPointSchema),
  /** `accent` and `second`: the document's colours; a number: that place in the colour-blind-safe palette; `quiet`: grey. */
  color: z.union([
    z.literal('accent'),
    z.literal('second'),
    z.literal('quiet'),
    z.number().int().nonnegative(),
  ]),
});
export type ChartSeries = z.infer<typeof chartSeriesSchema>;

/**
 * What a chart shows, without its look. `columns`: upright bars per category, side by side or stacked; `bars`: lying
 * bars, one line per category; `lines`: one line per series; `waterfall`: one series of steps from a first sum to a last
 * one; `rhythm`: the quiet bars of a cover, unlabelled. Bars always start at zero.
 */
export const chartSchema = z.strictObject({
  type: z.enum(['columns', 'bars', 'lines', 'waterfall', 'rhythm']),
  stacked: z.boolean(),
  categories: z.array(z.string()),
  series: z.array(chartSeriesSchema),
  /**
   * Of a waterfall: the categories whose value is a sum and stands on zero, the first among them; every other value is a
   * change that begins where the one before it ended.
   */
  totals: z.array(z.number().int().nonnegative()).optional(),
  /** Set when the values are minor units of this currency. */
  currency: z.string().optional(),
  /** Categories that are not over yet are drawn dashed. */
  unfinished: z.array(z.number().int().nonnegative()),
  /** A description in words for readers who can't see it. */
  description: z.string(),
});
export type Chart = z.infer<typeof chartSchema>;

const chartBlockSchema = z.strictObject({
  kind: z.literal('chart'),
  heading: z.string().optional(),
  chart: chartSchema,
});
export type ChartBlock = z.infer<typeof chartBlockSchema>;

export const blockSchema = z.discriminatedUnion('kind', [
  textBlockSchema,
  metricsBlockSchema,
  tableBlockSchema,
  chartBlockSchema,
]);
export type Block = z.infer<typeof blockSchema>;

/** One line of the slide's grid. `share` is its part of the free height; without it the content decides. */
export const gridRowSchema = z.strictObject({
  share: z.number().positive().optional(),
  cells: z.array(z.strictObject({ span: z.number().int().min(1).max(12), block: blockSchema })),
});
export type GridRow = z.infer<typeof gridRowSchema>;

export const slideSchema = z.strictObject({
  /** Stable within the document, such as `retail-trend-EUR`. */
  id: z.string(),
  layout: z.enum(['cover', 'content']),
  /** The part of the document that it belongs to, in small words over the title. */
  part: z.string(),
  /** The section's name in the bookmarks; neighbours with one name stand under one bookmark. */
  section: z.string().optional(),
  /** The slide's one message. */
  title: z.string(),
  /** Under the title of a cover; empty elsewhere. */
  subtitle: z.string(),
  rows: z.array(gridRowSchema),
  /** Where the figures are from, and on which basis; small at the foot. */
  source: z.string(),
  basis: z.string(),
  /** What a presenter should know: definitions and formulas of the figures, a paragraph each. */
  notes: z.array(z.string()).optional(),
});
export type Slide = z.infer<typeof slideSchema>;

/** The client's mark as it is embedded, with its size in px (or the units of an SVG's view box). */
export const logoSchema = z.strictObject({
  type: z.enum(['image/png', 'image/jpeg', 'image/svg+xml']),
  base64: z.base64().max(400_000),
  width: z.number().positive(),
  height: z.number().positive(),
  /** An SVG drawn as PNG, for files that can't hold an SVG alone. */
  raster: z.base64().max(1_500_000).optional(),
});
export type Logo = z.infer<typeof logoSchema>;

const colorSchema = z.string().regex(/^#[0-9A-Fa-f]{6}$/);

export const themeSchema = z.strictObject({
  accent: colorSchema,
  /** The client's own color where the accent had to be darkened; on a cover, where no word depends on it. */
  brand: colorSchema.optional(),
  /** The client's second colour, for a second series and small marks; never for text. */
  second: colorSchema.optional(),
  logo: logoSchema.optional(),
});
export type Theme = z.infer<typeof themeSchema>;

export const documentModelSchema = z.strictObject({
  format: z.literal(documentFormat),
  title: z.string(),
  author: z.string(),
  subject: z.string(),
  /** BCP 47, of the words that the product writes. */
  language: z.string(),
  /** The data's cut-off, ms UTC; it is the file's creation date too, so equal models give equal bytes. */
  cutOff: z.number().int(),
  /** Every page of a document with sample data says so. */
  sample: z.boolean(),
  /** The words of the mark on such pages, in the document's language; `Sample data` unless said. */
  sampleMark: z.string().optional(),
  theme: themeSchema,
  footer: z.string(),
  slides: z.array(slideSchema).min(1).max(500),
});
export type DocumentModel = z.infer<typeof documentModelSchema>;
