import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { utcDay } from '../../../../shared/kernel/days';
import { useNow } from '../../../ui/use-now';
import { reviewPeriods } from './review-periods';
import { wordsOf } from './review-rows';

interface StartReviewProps {
  readonly clients: readonly DeskRecord[];
  readonly busy: boolean;
  readonly onStart: (client: string, period: string) => void;
}

/** Chooses a client and one of its fiscal quarters, the one that ended last first, and begins the review. */
export function StartReview({ clients, busy, onStart }: StartReviewProps) {
  const today = utcDay(useNow());
  const [chosenClient, setClient] = useState<string | null>(null);
  const [chosenPeriod, setPeriod] = useState<string | null>(null);
  const names = clients
    .map((client) => ({ value: client.id, label: wordsOf(client, 'name') }))
    .sort((a, b) => a.label.localeCompare(b.label));
  const clientId = chosenClient ?? names[0]?.value ?? null;
  const client = clients.find(({ id }) => id === clientId);
  const periods = reviewPeriods(client?.values['calendar'], today);
  const period = periods.find(({ value }) => value === chosenPeriod) ?? periods[0];
  if (client === undefined || period === undefined) return null;
  return (
    <form
      className="start-review"
      aria-label="Start a review"
      onSubmit={(event) => {
        event.preventDefault();
        onStart(client.id, period.value);
      }}
    >
      <Select
        label="Client"
        data={names}
        value={client.id}
        searchable
        allowDeselect={false}
        onChange={(value) => {
          setClient(value);
          setPeriod(null);
        }}
      />
      <Select
        label="Fiscal quarter"
        data={periods.map(({ value, label }) => ({ value, label }))}
        value={period.value}
        allowDeselect={false}
        onChange={setPeriod}
      />
      <Button type="submit" disabled={busy}>
        Start review
      </Button>
    </form>
  );
}
