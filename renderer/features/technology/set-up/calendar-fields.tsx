import { Select } from '@mantine/core';
import {
  clientCalendarSchema,
  type ClientCalendar,
} from '../../../../shared/records/clients/client';
import { TableHead } from '../../../ui/table-head';
import { monthNames } from '../../../ui/times';

interface CalendarFieldsProps {
  readonly client: string;
  readonly value: ClientCalendar;
  readonly onChange: (calendar: ClientCalendar) => void;
}

const kinds = [
  { value: 'months', label: 'Calendar months' },
  { value: '4-4-5', label: 'Weeks 4-4-5' },
  { value: '4-5-4', label: 'Weeks 4-5-4' },
  { value: '5-4-4', label: 'Weeks 5-4-4' },
];

const months = monthNames.map((label, index) => ({ value: String(index + 1), label }));

const weekdays = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'].map(
  (label, index) => ({ value: String(index + 1), label }),
);

const rules = [
  { value: 'nearest', label: 'on the nearest to the 1st' },
  { value: 'last', label: 'after the last of the month before' },
];

/** One client's year: where it starts, and whether it goes by months or by weeks. */
export function CalendarFields({ client, value, onChange }: CalendarFieldsProps) {
  const change = (fields: Readonly<Record<string, unknown>>): void => {
    const parsed = clientCalendarSchema.safeParse({ ...value, ...fields });
    if (parsed.success) onChange(parsed.data);
  };
  const setKind = (kind: string | null): void => {
    const { startMonth, firstWeekday } = value;
    if (kind === 'months') onChange({ kind, startMonth, firstWeekday });
    else if (kind !== null) {
      const rule = value.kind === 'weeks' ? value.rule : 'nearest';
      const parsed = clientCalendarSchema.safeParse({
        kind: 'weeks',
        pattern: kind,
        startMonth,
        firstWeekday,
        rule,
      });
      if (parsed.success) onChange(parsed.data);
    }
  };
  return (
    <tr>
      <th scope="row" className="name">
        {client}
      </th>
      <td>
        <Select
          size="xs"
          aria-label={`Quarters of ${client}`}
          data={kinds}
          allowDeselect={false}
          value={value.kind === 'months' ? 'months' : value.pattern}
          onChange={setKind}
        />
      </td>
      <td>
        <Select
          size="xs"
          aria-label={`First month of ${client}’s year`}
          data={months}
          allowDeselect={false}
          value={String(value.startMonth)}
          onChange={(month) => change({ startMonth: Number(month) })}
        />
      </td>
      <td>
        <Select
          size="xs"
          aria-label={`First day of ${client}’s week`}
          data={weekdays}
          allowDeselect={false}
          value={String(value.firstWeekday)}
          onChange={(day) => change({ firstWeekday: Number(day) })}
        />
      </td>
      <td>
        {value.kind === 'weeks' ? (
          <Select
            size="xs"
            aria-label={`Day on which ${client}’s year starts`}
            data={rules}
            allowDeselect={false}
            value={value.rule}
            onChange={(rule) => change({ rule })}
          />
        ) : (
          <span className="quiet">on the 1st</span>
        )}
      </td>
    </tr>
  );
}

/** The calendars of the clients whose programs are connected. */
export function CalendarTable({
  calendars,
  onChange,
}: {
  readonly calendars: readonly { readonly client: string; readonly calendar: ClientCalendar }[];
  readonly onChange: (client: string, calendar: ClientCalendar) => void;
}) {
  return (
    <div className="grid-scroll">
      <table className="grid flat fields">
        <caption className="visually-hidden">Calendars of the clients</caption>
        <TableHead
          columns={[
            'Client',
            'Quarters by',
            'Year starts in',
            'Week starts on',
            'First day of the year',
          ]}
        />
        <tbody>
          {calendars.map(({ client, calendar }) => (
            <CalendarFields
              key={client}
              client={client}
              value={calendar}
              onChange={(next) => onChange(client, next)}
            />
          ))}
        </tbody>
      </table>
    </div>
  );
}
