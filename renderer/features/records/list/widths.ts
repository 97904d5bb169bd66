import type { KindDefinition } from '../../../../shared/records/definition';

/** Px: the boxes to select with, and the least that a name needs. */
const boxWidth = 36;
const nameWidth = 260;
/** Px that a list has on a small laptop beside the open navigation. */
const roomOnLaptop = 1_000;

/** The CSS grid of head and lines, and the least width at which every column fits; the name is the first column. */
export function gridOf(
  definition: KindDefinition,
  columns: readonly string[],
): { readonly template: string; readonly width: number } {
  const widths = columns.map((column, index) =>
    index === 0 ? nameWidth : widthOf(definition, column),
  );
  const parts = widths.map((width, index) => {
    const type = definition.fields[columns[index] ?? '']?.type;
    const grows = index === 0 || type === 'text' || type === 'long-text' || type === 'link';
    return `minmax(${width}px, ${index === 0 ? '2.4fr' : grows ? '1.4fr' : '1fr'})`;
  });
  return {
    template: `${boxWidth}px ${parts.join(' ')}`,
    width: boxWidth + widths.reduce((sum, width) => sum + width, 0),
  };
}

/** As many of the columns as stand beside the name on a small laptop without being cut. */
export function fittingColumns(definition: KindDefinition, columns: readonly string[]): string[] {
  let left = roomOnLaptop - boxWidth - nameWidth;
  const fitting: string[] = [];
  for (const column of columns) {
    left -= widthOf(definition, column);
    if (left < 0) break;
    fitting.push(column);
  }
  return fitting;
}

function widthOf({ fields, ratios, due }: KindDefinition, column: string): number {
  // The day by which it is due can say that it is late.
  if (column === due) return 148;
  if (ratios?.[column] !== undefined) return 92;
  switch (fields[column]?.type) {
    case 'integer':
    case 'number':
    case 'flag':
      return 92;
    case 'money':
      return 116;
    case 'instant':
      return 168;
    default:
      return 124;
  }
}
