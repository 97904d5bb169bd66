import { useRef, useState, type KeyboardEvent } from 'react';
import type { ExploreRow, ExploreSort } from '../../../../shared/domain/explore';
import { ChangeWords, Why } from '../../../ui/figure';
import { useRowWindow } from '../../../ui/use-row-window';
import { modelName } from '../../../ui/words';
import { useExploreRows } from './explore-rows';
import { SortableHead } from './sortable-head';
import type { Asked } from './use-explorer';
import {
  dimensionLabels,
  metricLabel,
  missing,
  nameInWords,
  valueWords,
} from '../../../ui/metric-words';

interface ExploreTableProps {
  readonly asked: Asked;
  readonly labels: { readonly current: string; readonly previous: string };
  readonly onSort: (sort: ExploreSort) => void;
  readonly onOpen: (row: ExploreRow) => void;
}

/** With more totals than these they would cover the rows. */
const mostFixedTotals = 3;

/** The answer as a table: as many rows as fit are there at once, the head and the totals stay in sight. */
export function ExploreTable({ asked, labels, onSort, onOpen }: ExploreTableProps) {
  const { settings, question, answer, models } = asked;
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(0);
  const shown = useRowWindow(answer.count, box);
  const { rows, before, after } = shown;
  const rowAt = useExploreRows(asked, rows[0] ?? 0, rows.at(-1) ?? 0);
  const columns = 2 + settings.by.length + settings.metrics.length * (settings.compare ? 3 : 1);

  const move = (to: number): void => {
    const next = Math.max(0, Math.min(answer.count - 1, to));
    setActive(next);
    shown.scrollTo(next);
    requestAnimationFrame(() => {
      box.current?.querySelector<HTMLElement>(`[data-row="${String(next)}"]`)?.focus();
    });
  };
  const onKey = (event: KeyboardEvent, index: number, row: ExploreRow | undefined): void => {
    const steps: Readonly<Record<string, number>> = {
      ArrowDown: index + 1,
      j: index + 1,
      ArrowUp: index - 1,
      k: index - 1,
      PageDown: index + 15,
      PageUp: index - 15,
      Home: 0,
      End: answer.count - 1,
    };
    const to = steps[event.key];
    if (to !== undefined) move(to);
    else if (event.key === 'Enter' && row) onOpen(row);
    else return;
    event.preventDefault();
  };

  return (
    <div className="grid-scroll explore-scroll" ref={box} tabIndex={-1}>
      <table className="grid flat explore" aria-rowcount={answer.count} aria-label="Answer">
        <SortableHead
          question={question}
          settings={settings}
          labels={labels}
          models={models}
          onSort={onSort}
        />
        <tbody>
          {before > 0 ? <Spacer height={before} columns={columns} /> : null}
          {rows.map((index) => {
            const row = rowAt(index);
            return (
              <tr
                key={index}
                data-row={index}
                aria-rowindex={index + 1}
                className="opens"
                tabIndex={index === Math.min(active, answer.count - 1) ? 0 : -1}
                onFocus={() => setActive(index)}
                onClick={() => (row ? onOpen(row) : undefined)}
                onKeyDown={(event) => onKey(event, index, row)}
              >
                {row === undefined ? (
                  <td colSpan={columns} className="quiet">
                    …
                  </td>
                ) : (
                  <RowCells asked={asked} row={row} />
                )}
              </tr>
            );
          })}
          {after > 0 ? <Spacer height={after} columns={columns} /> : null}
        </tbody>
        <tfoot className={answer.totals.length > mostFixedTotals ? 'many' : undefined}>
          {answer.totals.map((total) => (
            <tr key={`${total.model} ${total.currency ?? ''}`}>
              <th scope="row" colSpan={Math.max(1, settings.by.length)}>
                Total
              </th>
              <GroupCells row={total} />
              <FigureCells asked={asked} row={total} explained />
            </tr>
          ))}
        </tfoot>
      </table>
    </div>
  );
}

function Spacer({ height, columns }: { readonly height: number; readonly columns: number }) {
  return (
    <tr aria-hidden="true" className="spacer">
      <td colSpan={columns} style={{ height }} />
    </tr>
  );
}

interface RowProps {
  readonly asked: Asked;
  readonly row: ExploreRow;
}

function RowCells({ asked, row }: RowProps) {
  const { by } = asked.settings;
  return (
    <>
      {by.map((dimension, at) => {
        const words = nameInWords(dimension, row.names[at] ?? null);
        const isFirst = at === 0;
        const Cell = isFirst ? 'th' : 'td';
        return (
          <Cell
            key={dimension}
            className="name"
            title={`${dimensionLabels[dimension]}: ${words}`}
            {...(isFirst ? { scope: 'row' as const } : {})}
          >
            {words}
          </Cell>
        );
      })}
      <GroupCells row={row} />
      <FigureCells asked={asked} row={row} />
    </>
  );
}

function GroupCells({ row }: { readonly row: ExploreRow }) {
  return (
    <>
      <td className="quiet">{modelName(row.model)}</td>
      <td className="currency">{row.currency ?? ''}</td>
    </>
  );
}

interface FigureCellsProps extends RowProps {
  /** Reasons are reachable by keyboard: in the few lines of the totals, not in each of thousands. */
  readonly explained?: boolean;
}

function FigureCells({ asked, row, explained = false }: FigureCellsProps) {
  const { settings, answer } = asked;
  return settings.metrics.map((metric, at) => {
    const words = valueWords(metric, row.currency);
    const value = row.values[at] ?? null;
    const before = row.previous[at] ?? null;
    const gap = missing(metric, answer.coverage);
    const earlierGap = missing(metric, answer.previousCoverage);
    const label = metricLabel(metric, row.model);
    return (
      <MetricCells
        key={metric}
        label={label}
        value={value === null ? null : words(value)}
        gap={gap}
        explained={explained}
        {...(settings.compare
          ? {
              compared: {
                value: before === null ? null : words(before),
                gap: earlierGap,
                change: changeFigure(value, before, gap.reason, earlierGap.reason),
              },
            }
          : {})}
      />
    );
  });
}

interface Gap {
  readonly words: string;
  readonly reason: string;
}

type Change = { readonly value: number } | { readonly value: null; readonly reason: string };

interface MetricCellsProps {
  readonly label: string;
  readonly value: string | null;
  readonly gap: Gap;
  readonly explained: boolean;
  readonly compared?: {
    readonly value: string | null;
    readonly gap: Gap;
    readonly change: Change;
  };
}

function MetricCells({ label, value, gap, explained, compared }: MetricCellsProps) {
  return (
    <>
      <td className="number strong metric">
        <Words value={value} gap={gap} label={label} explained={explained} />
      </td>
      {compared === undefined ? null : (
        <>
          <td className="number quiet">
            <Words value={compared.value} gap={compared.gap} label={label} explained={explained} />
          </td>
          <td className="number">
            {compared.change.value === null && !explained ? (
              <span className="quiet" title={compared.change.reason}>
                n/a
              </span>
            ) : (
              <ChangeWords figure={compared.change} />
            )}
          </td>
        </>
      )}
    </>
  );
}

interface WordsProps {
  readonly value: string | null;
  readonly gap: Gap;
  readonly label: string;
  readonly explained: boolean;
}

function Words({ value, gap, label, explained }: WordsProps) {
  if (value !== null) return <>{value}</>;
  if (explained) return <Why words={gap.words} reason={gap.reason} />;
  return (
    <span className="quiet" title={`${label}: ${gap.reason}`}>
      {gap.words}
    </span>
  );
}

function changeFigure(
  value: number | null,
  before: number | null,
  gap: string,
  earlierGap: string,
): Change {
  if (value === null) return { value: null, reason: gap };
  if (before === null) return { value: null, reason: earlierGap };
  if (before === 0) return { value: null, reason: 'There was nothing in the period before.' };
  return { value: value / before - 1 };
}
