import { useMantineColorScheme } from '@mantine/core';
import { useStore } from 'zustand';
import { showFailure } from '../../ui/notify';
import { runWork } from '../activity';
import { useActivity, useDesk, useMainState } from '../desk';
import { keyLayers } from '../key-layers';
import { groupsOf } from '../key-groups';
import {
  choiceLabel,
  comparisonLabels,
  comparisons,
  fiscalChoices,
  standardPeriods,
} from '../period';
import { goTo } from '../routes';
import { useScope, useScopeActions } from '../scope';

/** Something that the palette can do. */
export interface PaletteAction {
  readonly id: string;
  readonly words: string;
  /** The part of the window that it belongs to, which is searched, too. */
  readonly group: string;
  /** The keys that do the same; null where there are none. */
  readonly keys: string | null;
  readonly run: () => void;
}

/** Every action that is possible here and now: the screen's own first, then those of the desk. */
export function usePaletteActions(): readonly PaletteAction[] {
  const layers = useStore(keyLayers, (state) => state.layers);
  const bound = groupsOf(layers).flatMap(({ group, bindings }) =>
    bindings
      .filter(({ keys }) => keys !== paletteKey)
      .map(({ keys, words, run }) => ({ id: `key ${keys}`, words, group, keys, run })),
  );
  return [...bound, ...useScopeChanges(), ...useDeskActions()];
}

export const paletteKey = 'mod+k';

function useScopeChanges(): readonly PaletteAction[] {
  const { calendar, today } = useScope();
  const { setSubject, setPeriod, setComparison } = useScopeActions();
  const fiscal = calendar === null ? [] : fiscalChoices(calendar, today);
  return [
    action('Scope', 'All clients', () => setSubject({ kind: 'all' })),
    ...standardPeriods.map((choice) =>
      action('Period', choiceLabel(choice), () => setPeriod(choice)),
    ),
    ...fiscal.map(({ year, quarter }) =>
      action('Period', `Q${quarter} FY${year}`, () => setPeriod(`FY${year}-Q${quarter}`)),
    ),
    ...comparisons.map((comparison) =>
      action('Compare with', comparisonLabels[comparison], () => setComparison(comparison)),
    ),
  ];
}

function useDeskActions(): readonly PaletteAction[] {
  const { shell, activity } = useDesk();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const isSample = useMainState(({ info }) => info?.profile === 'sample');
  const isBusy = useActivity(({ running }) => (running.sync ?? running.sample) !== undefined);
  const sync = action('Sync', 'Sync all connections now', () => {
    void runWork(activity, shell, 'sync', () => shell.call('sync.run', { connection: null }));
  });
  const connect = action('Sync', 'Connect a network', () =>
    goTo({ area: 'connect', connection: null }),
  );
  const themes = (['light', 'dark', 'auto'] as const).filter((theme) => theme !== colorScheme);
  return [
    ...(isBusy ? [] : [sync]),
    ...(isSample ? [] : [connect]),
    ...themes.map((theme) =>
      action(
        'Theme',
        theme === 'auto' ? 'As the system' : theme === 'dark' ? 'Dark' : 'Light',
        () => setColorScheme(theme),
      ),
    ),
    action('Data', 'Show the history of the desk', () => goTo({ area: 'history' })),
    action('Data', 'Show the trash', () => goTo({ area: 'trash' })),
    action('Data', 'Import a file…', () => goTo({ area: 'imports' })),
    action('Data', 'Export records…', () => goTo({ area: 'imports' })),
    action('Desk', 'Open another desk…', () => {
      shell.call('app.openProfile', {}).catch(showFailure);
    }),
    action('Desk', 'Show log folder', () => {
      shell.call('app.openLogFolder', {}).catch(showFailure);
    }),
  ];
}

function action(group: string, words: string, run: () => void): PaletteAction {
  return { id: `${group} ${words}`, words, group, keys: null, run };
}

/** The actions that hold every word, those whose own words do first. */
export function matchingActions(
  actions: readonly PaletteAction[],
  text: string,
): readonly PaletteAction[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  const holds = (target: string): boolean =>
    words.every((word) => ` ${target.toLowerCase()}`.includes(` ${word}`));
  const own = actions.filter((each) => holds(each.words));
  const rest = actions.filter((each) => !holds(each.words) && holds(`${each.group} ${each.words}`));
  return [...own, ...rest];
}
