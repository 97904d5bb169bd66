import { Button } from '@mantine/core';
import { useEffect, useMemo, useRef, useState } from 'react';
import { networkSchema } from '../../../../shared/domain/vocabulary';
import type { ConnectionState } from '../../../../shared/ipc/desk-records';
import { parseDay } from '../../../../shared/kernel/days';
import type { ClientCalendar } from '../../../../shared/records/clients/client';
import { connectors } from '../../../../shared/sync/connectors';
import { defaultSince } from '../../../../shared/sync/plan';
import { runWork } from '../../../app/activity';
import { useDesk, useDeskQuery, useMainState } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { formatCounted } from '../../../ui/format';
import { networkName } from '../../../ui/words';
import { AskingLine } from '../connect/asking-line';
import {
  connectionFrom,
  emptyValues,
  tokenFrom,
  type ConnectField,
  type ConnectValues,
} from '../connect/connect-values';
import { TokenStoreChoice, type TokenStoreAnswer } from '../connect/token-store-choice';
import { useAsking } from '../connect/use-asking';
import { durationInWords, firstSyncTime } from '../sync/time-left';
import {
  choiceErrors,
  choicesOf,
  clientKey,
  clientsOf,
  connectionsOf,
  type AccountChoice,
} from './account-choice';
import { AccountsTable } from './accounts-table';
import { CalendarTable } from './calendar-fields';
import { DoorForm } from './door-form';
import { useBooks } from './use-books';

/** Connects accounts: a token, the accounts that it opens, and what only people know of each. */
export function AccountsStep() {
  const [values, setValues] = useState<ConnectValues>(() => emptyValues(Date.now()));
  const [choices, setChoices] = useState<readonly AccountChoice[] | null>(null);
  const { shell } = useDesk();
  const asking = useAsking();
  const known = useDeskQuery('connections.list', {});

  const list = async (): Promise<void> => {
    const { network, address, callsPerMinute } = connectionFrom({ ...values, account: 'any' });
    const answer = await asking.ask(async () => ({
      listed: await shell.call('connections.accounts', {
        network,
        token: tokenFrom(values),
        ...(address === undefined ? {} : { address }),
        ...(callsPerMinute === undefined ? {} : { callsPerMinute }),
      }),
    }));
    if (answer === null) return;
    const defaults = { model: connectors[network].defaultModel, timeZone: values.timeZone };
    // Where the network names no account, the token stands for one, and the person names it.
    const listed = answer.listed ?? [{ account: '', name: '' }];
    setChoices(choicesOf(listed, network, known.value ?? [], defaults));
  };
  const change = (field: ConnectField, value: string): void => {
    setValues((before) => ({ ...before, [field]: value }));
    asking.forget();
  };

  if (choices === null) {
    return (
      <DoorForm
        values={values}
        asking={asking}
        onChange={change}
        onList={() => {
          void list();
        }}
      />
    );
  }
  return (
    <ChooseAccounts
      values={values}
      choices={choices}
      known={known.value ?? []}
      onChange={setChoices}
      onBack={() => setChoices(null)}
    />
  );
}

interface ChooseAccountsProps {
  readonly values: ConnectValues;
  readonly choices: readonly AccountChoice[];
  readonly known: readonly ConnectionState[];
  readonly onChange: (choices: readonly AccountChoice[]) => void;
  readonly onBack: () => void;
}

function ChooseAccounts({ values, choices, known, onChange, onBack }: ChooseAccountsProps) {
  const { shell, activity } = useDesk();
  const asking = useAsking();
  const choiceNeeded = useMainState(({ tokenStore }) => tokenStore?.choiceNeeded ?? false);
  const [store, setStore] = useState<TokenStoreAnswer | null>(null);
  const [isTried, setIsTried] = useState(false);
  const [calendars, setCalendars] = useState<ReadonlyMap<string, ClientCalendar>>(new Map());
  const { clients, calendarOf, owners } = useBooks();
  const zones = useMemo(() => [...Intl.supportedValuesOf('timeZone'), 'UTC'].sort(), []);
  const found = useRef<HTMLParagraphElement>(null);
  // The button that asked is gone: what it found has the focus, and the next Tab is its first account.
  useEffect(() => found.current?.focus(), []);

  const chosen = choices.filter(({ isChosen }) => isChosen);
  const lacking = chosen.some((choice) => Object.keys(choiceErrors(choice)).length > 0);
  const storeMissing = choiceNeeded && store === null;
  const shownCalendars = clientsOf(choices).map((client) => ({
    client,
    calendar: calendars.get(clientKey(client)) ?? calendarOf(client),
  }));
  const failure = asking.failure?.code === 'CANCELLED' ? null : asking.failure;

  const connect = async (): Promise<void> => {
    setIsTried(true);
    if (chosen.length === 0 || lacking || storeMissing || asking.isAsking) return;
    const door = connectionFrom({ ...values, account: 'any' });
    const { network, address, callsPerMinute, since } = door;
    const saved = await asking.ask(async () => {
      if (choiceNeeded && store !== null) await shell.call('tokenStore.choose', { store });
      return shell.call('connections.connect', {
        token: tokenFrom(values),
        connections: connectionsOf(
          choices,
          {
            network,
            ...(address === undefined ? {} : { address }),
            ...(callsPerMinute === undefined ? {} : { callsPerMinute }),
            ...(since === undefined ? {} : { since }),
          },
          calendars,
        ),
      });
    });
    if (saved === null) return;
    void runWork(activity, shell, 'sync', () => shell.call('sync.run', { connection: null }));
    goTo({ area: 'set-up', step: 'reading' });
  };

  return (
    <div className="set-up-step">
      <p className="quiet" ref={found} tabIndex={-1}>
        {foundWords(values.network, choices)}
      </p>
      <AccountsTable
        choices={choices}
        isNamedHere={values.network === 'partnerstack'}
        clients={clients}
        owners={owners}
        zones={zones}
        isTried={isTried}
        onChange={(row, change) => {
          onChange(choices.map((each, index) => (index === row ? { ...each, ...change } : each)));
          asking.forget();
        }}
        onTickAll={(isChosen) => onChange(choices.map((each) => ({ ...each, isChosen })))}
      />
      {shownCalendars.length === 0 ? null : (
        <>
          <h2>{formatCounted(shownCalendars.length, 'client', 'clients')} and their calendars</h2>
          <CalendarTable
            calendars={shownCalendars}
            onChange={(client, calendar) => {
              setCalendars((before) => new Map(before).set(clientKey(client), calendar));
            }}
          />
        </>
      )}
      {choiceNeeded ? (
        <TokenStoreChoice
          value={store}
          error={isTried && storeMissing ? 'Choose where the token is kept.' : null}
          onChange={setStore}
        />
      ) : null}
      {isTried && chosen.length === 0 ? (
        <p className="bad form-failure" role="alert">
          Tick at least one account.
        </p>
      ) : null}
      {failure === null ? null : (
        <p className="bad form-failure" role="alert">
          {failure.message} <span className="mono">{failure.code}</span>
        </p>
      )}
      <AskingLine network={values.network} asking={asking} />
      <div className="page-actions">
        <Button loading={asking.isAsking} onClick={() => void connect()}>
          Connect {formatCounted(chosen.length, 'account', 'accounts')}
        </Button>
        <Button variant="default" onClick={onBack}>
          Back
        </Button>
        <span className="quiet">{estimateWords(values, chosen.length, known)}</span>
      </div>
    </div>
  );
}

function foundWords(network: string, choices: readonly AccountChoice[]): string {
  if (network === 'partnerstack') {
    return 'The keys are good. PartnerStack doesn’t say whose they are: name the account, and say whose program it is.';
  }
  if (choices.length === 0) {
    return 'Awin accepts this token, but it opens no advertiser account. Ask the client to give your user access.';
  }
  const { length } = choices;
  return `The token opens ${formatCounted(length, 'advertiser account', 'advertiser accounts')}. Programs of one client get the same client name.`;
}

/** How long the first reading takes at the pace; accounts that are there already are only brought up to date. */
function estimateWords(
  values: ConnectValues,
  accounts: number,
  known: readonly ConnectionState[],
): string {
  if (accounts === 0) return '';
  const now = Date.now();
  const network = networkSchema.safeParse(values.network).data ?? 'awin';
  const pace = Number(values.callsPerMinute) || connectors[network].defaultCallsPerMinute;
  const since = parseDay(values.since) ?? defaultSince(now);
  const time = durationInWords(firstSyncTime(network, accounts, pace, since, now));
  const others = known.length > 0 ? ' What is on this desk already is brought up to date too.' : '';
  return `${networkName(network)} takes ${pace} calls a minute, so the first reading needs ${time} or more: clicks first, then sales, newest month first.${others}`;
}
