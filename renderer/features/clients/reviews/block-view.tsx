import type {
  Block,
  MetricCard,
  Piece,
  TableBlock,
  TableColumn,
  TextBlock,
} from '../../../../shared/documents/model';
import { useContext } from 'react';
import { Sparkline } from '../../../ui/sparkline';
import { ChartView } from './chart-view';
import { explained, FiguresContext } from './figures-context';

/** A block of a slide: text, metric cards, a table or a chart. */
export function BlockView({ block, span }: { readonly block: Block; readonly span: number }) {
  switch (block.kind) {
    case 'text':
      return <TextView block={block} />;
    case 'metrics':
      return (
        <div className="slide-metrics">
          {block.cards.map((card) => (
            <MetricView key={card.label} card={card} />
          ))}
        </div>
      );
    case 'table':
      return <TableView block={block} />;
    case 'chart':
      return <ChartView chart={block.chart} span={span} />;
  }
}

function TextView({ block }: { readonly block: TextBlock }) {
  const paragraphs = block.paragraphs.map((pieces, index) => ({
    key: index,
    words: pieces.map((piece, place) => <PieceView key={place} piece={piece} />),
  }));
  if (block.style === 'points') {
    return (
      <ul className="slide-text points">
        {paragraphs.map(({ key, words }) => (
          <li key={key}>{words}</li>
        ))}
      </ul>
    );
  }
  return (
    <div className={`slide-text ${block.style}`}>
      {paragraphs.map(({ key, words }) => (
        <p key={key}>{words}</p>
      ))}
    </div>
  );
}

/** Running text; a figure shows what it is on hover, so that each number can be traced. */
function PieceView({ piece }: { readonly piece: Piece }) {
  const figures = useContext(FiguresContext);
  if ('figure' in piece) {
    const figure = figures.get(piece.figure);
    const explanation = figure === undefined ? piece.figure : explained(figure);
    return <strong title={explanation}>{piece.words}</strong>;
  }
  return piece.strong === true ? <strong>{piece.words}</strong> : <>{piece.words}</>;
}

function MetricView({ card }: { readonly card: MetricCard }) {
  const history = (card.history ?? []).filter((value) => value !== null);
  return (
    <div className="slide-metric">
      <p className="slide-metric-label">{card.label}</p>
      <p className="slide-metric-figure">{card.words}</p>
      {card.changes.map((change) => (
        <p key={change.against} className="slide-metric-change">
          <span className={toneClass(change.tone)}>{change.words}</span> {change.against}
        </p>
      ))}
      {card.note === undefined ? null : <p className="slide-metric-change">{card.note}</p>}
      {history.length > 1 ? (
        <Sparkline values={history} label={`${card.label}, earlier values`} />
      ) : null}
    </div>
  );
}

function TableView({ block }: { readonly block: TableBlock }) {
  const weight = block.columns.reduce((sum, column) => sum + column.weight, 0);
  const groups = columnGroups(block.columns);
  return (
    <table className={`slide-table ${block.density}`}>
      <colgroup>
        {block.columns.map((column, index) => (
          <col key={index} style={{ width: `${(column.weight / weight) * 100}%` }} />
        ))}
      </colgroup>
      <thead>
        {groups.some(({ label }) => label !== '') ? (
          <tr>
            {groups.map(({ label, span }, index) =>
              label === '' ? (
                <td key={index} colSpan={span} />
              ) : (
                <th key={index} colSpan={span} scope="colgroup" className="end">
                  {label}
                </th>
              ),
            )}
          </tr>
        ) : null}
        <tr>
          {block.columns.map((column, index) =>
            column.label === '' ? (
              <td key={index} className="head" />
            ) : (
              <th key={index} scope="col" className={column.align}>
                {column.label}
              </th>
            ),
          )}
        </tr>
      </thead>
      <tbody>
        {block.rows.map((row, rowIndex) => (
          <tr key={rowIndex} className={`row-${row.role}`}>
            {row.cells.map((cell, index) => (
              <td
                key={index}
                className={`${block.columns[index]?.align ?? 'start'} ${toneClass(cell.tone ?? 'plain')}`}
              >
                {cell.words}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Neighbouring columns of one group as one heading. */
export function columnGroups(
  columns: readonly TableColumn[],
): readonly { readonly label: string; readonly span: number }[] {
  const groups: { label: string; span: number }[] = [];
  for (const { group = '' } of columns) {
    const last = groups[groups.length - 1];
    if (last?.label === group) last.span += 1;
    else groups.push({ label: group, span: 1 });
  }
  return groups;
}

function toneClass(tone: 'plain' | 'quiet' | 'good' | 'bad' | 'warning'): string {
  return tone === 'plain' ? '' : `tone-${tone}`;
}
