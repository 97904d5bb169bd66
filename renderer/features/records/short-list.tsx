import type { RecordFilter, RecordQuestion } from '../../../shared/domain/record-list';
import type { KindDefinition } from '../../../shared/records/definition';
import { recordName } from '../../../shared/records/record-name';
import { useDeskQuery } from '../../app/desk';
import { hrefOf, pageOf } from '../../app/routes';
import { useScope } from '../../app/scope';
import { formatCount } from '../../ui/format';
import { FailureState, TableSkeleton } from '../../ui/states';
import { cellOf, dayText } from './cell';
import { useKind } from './kind';
import { initialSettings } from './list/list-state';

interface ShortListProps {
  readonly title: string;
  readonly kind: string;
  /** Besides, what has come to an end is left out. */
  readonly filters: readonly RecordFilter[];
  /** Said when nothing passes. */
  readonly none: string;
}

const shownLines = 5;
const factsInLine = 3;

/** The first records of a kind that pass some filters, with the way to their list. */
export function ShortList(props: ShortListProps) {
  const definition = useKind(props.kind);
  return definition === undefined ? null : <KnownShortList {...props} definition={definition} />;
}

function KnownShortList({
  title,
  kind,
  filters,
  none,
  definition,
}: ShortListProps & { readonly definition: KindDefinition }) {
  const { programs, client, today } = useScope();
  const { sort, filters: open } = initialSettings(kind);
  const question: RecordQuestion = {
    kind,
    scope: programs === undefined ? null : { clients: client === null ? [] : [client], programs },
    search: '',
    filters: [...open, ...filters],
    sort: definition.due === undefined ? sort : { column: definition.due, direction: 'ascending' },
    group: null,
    folded: [],
    today: dayText(today),
  };
  const { value, failure, retry } = useDeskQuery('lists.records', {
    question,
    offset: 0,
    limit: shownLines,
  });
  const columns = factsOf(definition);
  const context = { definition, names: value?.names ?? {}, today: dayText(today) };
  return (
    <section className="partner-section" aria-label={title}>
      <h2>
        {title}
        {value === undefined || value.matched === 0 ? null : (
          <small className="quiet"> {formatCount(value.matched)}</small>
        )}
      </h2>
      {failure !== undefined ? (
        <FailureState title="This list can’t be shown" failure={failure} onRetry={retry} />
      ) : value === undefined ? (
        <TableSkeleton rows={3} />
      ) : value.matched === 0 ? (
        <p className="quiet">{none}</p>
      ) : (
        <ul className="entries" aria-label={title}>
          {value.window.map((line) =>
            line.type === 'group' ? null : (
              <li key={line.id} className="related">
                <a href={hrefOf(pageOf(kind, line.id))}>{recordName(definition, line.values)}</a>
                <span className="quiet entry-facts">
                  {columns.map((column) => {
                    const cell = cellOf(column, line.values, context);
                    return cell === null ? null : <span key={column}>{cell}</span>;
                  })}
                </span>
              </li>
            ),
          )}
        </ul>
      )}
      {value !== undefined && value.matched > shownLines && definition.home === 'list' ? (
        <a className="quiet" href={hrefOf({ area: 'records', kind })}>
          All {formatCount(value.matched)}
        </a>
      ) : null}
    </section>
  );
}

/** What says most in one line: the state, the day and whom it is about. */
function factsOf({ state, due, columns, nameField, fields }: KindDefinition): readonly string[] {
  const first = [state?.field, due].flatMap((name) => name ?? []);
  const rest = columns.filter(
    (name) => name !== nameField && !first.includes(name) && fields[name]?.type !== 'long-text',
  );
  return [...first, ...rest].slice(0, factsInLine);
}
