import type { DeskRecord } from '../../shared/ipc/desk-records';

export interface ScopeChoice {
  readonly id: string;
  readonly name: string;
}

/** A client as a choice of the scope, with its programs. */
export interface ScopeClient extends ScopeChoice {
  readonly programs: readonly ScopeChoice[];
}

/**
 * Clients and programs whose name holds every searched word, by name. A client that matches comes with all its programs;
 * a program that matches comes under its client.
 */
export function matchingClients(
  clients: readonly DeskRecord[],
  programs: readonly DeskRecord[],
  search: string,
): readonly ScopeClient[] {
  const words = plain(search)
    .split(/\s+/)
    .filter((word) => word !== '');
  const matches = (name: string): boolean => words.every((word) => plain(name).includes(word));
  return clients
    .map((client): ScopeClient => {
      const name = nameOf(client);
      const own = programs
        .filter(({ values }) => values['client'] === client.id)
        .map((program) => ({ id: program.id, name: nameOf(program) }))
        .sort(byName);
      return {
        id: client.id,
        name,
        programs: own.filter((each) => matches(name) || matches(each.name)),
      };
    })
    .filter(({ name, programs: found }) => matches(name) || found.length > 0)
    .sort(byName);
}

function nameOf({ values }: DeskRecord): string {
  const name = values['name'];
  return typeof name === 'string' ? name : '';
}

function byName(one: ScopeChoice, other: ScopeChoice): number {
  return one.name.localeCompare(other.name);
}

/** Without case and accents, so that 'velo' finds 'Vélo'. */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
