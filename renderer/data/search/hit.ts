import { choiceLabel } from '../../../shared/domain/record-list';
import type { SearchHit } from '../../../shared/ipc/search';
import { kindOf } from '../../../shared/records/index';
import type { FoundRecord, SearchEntry, SearchIndex } from './search-index';

/** A found record as it is shown. */
export function hitOf(
  { entry, isSimilar }: FoundRecord,
  index: SearchIndex,
  excerpt: string | null,
): SearchHit {
  const { kind, id, name, hint, client, program, partner, parent, screen, day } = entry;
  const inside = parent === null || parent.id === partner ? null : parent.id;
  const abouts = [inside, partner, program, client].flatMap((about) => {
    const known = about === null ? undefined : index.entryOf(about)?.name;
    return known === undefined ? [] : [known];
  });
  return {
    kind,
    id,
    name,
    about: [...abouts, hint].filter(Boolean),
    client,
    program,
    partner,
    parent,
    screen,
    state: stateLabel(entry, index),
    day,
    excerpt,
    isSimilar,
  };
}

function stateLabel({ kind, state }: SearchEntry, index: SearchIndex): string | null {
  const { state: stands, fields } = kindOf(kind);
  const field = stands === undefined ? undefined : fields[stands.field];
  if (state === null || field === undefined) return null;
  return field.to === undefined ? choiceLabel(field, state) : (index.entryOf(state)?.name ?? null);
}
