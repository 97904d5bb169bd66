import type { FieldValue } from '../../../shared/ipc/desk-records';
import { moneyIn } from '../../../shared/ipc/record-values';
import type { KindDefinition } from '../../../shared/records/definition';
import { requiredFieldsOf } from '../../../shared/records/validation';
import { comparableName } from '../core/read';
import { ownDomain } from '../core/kinship';

/**
 * What a record can be known by, beside its id. `sure` keys name one thing in the world: a mailbox, a domain that strangers
 * don't share, a network's id. A `name` can belong to two, so it counts only where no sure key says otherwise, and where
 * `apart`, a currency in which there is one of the name each, is not another one.
 */
export interface RecordKeys {
  readonly sure: readonly string[];
  readonly name: string | null;
  readonly apart: string | null;
}

type Values = Readonly<Record<string, FieldValue | undefined>>;

const mailboxFields = /^(?:e?mail)$/i;
const domainFields = /^(?:domain|site|website|url)$/i;
const networkIdFields = /^(?:networkId|externalId|publisherId|accountId)$/;

/** The fields of a kind by which its records can be known, picked once: files have many rows. */
interface KeyFields {
  readonly mailboxes: readonly string[];
  readonly domains: readonly string[];
  readonly networkIds: readonly string[];
  /** What a record has to belong to, and the day that it must have. */
  readonly owners: readonly string[];
}

const keyFields = new WeakMap<KindDefinition['fields'], KeyFields>();

function keyFieldsOf({ fields }: KindDefinition): KeyFields {
  const known = keyFields.get(fields);
  if (known) return known;
  const names = Object.keys(fields);
  const picked: KeyFields = {
    mailboxes: names.filter((name) => mailboxFields.test(name)),
    domains: names.filter((name) => domainFields.test(name)),
    networkIds: names.filter((name) => networkIdFields.test(name)),
    owners: requiredFieldsOf({ fields }).flatMap(([name, { to, type }]) =>
      to !== undefined || type === 'day' ? [name] : [],
    ),
  };
  keyFields.set(fields, picked);
  return picked;
}

/** The keys of a record of a kind with these values. */
export function keysOf(definition: KindDefinition, values: Values): RecordKeys {
  const { mailboxes, domains, networkIds } = keyFieldsOf(definition);
  const sure: string[] = [];
  for (const name of mailboxes) {
    const value = textOf(values, name);
    // A free mailbox says nothing of a company, and everything of the person who has it.
    if (value.includes('@')) sure.push(`e-mail:${value.trim().toLowerCase()}`);
  }
  for (const name of domains) {
    const domain = ownDomain(textOf(values, name));
    if (domain !== null) sure.push(`domain:${domain}`);
  }
  for (const name of networkIds) {
    const value = textOf(values, name);
    if (value === '') continue;
    const scope = ['network', 'program', 'source'].map((part) => textOf(values, part));
    sure.push(`network id:${scope.join(' ')} ${value}`);
  }
  return { sure, name: nameKey(definition, values), apart: currencyOf(definition, values) };
}

/** Of which sort a key is: two records with different keys of one sort are not the same. */
export function sortOf(key: string): string {
  return key.slice(0, key.indexOf(':'));
}

/**
 * A name, within what the record has to belong to and the day that it must have: two programs may have a goal of the same
 * name. What needs no name isn't known by it.
 */
function nameKey(definition: KindDefinition, values: Values): string | null {
  const name = textOf(values, definition.nameField);
  if (name.trim() === '' || definition.fields[definition.nameField]?.required !== true) return null;
  const owners = keyFieldsOf(definition).owners.map((field) => textOf(values, field));
  return `name:${[comparableName(name), ...owners].join(' ')}`;
}

function currencyOf({ perCurrency }: KindDefinition, values: Values): string | null {
  return perCurrency === undefined ? null : (moneyIn(values[perCurrency])?.currency ?? null);
}

function textOf(values: Values, name: string): string {
  const value = values[name];
  return typeof value === 'string' ? value : '';
}
