import type { DataArguments, DataMethod } from '../../shared/ipc/data-contract';

/** What an answer is made of: a change of anything else leaves it as it is. */
export interface Reads {
  /** Kinds of records; null where it may be any. */
  readonly kinds: readonly string[] | null;
  /** Does it count what the networks reported? */
  readonly facts: boolean;
}

const anything: Reads = { kinds: null, facts: true };
const programs = ['client', 'program', 'connection', 'import', 'overlap-decision'];

/** A question that is not named here is asked again after every change. */
const readsByMethod: { readonly [Method in DataMethod]?: (args: DataArguments<Method>) => Reads } =
  {
    'records.list': ({ kind }) => ({ kinds: [kind], facts: false }),
    'records.get': ({ kind }) => ({ kinds: [kind], facts: false }),
    'records.linked': ({ kinds }) => ({ kinds, facts: false }),
    'files.textState': () => ({ kinds: ['attachment'], facts: false }),
    'person.get': () => ({ kinds: ['team-member'], facts: false }),
    'connections.list': () => ({ kinds: programs, facts: true }),
    'matches.list': () => ({
      kinds: [...programs, 'partner', 'company', 'partner-site', 'contact', 'match'],
      facts: true,
    }),
    'sources.list': () => ({ kinds: [...programs, 'team-member'], facts: true }),
    'partners.page': () => ({
      kinds: [...programs, 'partner', 'company', 'team-member', 'partnership-file'],
      facts: true,
    }),
  };

/** What the answer to a question is made of. */
export function readsOf<Method extends DataMethod>(
  method: Method,
  args: DataArguments<Method>,
): Reads {
  return readsByMethod[method]?.(args) ?? anything;
}
