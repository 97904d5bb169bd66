import {
  networkNames,
  programNetworkSchema,
  teamRoleSchema,
  type TeamRole,
} from '../../shared/domain/vocabulary';
import type { ConnectionState } from '../../shared/ipc/desk-records';
import { agoInShort, agoInWords } from './times';

/** A network's own name; an unknown word stays as it is. */
export function networkName(network: string): string {
  const known = programNetworkSchema.safeParse(network);
  return known.success ? networkNames[known.data] : network;
}

/** `Retail`, `B2B`. */
export function modelName(model: string): string {
  return model === 'b2b' ? 'B2B' : 'Retail';
}

/** What a counted sale is called: retail has orders, B2B has payments. */
export function ordersWord(model: string): string {
  return model === 'b2b' ? 'Payments' : 'Orders';
}

const roleNames: Readonly<Record<TeamRole, string>> = {
  director: 'Director of affiliate & partner management',
  'senior-account-manager': 'Senior account manager',
  'account-manager': 'Account manager',
  'associate-account-manager': 'Associate account manager',
  'recruitment-specialist': 'Affiliate recruitment specialist',
  'data-analyst': 'Data analyst',
  creative: 'Creative',
};

/** What a role of the agency's team is called; an unknown word stays as it is. */
export function roleName(role: string): string {
  const known = teamRoleSchema.safeParse(role);
  return known.success ? roleNames[known.data] : role;
}

export type Tone = 'good' | 'caution' | 'bad' | 'neutral';

export interface StateInWords {
  /** `partly read, last synced 12 minutes ago`. */
  readonly words: string;
  /** For a narrow column: `12 min ago`, `failed`. */
  readonly short: string;
  readonly tone: Tone;
}

/** Those that a sync reads: programs of files have no connection. */
export function onlyConnected(connections: readonly ConnectionState[]): readonly ConnectionState[] {
  return connections.filter(({ fromFiles }) => fromFiles !== true);
}

/** A connection's state in words, with the tone of its sign. */
export function connectionInWords(connection: ConnectionState, now: number): StateInWords {
  const { lastSuccessAt } = connection;
  if (connection.fromFiles === true && lastSuccessAt !== null) {
    const ago = agoInWords(lastSuccessAt, now);
    return { words: `from a file, ${ago}`, short: 'from a file', tone: 'neutral' };
  }
  const synced =
    lastSuccessAt === null ? 'never synced' : `synced ${agoInWords(lastSuccessAt, now)}`;
  switch (connection.state) {
    case 'never-synced':
      return { words: 'never synced', short: 'never synced', tone: 'neutral' };
    case 'synced':
      return {
        words: synced,
        short: lastSuccessAt === null ? synced : agoInShort(lastSuccessAt, now),
        tone: 'good',
      };
    case 'partial':
      return { words: `partly read, last ${synced}`, short: 'partly read', tone: 'caution' };
    case 'failed':
      return { words: `failed, last ${synced}`, short: 'failed', tone: 'bad' };
    case 'asking':
      return { words: 'waits for a decision', short: 'asks', tone: 'caution' };
  }
}
