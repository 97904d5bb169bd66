import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../../shared/records/definition';
import { kindOf, kinds } from '../../../../shared/records/index';
import { useDeskQuery } from '../../../app/desk';

/** A kind whose records refer to another one by a field. */
export interface RelatedKind {
  readonly kind: string;
  readonly by: string;
  readonly definition: KindDefinition;
}

/** The kinds that live inside records of this kind. */
export function insideKinds(kind: string): readonly RelatedKind[] {
  return kinds.flatMap((each) => {
    const { home } = each;
    if (typeof home === 'string' || home.inside !== kind) return [];
    return [{ kind: each.kind, by: home.by, definition: kindOf(each.kind) }];
  });
}

/** The kinds with lists of their own whose records refer to records of this kind, each by its first such field. */
export function relatedKinds(kind: string): readonly RelatedKind[] {
  return kinds.flatMap((each) => {
    if (each.home !== 'list' && each.kind !== 'partner') return [];
    const by = Object.keys(each.fields).find((name) => each.fields[name]?.to === kind);
    // A partner's owner is found in the list of partners, where there may be thousands.
    if (by === undefined || (each.kind === 'partner' && kind === 'team-member')) return [];
    return [{ kind: each.kind, by, definition: kindOf(each.kind) }];
  });
}

const nothing: readonly DeskRecord[] = [];

/** The living records of these kinds that refer to a record, the one changed last first. */
export function useLinked(id: string, related: readonly RelatedKind[]): readonly DeskRecord[] {
  const wanted = [...new Set(related.map(({ kind }) => kind))];
  const { value } = useDeskQuery(
    'records.linked',
    wanted.length === 0 ? null : { ids: [id], kinds: wanted },
  );
  return value ?? nothing;
}
