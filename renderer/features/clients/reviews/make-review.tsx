import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { utcDay } from '../../../../shared/kernel/days';
import { cancelWork, runWork } from '../../../app/activity';
import { useActivity, useDesk } from '../../../app/desk';
import { goTo, routeOf } from '../../../app/routes';
import { useNow } from '../../../ui/use-now';
import { WorkProgress } from '../../../ui/work-progress';
import { reviewPeriods } from './review-periods';

/** Chooses a client and one of its fiscal quarters, and makes the review. */
export function MakeReview({ clients }: { readonly clients: readonly DeskRecord[] }) {
  const { shell, activity } = useDesk();
  const making = useActivity(({ running }) => running.review);
  const failure = useActivity(({ failures }) => failures.review);
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
    const made = await runWork(activity, shell, 'review', () =>
      shell.call('reviews.export', { client: client.id, period: period.value }),
    );
    // Who has gone elsewhere meanwhile finds it in the list.
    if (made !== null && routeOf(window.location.hash).area === 'reviews') {
      goTo({ area: 'review', id: made.review });
    }
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
        <Button type="submit" disabled={making !== undefined}>
          Make review
        </Button>
      </form>
      {making ? (
        <WorkProgress
          title="Making the review"
          unit="steps"
          words={making.step?.words ?? 'Gathering the figures'}
          done={making.step?.done ?? 0}
          total={making.step?.total ?? null}
          cancelling={making.cancelling}
          onCancel={() => cancelWork(activity, shell, 'review')}
        />
      ) : null}
      {failure ? (
        <p className="bad form-failure" role="alert">
          {failure.message} <span className="mono">{failure.code}</span>
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
