import type { SearchHit } from '../../../shared/ipc/search';
import { hasScreen } from '../areas';
import { openList, type ListArea } from '../opening';
import { goTo, type Route } from '../routes';
import type { ScopeActions } from '../scope';

/** What choosing a record does: goes to its page, or to that of the record it is about. Null where there is none yet. */
export function destinationOf(hit: SearchHit, scope: ScopeActions): (() => void) | null {
  const list = listOf(hit);
  if (list !== null) {
    const kind = hit.kind === 'view' ? 'view' : 'company';
    return () => openList(list, { kind, id: hit.id });
  }
  const page = pageOf(hit);
  if (page !== null && hasScreen(page.area)) return () => goTo(page);
  const narrowed = narrowedBy(hit);
  if (narrowed === null) return null;
  return () => {
    scope.setSubject(narrowed);
    goTo({ area: 'portfolio' });
  };
}

/** The list that a saved view or a company is shown in. */
function listOf({ kind, screen }: SearchHit): ListArea | null {
  if (kind === 'company') return 'partners';
  return kind === 'view' && (screen === 'partners' || screen === 'explorer') ? screen : null;
}

function pageOf({ kind, id, partner, program }: SearchHit): Route | null {
  switch (kind) {
    case 'partner':
    case 'program':
    case 'review':
    case 'review-draft':
      return { area: kind, id };
    case 'team-member':
      return { area: 'settings' };
    case 'connection':
      return { area: 'sync' };
    case 'client':
      return null;
    default:
      if (partner !== null) return { area: 'partner', id: partner };
      return program === null ? null : { area: 'program', id: program };
  }
}

/** A client has no page of its own: it is the portfolio narrowed to it, and so is what is about a client. */
function narrowedBy({
  kind,
  id,
  program,
  client,
}: SearchHit): { readonly kind: 'client' | 'program'; readonly id: string } | null {
  if (kind === 'client' || kind === 'program') return { kind, id };
  if (program !== null) return { kind: 'program', id: program };
  return client === null ? null : { kind: 'client', id: client };
}
