import type { ProgramModel } from '../../../../shared/domain/vocabulary';
import type { SaveConnection } from '../../../../shared/ipc/data-contract';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import type { ClientCalendar } from '../../../../shared/records/clients/client';
import type { ListedAccount } from '../../../../shared/sync/connector';

/** One account that a token opens, and what the person says about the program behind it. */
export interface AccountChoice {
  readonly account: string;
  /** The program's name; the network's own to begin with. */
  readonly name: string;
  readonly isChosen: boolean;
  /** It is on this desk already; connecting it again replaces its token. */
  readonly isKnown: boolean;
  readonly client: string;
  readonly model: ProgramModel;
  readonly owner: string;
  readonly timeZone: string;
}

/** What is the same for all rows before anybody says otherwise. */
export interface AccountDefaults {
  readonly model: ProgramModel;
  readonly timeZone: string;
}

/** The choices to begin with: every account that is new is ticked, and grouped by what its name says. */
export function choicesOf(
  listed: readonly ListedAccount[],
  network: string,
  known: readonly ConnectionState[],
  defaults: AccountDefaults,
): readonly AccountChoice[] {
  return listed.map(({ account, name }) => {
    const connection = known.find((each) => each.network === network && each.account === account);
    return {
      account,
      name: connection?.program ?? name ?? account,
      isChosen: connection === undefined,
      isKnown: connection !== undefined,
      client: connection?.client ?? clientNameOf(name ?? account),
      model: connection?.model === 'b2b' ? 'b2b' : defaults.model,
      owner: '',
      timeZone: connection?.timeZone ?? defaults.timeZone,
    };
  });
}

/** Words at the end of a program's name that tell its market, not its client. */
const marketWords = new Set(
  `at au be br ca ch cz de dk emea es eu fi fr global gr hu ie int international intl it jp kr mx nl no nordics nz pl pt
  ro row se sg uk us usa austria australia belgium canada france germany ireland italy netherlands poland spain sweden
  switzerland program programme affiliate affiliates shop store`.split(/\s+/),
);

/** The client that a program's name suggests: `Northwind DE` and `Northwind (UK)` are Northwind's. */
export function clientNameOf(program: string): string {
  const words = program.trim().split(/\s+/);
  while (words.length > 1) {
    const last = (words.at(-1) ?? '').toLowerCase().replace(/[^a-z]/g, '');
    if (last !== '' && !marketWords.has(last)) break;
    words.pop();
  }
  return words.join(' ').replace(/[\s\-–|·:,]+$/, '');
}

export type ChoiceField = 'account' | 'name' | 'client';

/** What a chosen row lacks, by field; empty when it can be connected. */
export function choiceErrors(
  choice: AccountChoice,
): Readonly<Partial<Record<ChoiceField, string>>> {
  return {
    ...(choice.account.trim() === '' ? { account: 'Name the account.' } : {}),
    ...(choice.name.trim() === '' ? { name: 'Name the program.' } : {}),
    ...(choice.client.trim() === '' ? { client: 'Whose program is it?' } : {}),
  };
}

/** The clients of the chosen rows, each once, in the order of the rows. */
export function clientsOf(choices: readonly AccountChoice[]): readonly string[] {
  const clients = new Map<string, string>();
  for (const { isChosen, client } of choices) {
    const name = client.trim();
    const key = clientKey(name);
    if (isChosen && name !== '' && !clients.has(key)) clients.set(key, name);
  }
  return [...clients.values()];
}

/** Names that mean the same client. */
export function clientKey(name: string): string {
  return name.normalize('NFC').trim().toLowerCase();
}

/** What the door says of every connection. */
export type ConnectionDoor = Pick<
  SaveConnection,
  'network' | 'address' | 'callsPerMinute' | 'since'
>;

/** The chosen rows as the connections to save. `calendars` holds those that the person set, by `clientKey`. */
export function connectionsOf(
  choices: readonly AccountChoice[],
  door: ConnectionDoor,
  calendars: ReadonlyMap<string, ClientCalendar>,
): SaveConnection[] {
  return choices
    .filter(({ isChosen }) => isChosen)
    .map(({ account, isKnown, name, client, model, owner, timeZone }) => {
      const calendar = calendars.get(clientKey(client));
      const { since, ...rest } = door;
      return {
        ...rest,
        // What is on this desk already keeps the first day of its history.
        ...(isKnown || since === undefined ? {} : { since }),
        account: account.trim(),
        name: name.trim(),
        client: client.trim(),
        model,
        timeZone,
        ...(owner.trim() === '' ? {} : { owner: owner.trim() }),
        ...(calendar === undefined ? {} : { calendar }),
      };
    });
}
