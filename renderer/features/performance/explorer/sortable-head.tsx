import { UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ExploreQuestion, ExploreSort } from '../../../../shared/domain/explore';
import type { ExploreSettings } from './settings';
import { dimensionLabels, metricLabel } from '../../../ui/metric-words';

interface SortableHeadProps {
  readonly question: Pick<ExploreQuestion, 'sort'>;
  readonly settings: ExploreSettings;
  readonly labels: { readonly current: string; readonly previous: string };
  /** The models of the figures below. */
  readonly models: readonly string[];
  readonly onSort: (sort: ExploreSort) => void;
}

/** Two lines of headings: each metric over its figure, what it is held against, and the change. */
export function SortableHead({ question, settings, labels, models, onSort }: SortableHeadProps) {
  const { by, metrics, compare } = settings;
  const { sort } = question;
  const named: ExploreSort = { by: 'name', direction: 'ascending' };
  return (
    <thead>
      <tr>
        {by.map((dimension, at) => (
          <Heading
            key={dimension}
            sort={sort}
            mine={at === 0 ? named : null}
            onSort={onSort}
            rowSpan={compare ? 2 : 1}
          >
            {dimensionLabels[dimension]}
          </Heading>
        ))}
        <th scope="col" rowSpan={compare ? 2 : 1}>
          Model
        </th>
        <th scope="col" rowSpan={compare ? 2 : 1}>
          <span className="visually-hidden">Currency</span>
        </th>
        {metrics.map((metric) =>
          compare ? (
            <th key={metric} scope="colgroup" colSpan={3} className="number metric">
              {metricLabel(metric, models)}
            </th>
          ) : (
            <Heading
              key={metric}
              sort={sort}
              mine={{ by: 'value', metric, direction: 'descending' }}
              onSort={onSort}
              number
            >
              {metricLabel(metric, models)}
            </Heading>
          ),
        )}
      </tr>
      {compare ? (
        <tr>
          {metrics.flatMap((metric) =>
            (['value', 'previous', 'change'] as const).map((column) => (
              <Heading
                key={`${metric} ${column}`}
                sort={sort}
                mine={{ by: column, metric, direction: 'descending' }}
                onSort={onSort}
                number
                metric={column === 'value'}
                about={metricLabel(metric, models)}
              >
                {column === 'value'
                  ? labels.current
                  : column === 'previous'
                    ? labels.previous
                    : 'Change'}
              </Heading>
            )),
          )}
        </tr>
      ) : null}
    </thead>
  );
}

interface HeadingProps {
  readonly sort: ExploreSort;
  /** The order that this heading stands for; null where it stands for none. */
  readonly mine: ExploreSort | null;
  readonly onSort: (sort: ExploreSort) => void;
  readonly children: ReactNode;
  readonly rowSpan?: number;
  readonly number?: boolean;
  /** It begins a metric's columns. */
  readonly metric?: boolean;
  /** What the words are about, for a reader who doesn't see the heading above. */
  readonly about?: string;
}

function Heading(props: HeadingProps) {
  const {
    sort,
    mine,
    onSort,
    children,
    rowSpan = 1,
    number = false,
    metric = false,
    about,
  } = props;
  const className = [number ? 'number' : '', metric ? 'metric' : ''].join(' ').trim();
  if (mine === null) {
    return (
      <th scope="col" rowSpan={rowSpan} className={className}>
        {children}
      </th>
    );
  }
  const isMine = sort.by === mine.by && (mine.by === 'name' || sort.metric === mine.metric);
  const turned = sort.direction === 'ascending' ? 'descending' : 'ascending';
  const Arrow = sort.direction === 'ascending' ? IconArrowUp : IconArrowDown;
  return (
    <th
      scope="col"
      rowSpan={rowSpan}
      className={className}
      aria-sort={isMine ? sort.direction : 'none'}
    >
      <UnstyledButton
        className="sort"
        onClick={() => onSort(isMine ? { ...mine, direction: turned } : mine)}
      >
        {about === undefined ? null : <span className="visually-hidden">{about}, </span>}
        <span className="one-line">{children}</span>
        {isMine ? <Arrow size={12} stroke={2} aria-hidden="true" /> : null}
      </UnstyledButton>
    </th>
  );
}
