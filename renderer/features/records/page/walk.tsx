import { useDeskQuery } from '../../../app/desk';
import { RecordWalk } from '../../../app/lists/record-walk';
import { pageOf } from '../../../app/routes';
import { useKind } from '../kind';
import { listOf } from '../list/list-state';
import { useRecordQuestion } from '../list/use-records';

interface WalkProps {
  readonly kind: string;
  readonly id: string;
}

/** The way through the list of a kind, for its generic page and for those that were made by hand. */
export function Walk({ kind, id }: WalkProps) {
  // How the list looks is known with the kind's own fields.
  return useKind(kind) === undefined ? null : <KnownWalk kind={kind} id={id} />;
}

function KnownWalk({ kind, id }: WalkProps) {
  const definition = useKind(kind);
  const { question } = useRecordQuestion(kind);
  const { value } = useDeskQuery('lists.recordPlace', { question, id });
  return (
    <RecordWalk
      id={id}
      place={value}
      list={listOf(kind)}
      toList={{ area: 'records', kind }}
      pageOf={(other) => pageOf(kind, other)}
      title={definition?.label ?? ''}
    />
  );
}
