import { scaleLinear } from 'd3-scale';
import { line as lineShape } from 'd3-shape';
import type { MetricCard, MetricsBlock } from '../../../shared/documents/model';
import type { Canvas } from './canvas';
import { faint, gutter, ink, muted, rule, toneColor } from './look';
import type { Box } from './marks';

/** Less room than this shows no word worth reading. */
export const leastRoom = 14;

/** Height of a row of cards with so many lines of change or note under the figure. */
export function metricsHeight(block: MetricsBlock): number {
  const drawn = block.cards.some((card) => (card.history ?? []).length > 2);
  return 66 + 14 * Math.max(1, ...block.cards.map((card) => linesUnder(card))) + (drawn ? 34 : 0);
}

/** Sets figures side by side, each under a thin rule: label, figure, changes, and a small line of what was before. */
export function setMetrics(canvas: Canvas, block: MetricsBlock, box: Box): void {
  for (const { card, box: place } of placeCards(block, box)) setCard(canvas, card, place);
  canvas.check('cards', box.y + metricsHeight(block), box);
}

/** Each card in its part of the box. */
export function placeCards(
  block: MetricsBlock,
  box: Box,
): readonly { readonly card: MetricCard; readonly box: Box }[] {
  const width = (box.width - gutter * (block.cards.length - 1)) / block.cards.length;
  return block.cards.map((card, index) => ({
    card,
    box: { ...box, x: box.x + index * (width + gutter), width },
  }));
}

function linesUnder(card: MetricCard): number {
  return card.changes.length + (card.note === undefined ? 0 : 2);
}

function setCard(canvas: Canvas, card: MetricCard, box: Box): void {
  canvas.line([box.x, box.y], [box.x + box.width, box.y], rule, 0.75);
  canvas.text(
    card.label,
    { size: 9.5, weight: 500, color: muted },
    {
      x: box.x,
      baseline: box.y + 17,
      room: box.width,
    },
  );
  const unknown = card.value === null;
  const size = figureSize(canvas, card.words, box.width);
  canvas.text(
    card.words,
    { size, weight: 600, color: unknown ? faint : ink },
    {
      x: box.x,
      baseline: box.y + 51,
      room: box.width,
    },
  );
  let baseline = box.y + 71;
  for (const change of card.changes) {
    const changed = canvas.text(
      change.words,
      { size: 9.5, weight: 600, color: toneColor(change.tone) },
      {
        x: box.x,
        baseline,
        room: box.width,
      },
    );
    const room = box.width - changed - 4;
    if (room > leastRoom)
      canvas.text(
        change.against,
        { size: 9.5, weight: 400, color: muted },
        { x: box.x + changed + 4, baseline, room },
      );
    baseline += 14;
  }
  if (card.note !== undefined) {
    const spans = [{ words: card.note, weight: 400 as const }];
    for (const line of canvas.typesetter.wrap(spans, 9, box.width, 2)) {
      canvas.text(
        line.map((span) => span.words).join(''),
        { size: 9, weight: 400, color: muted },
        {
          x: box.x,
          baseline,
        },
      );
      baseline += 12;
    }
  }
  setHistory(canvas, card, {
    x: box.x,
    y: box.y + box.height - 30,
    width: box.width,
    height: 28,
  });
}

/** Big figures get smaller before they are cut. */
export function figureSize(canvas: Canvas, words: string, room: number): number {
  const sizes = [28, 25, 22, 19, 17];
  return sizes.find((size) => canvas.typesetter.width(words, 600, size) <= room) ?? 15;
}

/** The small line of what was before, along the foot of a card. */
export function setHistory(canvas: Canvas, card: MetricCard, box: Box): void {
  const history = card.history ?? [];
  const known = history.filter((value): value is number => value !== null);
  if (known.length < 3) return;
  const x = scaleLinear([0, history.length - 1], [box.x + 2, box.x + box.width - 4]);
  const y = scaleLinear(
    [Math.min(0, ...known), Math.max(...known, 1e-9)],
    [box.y + box.height, box.y + 3],
  );
  const path = lineShape<number | null>()
    .defined((value) => value !== null)
    .x((_, index) => x(index))
    .y((value) => y(value ?? 0))(history);
  if (path === null) return;
  canvas.add({ kind: 'path', path, stroke: canvas.accentLine, width: 1.25 });
  const last = history.at(-1);
  if (typeof last === 'number') {
    const [centerX, centerY] = [x(history.length - 1), y(last)];
    canvas.add({
      kind: 'rectangle',
      x: centerX - 2,
      y: centerY - 2,
      width: 4,
      height: 4,
      radius: 2,
      color: canvas.accentLine,
    });
  }
}
