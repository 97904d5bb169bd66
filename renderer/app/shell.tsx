import { useMediaQuery } from '@mantine/hooks';
import { useEffect, useRef, useState, type ReactNode, type RefObject } from 'react';
import { useStore } from 'zustand';
import { standingOf } from './standing';
import { useDesk, useDeskQuery, useMainState } from './desk';
import { ErrorBoundary } from './error-boundary';
import { FrameKeys } from './frame-keys';
import { frameState } from './frame-state';
import { Navigation } from './navigation';
import { PaletteButton } from './palette';
import { useShownPlaceName } from './place-name';
import { hrefOf, useRoute, type Route } from './routes';
import { useRecents } from './recents';
import { ScopeControl } from './scope-control';
import { SideSlotContext } from './side-panel';
import { isFocusFree } from '../ui/focus';

interface ShellProps {
  readonly children: ReactNode;
}

/** The frame: areas on the left, where one is on top, the screen below with the side panel beside it. */
export function Shell({ children }: ShellProps) {
  const route = useRoute();
  const isFolded = useStore(frameState, ({ foldedNavigation }) => foldedNavigation);
  const isNarrow = useMediaQuery('(max-width: 1100px)', false, { getInitialValueInEffect: false });
  const [sideSlot, setSideSlot] = useState<HTMLElement | null>(null);
  const place = hrefOf(route);
  const content = useRef<HTMLElement>(null);
  useFocusInPlace(place, content);
  useRecents(route);
  return (
    <div className="frame" data-navigation={isFolded || isNarrow ? 'icons' : 'words'}>
      <Navigation isFolded={isFolded} isNarrow={isNarrow} />
      <div className="frame-main">
        <header className="frame-top">
          <Breadcrumb route={route} />
          <SampleMark />
          <PaletteButton />
          <ScopeControl />
        </header>
        <MakingReadyNotice />
        <TokenStoreNotice />
        <AreaTabs route={route} />
        <div className="frame-body">
          <main className="frame-content" tabIndex={-1} ref={content}>
            <SideSlotContext value={sideSlot}>
              <ErrorBoundary key={place} place="screen">
                {children}
              </ErrorBoundary>
            </SideSlotContext>
          </main>
          <div className="frame-side" ref={setSideSlot} />
        </div>
      </div>
      <FrameKeys />
    </div>
  );
}

/**
 * What had the focus goes away with its screen: then the new screen has it, so that the next Tab leads into it and a screen
 * reader begins there. A screen that puts the focus somewhere by itself keeps it.
 */
function useFocusInPlace(place: string, content: RefObject<HTMLElement | null>): void {
  const last = useRef(place);
  useEffect(() => {
    if (last.current === place) return;
    last.current = place;
    const frame = requestAnimationFrame(() => {
      if (isFocusFree()) content.current?.focus({ preventScroll: true });
    });
    return () => cancelAnimationFrame(frame);
  }, [place, content]);
}

function Breadcrumb({ route }: { readonly route: Route }) {
  const { area, entry, screen } = standingOf(route);
  const ownName = useShownPlaceName();
  const here = hrefOf(route);
  const [home] = area.entries;
  const shown = ownName ?? screen.title;
  const above = [{ label: area.label, to: home.to }, ...(entry === null ? [] : [entry])].filter(
    ({ label, to }, at, all) =>
      hrefOf(to) !== here && label !== shown && label !== all[at - 1]?.label,
  );
  const isList = entry !== null && hrefOf(entry.to) === here;
  return (
    <nav aria-label="Breadcrumb">
      <ol className="breadcrumb">
        {above.map(({ label, to }) => (
          <li key={label}>
            <a href={hrefOf(to)}>{label}</a>
          </li>
        ))}
        <li>
          <span className="one-line" aria-current="page">
            {isList ? entry.label : shown}
          </span>
        </li>
      </ol>
    </nav>
  );
}

/** The places of an area side by side, above each of them. */
function AreaTabs({ route }: { readonly route: Route }) {
  const { area, entry } = standingOf(route);
  const here = hrefOf(route);
  if (entry === null || area.entries.length === 1 || hrefOf(entry.to) !== here) return null;
  return (
    <nav className="area-tabs" aria-label={area.label}>
      {area.entries.map(({ label, to }) => (
        <a key={label} href={hrefOf(to)} aria-current={hrefOf(to) === here ? 'page' : undefined}>
          {label}
        </a>
      ))}
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

/** Shown until the first answer comes, which may take some seconds at the first start of another version. */
function MakingReadyNotice() {
  const { isMadeReady } = useDesk();
  const { value, failure } = useDeskQuery('person.get', isMadeReady ? {} : null);
  if (!isMadeReady || value !== undefined || failure !== undefined) return null;
  return (
    <div className="notice" role="status">
      <span>
        This desk is made ready first: a copy of it is kept, then its records are brought to this
        version. Nothing can be changed until then.
      </span>
    </div>
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
