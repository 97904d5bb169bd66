import { useComputedColorScheme, useMantineColorScheme } from '@mantine/core';
import {
  IconLayoutSidebarLeftCollapse,
  IconLayoutSidebarLeftExpand,
  IconMoon,
  IconRefresh,
  IconSun,
} from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { ConnectionState } from '../../shared/ipc/desk-records';
import { formatPercent } from '../ui/format';
import { agoInWords } from '../ui/times';
import { useNow } from '../ui/use-now';
import { onlyConnected } from '../ui/words';
import { syncStep } from './activity';
import { areas, type Area } from './areas';
import { useActivity, useDeskQuery } from './desk';
import { toggleNavigation } from './frame-state';
import { hrefOf, useRoute, type Route } from './routes';
import { standingOf } from './standing';

interface NavigationProps {
  /** The person folded it. */
  readonly isFolded: boolean;
  /** The window leaves room for icons only. */
  readonly isNarrow: boolean;
}

/** The areas that have a working screen, in the order of a working day; folded they are icons with tooltips. */
export function Navigation({ isFolded, isNarrow }: NavigationProps) {
  const current = standingOf(useRoute()).area;
  const entry = (area: Area): ReactNode =>
    area.entries[0].to.area === 'sync' ? (
      <SyncLink key={area.label} current={area === current} />
    ) : (
      <AreaLink
        key={area.label}
        title={area.label}
        to={area.entries[0].to}
        current={area === current}
      >
        <area.icon size={18} stroke={1.6} aria-hidden="true" />
        <span>{area.label}</span>
      </AreaLink>
    );
  return (
    <nav className="frame-nav" aria-label="Areas">
      <div className="frame-brand">
        <BrandMark />
        <span>Quarterdeck</span>
      </div>
      {areas.filter(({ stands }) => stands === 'top').map(entry)}
      <div className="frame-spring" />
      {areas.filter(({ stands }) => stands === 'foot').map(entry)}
      <ThemeSwitch />
      {isNarrow ? null : <FoldSwitch isFolded={isFolded} />}
    </nav>
  );
}

interface AreaLinkProps {
  /** The tooltip, which is the only visible word where the navigation is narrow. */
  readonly title: string;
  readonly to: Route;
  readonly current: boolean;
  readonly children: ReactNode;
}

function AreaLink({ title, to, current, children }: AreaLinkProps) {
  return (
    <a
      className="frame-link"
      title={title}
      href={hrefOf(to)}
      aria-current={current ? 'page' : undefined}
    >
      {children}
    </a>
  );
}

/** The sync centre with the whole desk's state in words; where the navigation is narrow they are in the tooltip. */
function SyncLink({ current }: { readonly current: boolean }) {
  const { words, tone } = useSyncWords();
  return (
    <AreaLink title={`Sync: ${words}`} to={{ area: 'sync' }} current={current}>
      <IconRefresh size={18} stroke={1.6} aria-hidden="true" />
      <span className="frame-link-words">
        Sync <small className={tone}>{words}</small>
      </span>
    </AreaLink>
  );
}

interface SyncWords {
  readonly words: string;
  readonly tone?: 'bad' | 'caution';
}

function useSyncWords(): SyncWords {
  const now = useNow();
  const work = useActivity(({ running }) => running.sync ?? running.sample);
  const { value } = useDeskQuery('connections.list', {});
  if (work !== undefined) {
    const step = work.step ?? syncStep(work.connections);
    const share = step?.total ? ` · ${formatPercent(step.done / step.total, 0)}` : '';
    return { words: `syncing${share}` };
  }
  if (value === undefined) return { words: 'opening the desk' };
  const connections = onlyConnected(value);
  if (connections.length === 0) return { words: 'nothing connected' };
  const count = (state: ConnectionState['state']): number =>
    connections.filter((connection) => connection.state === state).length;
  if (count('failed') > 0) {
    return { words: `${count('failed')} of ${connections.length} failed`, tone: 'bad' };
  }
  if (count('asking') > 0) return { words: 'waits for a decision', tone: 'caution' };
  const times = connections.flatMap(({ lastSuccessAt }) => lastSuccessAt ?? []);
  if (times.length < connections.length) return { words: 'not complete yet' };
  return { words: agoInWords(Math.min(...times), now) };
}

function ThemeSwitch() {
  const { setColorScheme } = useMantineColorScheme();
  const scheme = useComputedColorScheme('light');
  const isDark = scheme === 'dark';
  const Icon = isDark ? IconSun : IconMoon;
  return (
    <button
      type="button"
      className="frame-link"
      title={isDark ? 'Light theme' : 'Dark theme'}
      onClick={() => setColorScheme(isDark ? 'light' : 'dark')}
    >
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      <span>{isDark ? 'Light theme' : 'Dark theme'}</span>
    </button>
  );
}

function FoldSwitch({ isFolded }: { readonly isFolded: boolean }) {
  const label = isFolded ? 'Unfold navigation' : 'Fold navigation';
  const Icon = isFolded ? IconLayoutSidebarLeftExpand : IconLayoutSidebarLeftCollapse;
  return (
    <button type="button" className="frame-link" title={label} onClick={toggleNavigation}>
      <Icon size={18} stroke={1.6} aria-hidden="true" />
      <span>{label}</span>
    </button>
  );
}

/** Three lines of a ship's deck seen from above. */
function BrandMark() {
  return (
    <svg width="20" height="20" viewBox="0 0 20 20" aria-hidden="true">
      <path
        d="M10 1.5c4 3 5.5 6.5 5.5 10.5v6.5h-11V12c0-4 1.5-7.5 5.5-10.5z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinejoin="round"
      />
      <path
        d="M5 10.5h10M4.5 14.5h11"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.6"
        strokeLinecap="round"
      />
    </svg>
  );
}
