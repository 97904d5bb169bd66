import type { SearchHit } from '../../../shared/ipc/search';
import { hasList } from '../areas';
import { openList, type ListPlace } from '../opening';
import { rememberOpened } from '../recents';
import { goTo, pageOf, type Route } from '../routes';
import type { ScopeActions } from '../scope';

/** What is known of a record that can be gone to. */
export type Destination = Pick<
  SearchHit,
  'kind' | 'id' | 'client' | 'program' | 'partner' | 'parent' | 'screen'
>;

/** What choosing a record does: goes to its page, or to that of the record it is about. Null where there is none yet. */
export function destinationOf(hit: Destination, scope: ScopeActions): (() => void) | null {
  const list = listOf(hit);
  if (list !== null) {
    const kind = hit.kind === 'view' ? 'view' : 'company';
    return () => openList(list, { kind, id: hit.id });
  }
  const page = pageOfHit(hit);
  if (page !== null) return () => goTo(page);
  const narrowed = narrowedBy(hit);
  if (narrowed === null) return null;
  return () => {
    rememberOpened(narrowed);
    scope.setSubject(narrowed);
    goTo({ area: 'portfolio' });
  };
}

/** The list that a saved view or a company is shown in. */
function listOf({ kind, screen }: Destination): ListPlace | null {
  if (kind === 'company') return { area: 'partners' };
  if (kind !== 'view') return null;
  if (screen === 'partners' || screen === 'explorer') return { area: screen };
  const [, listed] = /^records\/(.+)$/.exec(screen ?? '') ?? [];
  return listed === undefined ? null : { area: 'records', kind: listed };
}

/** The page of a record, or of the one that it is shown on; null for one without. */
export function pageOfHit({ kind, id, partner, program, parent }: Destination): Route | null {
  switch (kind) {
    case 'partner':
    case 'program':
    case 'review':
    case 'review-draft':
    case 'attachment':
    case 'weekly-note':
      return pageOf(kind, id);
    case 'connection':
      return { area: 'sync' };
    case 'import':
      return { area: 'imports' };
    case 'client':
      return null;
    default:
      // What is written about a partner stands on the partner's page.
      if (partner !== null && isOnPartnerPage(kind)) return { area: 'partner', id: partner };
      if (hasList(kind)) return { area: 'record', kind, id };
      // What lives inside another record is shown on that one's page.
      if (parent !== null) return pageOf(parent.kind, parent.id);
      if (partner !== null) return { area: 'partner', id: partner };
      return program === null ? null : { area: 'program', id: program };
  }
}

function isOnPartnerPage(kind: string): boolean {
  return kind === 'note' || kind === 'contact' || kind === 'commitment';
}

/** A client has no page of its own: it is the portfolio narrowed to it, and so is what is about a client. */
function narrowedBy({
  kind,
  id,
  program,
  client,
}: Destination): { readonly kind: 'client' | 'program'; readonly id: string } | null {
  if (kind === 'client' || kind === 'program') return { kind, id };
  if (program !== null) return { kind: 'program', id: program };
  return client === null ? null : { kind: 'client', id: client };
}
