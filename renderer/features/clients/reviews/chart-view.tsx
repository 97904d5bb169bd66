import { useElementSize } from '@mantine/hooks';
import type { Chart } from '../../../../shared/documents/model';
import { barsOf, columnsOf, waterfallOf, type ChartBox, type Drawing } from './chart-geometry';
import { linesOf } from './line-geometry';

interface ChartViewProps {
  readonly chart: Chart;
  /** How many of the slide's twelve columns it takes. */
  readonly span: number;
}

/** A slide's chart as vectors, in the size of its cell. */
export function ChartView({ chart, span }: ChartViewProps) {
  const { ref, width, height } = useElementSize();
  return (
    <div className="slide-chart" ref={ref}>
      {width > 0 && height > 0 ? (
        <svg width={width} height={height} role="img" aria-label={chart.description}>
          <Marks drawing={drawingOf(chart, { width, height, unit: width / cellWidth(span) })} />
        </svg>
      ) : null}
    </div>
  );
}

/** Width of so many columns in the slide's em: twelve of 5.5 with gaps of 2, as the style sheet says. */
function cellWidth(span: number): number {
  return span * 5.5 + (span - 1) * 2;
}

function drawingOf(chart: Chart, box: ChartBox): Drawing {
  switch (chart.type) {
    case 'bars':
      return barsOf(chart, box);
    case 'lines':
      return linesOf(chart, box);
    case 'waterfall':
      return waterfallOf(chart, box);
    case 'columns':
    case 'rhythm':
      return columnsOf(chart, box);
  }
}

function Marks({ drawing }: { readonly drawing: Drawing }) {
  return (
    <>
      {drawing.rectangles.map((mark, index) => (
        <rect
          key={index}
          className={mark.unfinished ? 'unfinished' : ''}
          x={mark.x}
          y={mark.y}
          width={mark.width}
          height={mark.height}
          rx={1}
          fill={mark.color}
          stroke={mark.color}
        />
      ))}
      {drawing.lines.map((line, index) => (
        <polyline
          key={index}
          points={line.points.map(({ x, y }) => `${x},${y}`).join(' ')}
          fill="none"
          stroke={line.color}
          strokeWidth={2}
          strokeLinejoin="round"
        />
      ))}
      {drawing.labels.map((label, index) => (
        <text
          key={index}
          x={label.x}
          y={label.y}
          textAnchor={label.anchor}
          className={label.onDark === true ? 'on-dark' : label.strong ? 'strong' : ''}
        >
          {label.words}
        </text>
      ))}
    </>
  );
}
