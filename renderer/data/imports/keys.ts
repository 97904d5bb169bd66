import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../shared/records/definition';
import { comparableName } from '../core/read';
import { ownDomain } from '../core/kinship';

/**
 * What a record can be known by, beside its id. `sure` keys name one thing in the world: a mailbox, a domain that strangers
 * don't share, a network's id. A `name` can belong to two, so it counts only where no sure key says otherwise.
 */
export interface RecordKeys {
  readonly sure: readonly string[];
  readonly name: string | null;
}

type Values = Readonly<Record<string, FieldValue | undefined>>;

const mailboxFields = /^(?:e?mail)$/i;
const domainFields = /^(?:domain|site|website|url)$/i;
const networkIdFields = /^(?:networkId|externalId|publisherId|accountId)$/;

/** The keys of a record of a kind with these values. */
export function keysOf(definition: KindDefinition, values: Values): RecordKeys {
  const sure: string[] = [];
  for (const name of Object.keys(definition.fields)) {
    const value = values[name];
    if (typeof value !== 'string') continue;
    const key = sureKey(name, value, values);
    if (key !== null) sure.push(key);
  }
  return { sure, name: nameKey(definition, values) };
}

/** Of which sort a key is: two records with different keys of one sort are not the same. */
export function sortOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

function sureKey(name: string, value: string, values: Values): string | null {
  if (mailboxFields.test(name)) {
    // A free mailbox says nothing of a company, and everything of the person who has it.
    return value.includes('@') ? `e-mail:${value.trim().toLowerCase()}` : null;
  }
  if (domainFields.test(name)) {
    const domain = ownDomain(value);
    return domain === null ? null : `domain:${domain}`;
  }
  if (!networkIdFields.test(name)) return null;
  const scope = [values['network'], values['program'], values['source']].map((part) =>
    typeof part === 'string' ? part : '',
  );
  return `network id:${scope.join(' ')} ${value}`;
}

/**
 * A name, within what the record has to belong to and the day that it must have: two programs may have a goal of the same
 * name. What needs no name isn't known by it.
 */
function nameKey({ nameField, fields }: KindDefinition, values: Values): string | null {
  const name = values[nameField];
  if (typeof name !== 'string' || name.trim() === '') return null;
  if (fields[nameField]?.required !== true) return null;
  const owners = Object.entries(fields)
    .filter(
      ([, { to, type, required }]) => required === true && (to !== undefined || type === 'day'),
    )
    .map(([field]) => (typeof values[field] === 'string' ? values[field] : ''));
  return `name:${[comparableName(name), ...owners].join(' ')}`;
}
