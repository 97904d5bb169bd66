import { z } from 'zod';
import { networkSchema, programModelSchema } from '../../../../shared/domain/vocabulary';
import { saveConnectionSchema, type SaveConnection } from '../../../../shared/ipc/data-contract';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import { formatDay, parseDay } from '../../../../shared/kernel/days';
import { isTimeZone } from '../../../../shared/kernel/zones';
import { defaultSince } from '../../../../shared/sync/plan';

/** The connect form as it stands in its fields; empty means 'the default'. */
export interface ConnectValues {
  readonly network: string;
  readonly account: string;
  readonly name: string;
  readonly client: string;
  readonly model: string;
  readonly address: string;
  readonly callsPerMinute: string;
  readonly since: string;
  readonly timeZone: string;
  /** Awin's access token, or PartnerStack's secret key. */
  readonly token: string;
  /** PartnerStack only. */
  readonly publicKey: string;
}

export type ConnectField = keyof ConnectValues;

export type ConnectErrors = Readonly<Partial<Record<ConnectField, string>>>;

const loopback = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/** `URL.canParse` is newer than the oldest engine. */
function parsedAddress(address: string): URL | null {
  try {
    return new URL(address);
  } catch {
    return null;
  }
}

function addressError(address: string): string | null {
  const url = parsedAddress(address);
  if (url === null) return 'An address looks like https://api.example.com/v1.';
  if (url.username !== '' || url.password !== '') return 'The address may not hold a password.';
  const isAllowed =
    url.protocol === 'https:' || (url.protocol === 'http:' && loopback.test(url.hostname));
  return isAllowed ? null : 'Use https; http is for this computer itself only.';
}

/** A form that nobody has filled in; the time is ms UTC. */
export function emptyValues(now: number): ConnectValues {
  return {
    network: 'awin',
    account: '',
    name: '',
    client: '',
    model: 'retail',
    address: '',
    callsPerMinute: '',
    since: formatDay(defaultSince(now)),
    timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
    token: '',
    publicKey: '',
  };
}

/** What is wrong with each field, in words that say what to do; empty when the form can be sent. */
export function connectErrors(values: ConnectValues): ConnectErrors {
  const found: [ConnectField, string | null][] = [
    ['network', networkSchema.safeParse(values.network).success ? null : 'Choose a network.'],
    ['account', values.account.trim() === '' ? 'Which account of the network is it?' : null],
    ['address', values.address.trim() === '' ? null : addressError(values.address.trim())],
    [
      'callsPerMinute',
      values.callsPerMinute === '' ||
      z.coerce.number().int().min(1).max(100_000).safeParse(values.callsPerMinute).success
        ? null
        : 'A whole number of calls from 1 to 100,000.',
    ],
    [
      'since',
      values.since === '' || parseDay(values.since) !== null ? null : 'A date such as 2024-11-01.',
    ],
    [
      'timeZone',
      values.timeZone === '' || isTimeZone(values.timeZone)
        ? null
        : 'A time zone such as Europe/Berlin.',
    ],
    ['token', values.token.trim() === '' ? 'The network needs it to let Quarterdeck read.' : null],
    [
      'publicKey',
      values.network === 'partnerstack' && values.publicKey.trim() === ''
        ? 'PartnerStack gives a public and a secret key.'
        : null,
    ],
  ];
  return Object.fromEntries(found.filter(([, error]) => error !== null));
}

/** The form of a connection that is there already: everything but its token. Its first day stays as it is. */
export function valuesOf(connection: ConnectionState): ConnectValues {
  const { network, account, program, client, model, address, callsPerMinute, timeZone } =
    connection;
  return {
    network,
    account,
    name: program,
    client,
    model,
    address: address ?? '',
    callsPerMinute: String(callsPerMinute),
    since: '',
    timeZone,
    token: '',
    publicKey: '',
  };
}

/** The field whose value a network's refusal is about; null when it is about none of them. */
export function fieldOfFailure(code: string): ConnectField | null {
  switch (code) {
    case 'CREDENTIALS':
      return 'token';
    case 'ACCOUNT_NOT_FOUND':
      return 'account';
    case 'ADDRESS_NOT_ALLOWED':
    case 'ADDRESS_REFUSED':
    case 'CAPTIVE_PORTAL':
    case 'CERTIFICATE':
    case 'NETWORK_UNAVAILABLE':
    case 'REFUSED':
    case 'UNREADABLE_ANSWER':
      return 'address';
    default:
      return null;
  }
}

/** The form as the connection to save; fields left empty are left out. Throws when `connectErrors` finds something. */
export function connectionFrom(values: ConnectValues): SaveConnection {
  const given = (text: string): string | undefined =>
    text.trim() === '' ? undefined : text.trim();
  const fields = {
    network: values.network,
    account: given(values.account),
    name: given(values.name),
    client: given(values.client),
    model: programModelSchema.safeParse(values.model).data,
    address: given(values.address),
    callsPerMinute: values.callsPerMinute === '' ? undefined : Number(values.callsPerMinute),
    since: given(values.since),
    timeZone: given(values.timeZone),
  };
  return saveConnectionSchema.parse(
    Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined)),
  );
}

/** The token as the key store keeps it: PartnerStack's is `publicKey:secretKey`. */
export function tokenFrom(values: ConnectValues): string {
  const token = values.token.trim();
  return values.network === 'partnerstack' ? `${values.publicKey.trim()}:${token}` : token;
}
