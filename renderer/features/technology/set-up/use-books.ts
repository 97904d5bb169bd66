import { useMemo } from 'react';
import {
  clientCalendarSchema,
  defaultCalendar,
  type ClientCalendar,
} from '../../../../shared/records/clients/client';
import { useDeskQuery } from '../../../app/desk';
import { clientKey } from './account-choice';

/** What the desk knows by name: clients with their calendars, and the team. */
export function useBooks() {
  const clientRows = useDeskQuery('records.list', { kind: 'client' }).value;
  const teamRows = useDeskQuery('records.list', { kind: 'team-member' }).value;
  return useMemo(() => {
    const nameOf = ({ values }: { readonly values: Readonly<Record<string, unknown>> }): string =>
      typeof values['name'] === 'string' ? values['name'] : '';
    const stored = new Map(
      (clientRows ?? []).map((row) => [
        clientKey(nameOf(row)),
        clientCalendarSchema.safeParse(row.values['calendar']).data ?? defaultCalendar,
      ]),
    );
    const sorted = (names: readonly string[]): string[] =>
      [...new Set(names)].sort((one, other) => one.localeCompare(other));
    return {
      clients: sorted((clientRows ?? []).map(nameOf)),
      owners: sorted((teamRows ?? []).map(nameOf)),
      calendarOf: (client: string): ClientCalendar =>
        stored.get(clientKey(client)) ?? defaultCalendar,
    };
  }, [clientRows, teamRows]);
}
