import type PptxGenJS from 'pptxgenjs';
import { assertNever } from '../../../shared/kernel/result';
import type { MetricCard, MetricsBlock, TextBlock } from '../../../shared/documents/model';
import { Canvas } from '../layout/canvas';
import { faint, ink, muted, rule, toneColor } from '../layout/look';
import type { Box } from '../layout/marks';
import { figureSize, leastRoom, placeCards, setHistory } from '../layout/metrics-block';
import type { PlacedBlock } from '../layout/placing';
import { linesOf } from '../layout/text-block';
import { addChart } from './chart';
import type { SlideContext } from './context';
import { addPaths } from './shapes';
import { addTable } from './table';
import { lineBox, plainBox, textRuns } from './text';
import { inches, plainColor } from './units';

/** Adds a block in its box as native objects: text boxes, tables, charts. */
export function addBlock(context: SlideContext, { block, box, part }: PlacedBlock): void {
  if (block.kind !== 'metrics' && block.heading !== undefined)
    addHeading(context, block.heading, box);
  switch (block.kind) {
    case 'text':
      addText(context, block, box);
      return;
    case 'metrics':
      addMetrics(context, block, box);
      return;
    case 'table':
      addTable(context.slide, block, box, part, context);
      return;
    case 'chart':
      addChart(context, block, box);
      return;
    default:
      assertNever(block);
  }
}

function addHeading({ slide, canvas, language }: SlideContext, heading: string, box: Box): void {
  const words = canvas.typesetter.fit(heading, 600, 11, box.width);
  slide.addText(textRuns(words, { size: 11, weight: 600, color: ink }, language), {
    ...lineBox({ x: box.x, baseline: box.y + 10, width: box.width, leading: 14 }),
    ...plainBox,
    lineSpacing: 14,
    objectName: 'Heading',
  });
}

function addText({ slide, canvas, language }: SlideContext, block: TextBlock, box: Box): void {
  const { setting, top, paragraphs } = linesOf(canvas, block, box);
  const color = block.style === 'note' ? muted : ink;
  const runs = paragraphs.flatMap((lines, index) => {
    const last = index === paragraphs.length - 1;
    const whole = lines.flat().flatMap((span) =>
      textRuns(span.words, { size: setting.size, weight: span.weight, color }, language, {
        paraSpaceAfter: last ? 0 : setting.between,
        lineSpacing: setting.leading,
      }),
    );
    const [first] = whole;
    if (first && setting.indent > 0)
      first.options = {
        ...first.options,
        bullet: { characterCode: '25AA', indent: setting.indent },
      };
    const end = whole.at(-1);
    if (end && !last) end.options = { ...end.options, breakLine: true };
    return whole;
  });
  if (runs.length === 0) return;
  slide.addText(runs, {
    x: inches(box.x),
    y: inches(box.y + top),
    w: inches(box.width + 2),
    h: inches(Math.max(setting.leading, box.height - top)),
    ...plainBox,
    fit: 'shrink',
    objectName: 'Text',
  });
}

function addMetrics(context: SlideContext, block: MetricsBlock, box: Box): void {
  for (const { card, box: place } of placeCards(block, box)) addCard(context, card, place);
}

/** One text box a card, so that it moves as a whole, under a thin rule. */
function addCard({ slide, canvas, language }: SlideContext, card: MetricCard, box: Box): void {
  const fit = (words: string, weight: 400 | 500 | 600, size: number, room = box.width): string =>
    canvas.typesetter.fit(words, weight, size, room - 1);
  slide.addShape('line', {
    x: inches(box.x),
    y: inches(box.y),
    w: inches(box.width),
    h: 0,
    line: { color: plainColor(rule), width: 0.75 },
    objectName: 'Rule',
  });
  const size = figureSize(canvas, card.words, box.width);
  const lines: PptxGenJS.TextProps[][] = [
    textRuns(fit(card.label, 500, 9.5), { size: 9.5, weight: 500, color: muted }, language, {
      lineSpacing: 14,
    }),
    textRuns(
      fit(card.words, 600, size),
      { size, weight: 600, color: card.value === null ? faint : ink },
      language,
      { lineSpacing: 34 },
    ),
    ...card.changes.map((change) => {
      const changed = fit(change.words, 600, 9.5);
      const room = box.width - canvas.typesetter.width(`${changed} `, 600, 9.5);
      const against = room > leastRoom ? fit(change.against, 400, 9.5, room) : '';
      return [
        ...textRuns(
          against === '' ? changed : `${changed} `,
          { size: 9.5, weight: 600, color: toneColor(change.tone) },
          language,
          { lineSpacing: 14 },
        ),
        ...textRuns(against, { size: 9.5, weight: 400, color: muted }, language, {
          lineSpacing: 14,
        }),
      ];
    }),
    ...(card.note === undefined
      ? []
      : canvas.typesetter
          .wrap([{ words: card.note, weight: 400 }], 9, box.width - 2, 2)
          .map((line) =>
            textRuns(
              line.map(({ words }) => words).join(''),
              { size: 9, weight: 400, color: muted },
              language,
              { lineSpacing: 12 },
            ),
          )),
  ].filter((line) => line.length > 0);
  const last = lines.length - 1;
  const runs = lines.flatMap((line, index) => {
    const end = line.at(-1);
    if (end && index < last) end.options = { ...end.options, breakLine: true };
    return line;
  });
  const height = 14 + 34 + 14 * card.changes.length + (card.note === undefined ? 0 : 26);
  slide.addText(runs, {
    x: inches(box.x),
    y: inches(box.y + 6),
    w: inches(box.width + 2),
    h: inches(height + 2),
    ...plainBox,
    objectName: fit(card.label, 500, 9.5),
  });
  const history = new Canvas(canvas.typesetter, canvas.theme, '');
  setHistory(history, card, { x: box.x, y: box.y + box.height - 30, width: box.width, height: 28 });
  addPaths(slide, history.marks, 'Earlier values');
}
