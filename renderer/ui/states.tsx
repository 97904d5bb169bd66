import { Button, Skeleton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { DeskFailure } from '../../shared/kernel/result';

interface EmptyStateProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action?: ReactNode;
  /** It is all that the screen shows, so its title is the screen's. */
  readonly alone?: boolean;
}

/** What this place is for, and the one thing to do. */
export function EmptyState({ title, children, action, alone = false }: EmptyStateProps) {
  const Title = alone ? 'h1' : 'h2';
  return (
    <section className="state">
      <Title>{title}</Title>
      <div className="quiet">{children}</div>
      {action === undefined ? null : <div className="state-actions">{action}</div>}
    </section>
  );
}

interface FailureStateProps {
  readonly title: string;
  readonly failure: DeskFailure;
  readonly onRetry?: () => void;
  /** It is all that the screen shows, so its title is the screen's. */
  readonly alone?: boolean;
}

/** A failure beside its cause: what happened, what to do, the code for whoever is asked for help. */
export function FailureState({ title, failure, onRetry, alone = false }: FailureStateProps) {
  const Title = alone ? 'h1' : 'h2';
  return (
    <section className="state" role="alert">
      <Title>{title}</Title>
      <p>{failure.message}</p>
      <p className="quiet mono">
        {failure.code}
        {failure.detail === undefined ? '' : ` · ${failure.detail}`}
      </p>
      {onRetry === undefined ? null : (
        <div className="state-actions">
          <Button variant="default" onClick={onRetry}>
            Try again
          </Button>
        </div>
      )}
    </section>
  );
}

/** The shape of a table before its rows are known. */
export function TableSkeleton({ rows }: { readonly rows: number }) {
  return (
    <div role="status" aria-label="Loading">
      {Array.from({ length: rows }, (_, index) => (
        <Skeleton key={index} height={20} my={12} radius={4} />
      ))}
    </div>
  );
}
