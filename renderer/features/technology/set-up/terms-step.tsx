import { Button } from '@mantine/core';
import { useMemo } from 'react';
import { utcDay } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { formatCounted } from '../../../ui/format';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { useNow } from '../../../ui/use-now';
import { SheetGrid } from '../sheet/sheet-grid';
import type { SheetModel } from '../sheet/sheet-model';
import { termsModel } from './program-terms';

/** What no network's API gives, over all programs in one table. */
export function TermsStep() {
  const programs = useDeskQuery('records.list', { kind: 'program' });
  const clients = useDeskQuery('records.list', { kind: 'client' });
  const goals = useDeskQuery('records.list', { kind: 'goal' });
  const today = utcDay(useNow());
  const model = useMemo(
    () =>
      programs.value && clients.value && goals.value
        ? termsModel({
            programs: programs.value,
            clients: clients.value,
            goals: goals.value,
            today,
          })
        : null,
    [programs.value, clients.value, goals.value, today],
  );
  const failure = programs.failure ?? clients.failure ?? goals.failure;
  if (failure) {
    return (
      <FailureState
        title="The programs could not be read"
        failure={failure}
        onRetry={() => [programs, clients, goals].forEach(({ retry }) => retry())}
      />
    );
  }
  if (model === null) return <TableSkeleton rows={10} />;
  if (model.rows.length === 0) {
    return (
      <EmptyState
        title="No programs yet"
        action={
          <Button onClick={() => goTo({ area: 'set-up', step: 'accounts' })}>
            Connect a network
          </Button>
        }
      >
        Each connected account becomes a program with a row here, such as “Northwind DE: 8 % of
        sale, 30 days, network fee 30 %”.
      </EmptyState>
    );
  }
  const gaps = gapsIn(model);
  return (
    <div className="set-up-step">
      <p className={gaps === 0 ? 'quiet' : 'bad'} role="status">
        {gaps === 0
          ? 'Nothing is missing.'
          : `${formatCounted(gaps, 'cell is', 'cells are')} missing.`}
      </p>
      <SheetGrid label="Terms and goals" model={model} reason="Terms and goals of programs" />
      <div className="page-actions">
        <Button onClick={() => goTo({ area: 'set-up', step: 'totals' })}>
          Go on with client totals
        </Button>
        <Button variant="default" onClick={() => goTo({ area: 'portfolio' })}>
          To the portfolio
        </Button>
      </div>
    </div>
  );
}

function gapsIn({ rows, columns, textOf, gapOf }: SheetModel): number {
  return rows.reduce(
    (count, row) =>
      count +
      columns.filter(({ key }) => textOf(row.key, key) === '' && gapOf(row.key, key) !== null)
        .length,
    0,
  );
}
