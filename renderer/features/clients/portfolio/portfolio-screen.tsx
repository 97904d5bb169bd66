import { Button, Skeleton } from '@mantine/core';
import type { PortfolioStanding } from '../../../../shared/ipc/portfolio-standing';
import { goTo } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { useNow } from '../../../ui/use-now';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { formatDayRange } from '../../../ui/times';
import { modelName } from '../../../ui/words';
import { clientTotals } from './client-lines';
import { ClientTable } from './client-table';
import { Definitions } from './definitions';
import { rankedClients, rankedPrograms } from './order';
import { usePaintedMark } from './painted-mark';
import { PortfolioTable } from './portfolio-table';
import { TotalCards } from './total-cards';
import { usePortfolio, type PortfolioPart } from './use-portfolio';
import { useStanding } from './use-standing';

/** The clients and programs in scope in one period, against the one it is compared to. */
export function PortfolioScreen() {
  const now = useNow();
  const { period, today, programs } = useScope();
  const { parts, failure, pending, retry } = usePortfolio(period, today, programs);
  const standing = useStanding(period, today, parts !== undefined);
  usePaintedMark(parts !== undefined && parts.length > 0);

  return (
    <div className="page" aria-busy={pending}>
      <header className="page-head">
        <div>
          <h1>Portfolio</h1>
          <p className="quiet">
            {period.label} ({formatDayRange(period.current.from, period.current.to)}), change
            against {period.previousLabel}
          </p>
        </div>
        <div className="page-actions">
          <Definitions period={period} />
        </div>
      </header>
      {failure ? (
        <FailureState title="The figures could not be computed" failure={failure} onRetry={retry} />
      ) : null}
      {parts === undefined && !failure ? <PortfolioSkeleton /> : null}
      {parts?.length === 0 ? <NoPrograms /> : null}
      {parts?.map((part) => (
        <ModelSection
          key={part.model}
          part={part}
          standing={standing}
          previousLabel={period.previousLabel}
          now={now}
        />
      ))}
    </div>
  );
}

interface ModelSectionProps {
  readonly part: PortfolioPart;
  readonly standing: PortfolioStanding | undefined;
  readonly previousLabel: string;
  readonly now: number;
}

/** The clients and programs of one model; retail and B2B are never in one total. */
function ModelSection({ part, standing, previousLabel, now }: ModelSectionProps) {
  const { model, clients, totals } = part;
  const goals = standing?.goals ?? [];
  const programs = rankedPrograms(clients, goals, now);
  return (
    <section className="model" aria-label={`${modelName(model)} programs`}>
      <h2>{modelName(model)}</h2>
      {totals.length === 0 ? null : <TotalCards totals={totals} previousLabel={previousLabel} />}
      <ClientTable
        clients={clientTotals(rankedClients(clients, programs, goals))}
        model={model}
        previousLabel={previousLabel}
        goals={standing?.goals}
        shares={standing?.shares}
      />
      <PortfolioTable
        programs={programs}
        model={model}
        previousLabel={previousLabel}
        isPaced={standing !== undefined}
        now={now}
      />
    </section>
  );
}

function PortfolioSkeleton() {
  return (
    <>
      <div className="totals" aria-hidden="true">
        {Array.from({ length: 4 }, (_, index) => (
          <Skeleton key={index} height={132} />
        ))}
      </div>
      <TableSkeleton rows={14} />
    </>
  );
}

function NoPrograms() {
  return (
    <EmptyState
      title="No programs yet"
      action={
        <Button onClick={() => goTo({ area: 'set-up', step: 'accounts' })}>
          Connect a network
        </Button>
      }
    >
      Each account of a network that you connect becomes a program here, such as “Northwind DE ·
      Awin”, with its revenue, orders, commission and clicks.
    </EmptyState>
  );
}
