import type { ReactNode } from 'react';
import { useMainState } from './desk';
import { ErrorBoundary } from './error-boundary';
import { Navigation } from './navigation';
import { hrefOf, useRoute, type Route } from './routes';

interface ShellProps {
  readonly children: ReactNode;
}

/** The frame: areas on the left, where one is on top, the screen below. */
export function Shell({ children }: ShellProps) {
  const route = useRoute();
  return (
    <div className="frame">
      <Navigation />
      <div className="frame-main">
        <header className="frame-top">
          <Breadcrumb route={route} />
          <SampleMark />
        </header>
        <TokenStoreNotice />
        <main className="frame-content" tabIndex={-1}>
          <ErrorBoundary key={hrefOf(route)} place="screen">
            {children}
          </ErrorBoundary>
        </main>
      </div>
    </div>
  );
}

interface Place {
  readonly label: string;
  readonly route: Route | null;
}

function placesOf(route: Route): readonly Place[] {
  switch (route.area) {
    case 'portfolio':
      return [{ label: 'Portfolio', route: null }];
    case 'reviews':
      return [{ label: 'Reviews & reports', route: null }];
    case 'review':
      return [
        { label: 'Reviews & reports', route: { area: 'reviews' } },
        { label: 'Review', route: null },
      ];
    case 'sync':
      return [{ label: 'Sync', route: null }];
    case 'connect':
      return [
        { label: 'Sync', route: { area: 'sync' } },
        { label: 'Connect a network', route: null },
      ];
  }
}

function Breadcrumb({ route }: { readonly route: Route }) {
  return (
    <nav aria-label="Breadcrumb">
      <ol className="breadcrumb">
        {placesOf(route).map(({ label, route: target }) => (
          <li key={label}>
            {target === null ? (
              <span aria-current="page">{label}</span>
            ) : (
              <a href={hrefOf(target)}>{label}</a>
            )}
          </li>
        ))}
      </ol>
    </nav>
  );
}

function SampleMark() {
  const isSample = useMainState(({ info }) => info?.profile === 'sample');
  if (!isSample) return null;
  return (
    <span className="sample-mark" title="A made-up agency. This profile stays a sample for ever.">
      Sample data
    </span>
  );
}

function TokenStoreNotice() {
  const warning = useMainState(({ tokenStore }) => tokenStore?.warning ?? null);
  if (warning === null) return null;
  return (
    <div className="notice" role="status">
      <span>{warning}</span>
      <a href={hrefOf({ area: 'sync' })}>Change in Sync</a>
    </div>
  );
}
