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
import { goAndDo } from '../wishes';
import { newCommands, screenCommands } from './commands';

/** Something that the palette can do. */
export interface PaletteAction {
  readonly id: string;
  readonly words: string;
  /** The part of the window that it belongs to, which is searched, too. */
  readonly group: string;
  /** The keys that do the same; null where there are none. */
  readonly keys: string | null;
  /** Is it offered before anything is typed? */
  readonly isFirst: boolean;
  readonly run: () => void;
}

export const paletteKey = 'mod+k';
/** Screens stand among the actions by themselves, those without keys, too. */
export const screenGroup = 'Go to';

/** Every action that is possible here and now: the screen's own first, then those of the desk. */
export function usePaletteActions(): readonly PaletteAction[] {
  const layers = useStore(keyLayers, (state) => state.layers);
  const bound = groupsOf(layers)
    .filter(({ group }) => group !== screenGroup)
    .flatMap(({ group, bindings }) =>
      bindings
        .filter(({ keys }) => keys !== paletteKey)
        .map(({ keys, words, run }) => ({
          id: `key ${keys}`,
          words,
          group,
          keys,
          isFirst: true,
          run,
        })),
    );
  return [...bound, ...useDeskActions(), ...newActions(), ...screenActions(), ...useScopeChanges()];
}

function screenActions(): readonly PaletteAction[] {
  return screenCommands().map(({ words, area, to, keys }) => ({
    id: `screen ${area} ${words}`,
    words,
    group: words === area || words.startsWith(`${area}: `) ? screenGroup : area,
    keys,
    isFirst: keys !== null,
    run: () => goTo(to),
  }));
}

function newActions(): readonly PaletteAction[] {
  return newCommands().map(({ words, area, to }) => ({
    id: `new ${words}`,
    words,
    group: area,
    keys: null,
    isFirst: false,
    run: () => goAndDo(to, 'new'),
  }));
}

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

/** What a person asks of the safety of the desk, and the wish by which Settings do it. */
const safetyActions = [
  ['Back up this desk…', 'backup'],
  ['Test a backup…', 'drill'],
  ['Restore a backup…', 'restore'],
  ['Take a snapshot', 'snapshot'],
  ['Check everything', 'verify'],
] as const;

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
    ...(isBusy ? [] : [{ ...sync, isFirst: true }]),
    ...(isSample ? [] : [connect]),
    action('Reviews & reports', 'Start a review', () => goTo({ area: 'reviews' })),
    action('Reviews & reports', 'Write the weekly notes', () => goTo({ area: 'weekly-notes' })),
    action('Sync', 'Program terms…', () => goTo({ area: 'set-up', step: 'terms' })),
    action('Sync', 'Client totals…', () => goTo({ area: 'set-up', step: 'totals' })),
    ...themes.map((theme) =>
      action(
        'Theme',
        theme === 'auto' ? 'As the system' : theme === 'dark' ? 'Dark' : 'Light',
        () => setColorScheme(theme),
      ),
    ),
    action('Data', 'Show the history of the desk', () => goTo({ area: 'history' })),
    action('Data', 'Show the trash', () => goTo({ area: 'trash' })),
    action('Data', 'Find or erase a person…', () => goTo({ area: 'personal-data' })),
    action('Data', 'Import a file…', () => goTo({ area: 'imports' })),
    action('Data', 'Export records…', () => goTo({ area: 'imports' })),
    ...safetyActions.map(([words, wish]) =>
      action('Safety', words, () => goAndDo({ area: 'settings' }, wish)),
    ),
    action('Desk', 'Choose who sits at this desk', () => goTo({ area: 'settings' })),
    action('Desk', 'Open another desk…', () => {
      shell.call('app.openProfile', {}).catch(showFailure);
    }),
    action('Desk', 'Show profile folder', () => {
      shell.call('app.openProfileFolder', {}).catch(showFailure);
    }),
    action('Desk', 'Show log folder', () => {
      shell.call('app.openLogFolder', {}).catch(showFailure);
    }),
  ];
}

function action(group: string, words: string, run: () => void): PaletteAction {
  return { id: `${group} ${words}`, words, group, keys: null, isFirst: false, run };
}

/** The actions that hold every word, those whose own words do first; before anything is typed those that are offered. */
export function matchingActions(
  actions: readonly PaletteAction[],
  text: string,
): readonly PaletteAction[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return actions.filter(({ isFirst }) => isFirst);
  const holds = (target: string): boolean =>
    words.every((word) => ` ${target.toLowerCase()}`.includes(` ${word}`));
  const own = actions.filter((each) => holds(each.words));
  const rest = actions.filter((each) => !holds(each.words) && holds(`${each.group} ${each.words}`));
  return [...own, ...rest];
}
