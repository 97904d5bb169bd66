import { Button, SegmentedControl } from '@mantine/core';
import { useMemo, useState } from 'react';
import { utcDay } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { useNow } from '../../../ui/use-now';
import { monthOf } from '../sheet/read-cells';
import { SheetGrid } from '../sheet/sheet-grid';
import { totalsModel, type TotalBasis, type TotalMeasure } from './client-totals';

const measures: { value: TotalMeasure; label: string }[] = [
  { value: 'total', label: 'Total sales' },
  { value: 'newCustomers', label: 'New customers' },
  { value: 'orders', label: 'Orders' },
];

const bases = [
  { value: 'net', label: 'Net' },
  { value: 'gross', label: 'Gross' },
  { value: '', label: 'Not said' },
];

/** The clients' own totals by month, pasted or typed. */
export function TotalsStep() {
  const [measure, setMeasure] = useState<TotalMeasure>('total');
  const [basis, setBasis] = useState<TotalBasis>(null);
  const clients = useDeskQuery('records.list', { kind: 'client' });
  const programs = useDeskQuery('records.list', { kind: 'program' });
  const totals = useDeskQuery('records.list', { kind: 'client-total' });
  const today = utcDay(useNow());
  const model = useMemo(
    () =>
      clients.value && programs.value && totals.value
        ? totalsModel(
            {
              clients: clients.value,
              programs: programs.value,
              totals: totals.value,
              today,
            },
            measure,
            basis,
          )
        : null,
    [clients.value, programs.value, totals.value, today, measure, basis],
  );
  const failure = clients.failure ?? programs.failure ?? totals.failure;
  if (failure) {
    return (
      <FailureState
        title="The clients could not be read"
        failure={failure}
        onRetry={() => [clients, programs, totals].forEach(({ retry }) => retry())}
      />
    );
  }
  if (model === null) return <TableSkeleton rows={10} />;
  if (model.rows.length === 0) {
    return (
      <EmptyState
        title="No clients yet"
        action={
          <Button onClick={() => goTo({ area: 'set-up', step: 'accounts' })}>
            Connect a network
          </Button>
        }
      >
        Each client has a row here with its own sales by month, such as “Northwind EUR, 2026-09:
        1,204,000.00”.
      </EmptyState>
    );
  }
  return (
    <div className="set-up-step">
      <div className="page-actions">
        <SegmentedControl<TotalMeasure>
          aria-label="Figure"
          size="xs"
          data={measures}
          value={measure}
          onChange={setMeasure}
        />
        {measure === 'total' ? (
          <>
            <span className="quiet" id="totals-basis">
              What is written is
            </span>
            <SegmentedControl
              aria-labelledby="totals-basis"
              size="xs"
              data={bases}
              value={basis ?? ''}
              onChange={(value) => setBasis(value === 'net' || value === 'gross' ? value : null)}
            />
          </>
        ) : null}
      </div>
      <SheetGrid
        key={measure}
        label="Client totals by month"
        model={model}
        reason="Client totals by month"
        nameOf={monthOf}
      />
      <div className="page-actions">
        <Button onClick={() => goTo({ area: 'portfolio' })}>To the portfolio</Button>
      </div>
    </div>
  );
}
