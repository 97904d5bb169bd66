import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { utcDay } from '../../../../shared/kernel/days';
import { runWork } from '../../../app/activity';
import { useActivity, useDesk } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { useNow } from '../../../ui/use-now';
import { WorkProgress } from '../../../ui/work-progress';
import { reviewPeriods } from './review-periods';

/** Chooses a client and one of its fiscal quarters, and makes the review. */
export function MakeReview({ clients }: { readonly clients: readonly DeskRecord[] }) {
  const { shell, activity } = useDesk();
  const running = useActivity((state) => state.running);
  const step = useActivity((state) => state.step);
  const failed = useActivity((state) => state.failure);
  const today = utcDay(useNow());
  const [chosenClient, setClient] = useState<string | null>(null);
  const [chosenPeriod, setPeriod] = useState<string | null>(null);

  const names = clientChoices(clients);
  const clientId = chosenClient ?? names[0]?.value ?? null;
  const client = clients.find(({ id }) => id === clientId);
  const periods = reviewPeriods(client?.values['calendar'], today);
  const period = periods.find(({ value }) => value === chosenPeriod) ?? periods[0];
  if (client === undefined || period === undefined) return null;

  const make = async (): Promise<void> => {
    const made = await runWork(activity, 'review', () =>
      shell.call('reviews.export', { client: client.id, period: period.value }),
    );
    if (made !== null) goTo({ area: 'review', id: made.review });
  };

  return (
    <section className="make-review" aria-label="Make a review">
      <form
        className="make-review-form"
        onSubmit={(event) => {
          event.preventDefault();
          void make();
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
        <Button type="submit" disabled={running !== null}>
          Make review
        </Button>
      </form>
      {running === 'review' ? (
        <WorkProgress
          title="Making the review"
          words={step?.words ?? 'Gathering the figures'}
          done={step?.done ?? 0}
          total={step?.total ?? null}
          cancelling={false}
        />
      ) : null}
      {failed?.work === 'review' ? (
        <p className="bad form-failure" role="alert">
          {failed.failure.message} <span className="mono">{failed.failure.code}</span>
        </p>
      ) : null}
    </section>
  );
}

function clientChoices(
  clients: readonly DeskRecord[],
): { readonly value: string; readonly label: string }[] {
  return clients
    .map(({ id, values }) => ({
      value: id,
      label: typeof values['name'] === 'string' ? values['name'] : id,
    }))
    .sort((a, b) => a.label.localeCompare(b.label));
}
