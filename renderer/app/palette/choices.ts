import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { textOf } from '../../../shared/ipc/record-values';
import type { SearchAnswer, SearchGroup } from '../../../shared/ipc/search';
import { kindOf } from '../../../shared/records/index';
import { formatCount, formatCounted } from '../../ui/format';
import { formatIfDay } from '../../ui/times';
import { goToSearch } from '../search/search-place';
import type { ScopeActions } from '../scope';
import { matchingActions, type PaletteAction } from './actions';
import { destinationOf } from './destinations';

/** One line that can be chosen. */
export interface Choice {
  readonly id: string;
  readonly words: string;
  readonly aside: string;
  /** The keys that do the same; null where there are none. */
  readonly keys: string | null;
  /** What happens; a text takes the place of what was typed, and the palette stays. */
  readonly run: (() => void) | string;
}

export interface ChoiceGroup {
  readonly label: string;
  /** How many there are in all, where more match than are shown. */
  readonly total: number;
  readonly choices: readonly Choice[];
}

/** The best kind is shown with so many records, the others with fewer. */
const mostOfBest = 6;
const mostOfOthers = 3;
const mostKinds = 8;
const mostActions = 6;
/** So much of an action's name says that it is meant. */
const leastBeginning = 3;

/** What the palette shows for a text: what fits best first. */
export function choiceGroups(
  text: string,
  answer: SearchAnswer | null,
  actions: readonly PaletteAction[],
  scope: ScopeActions,
): readonly ChoiceGroup[] {
  const groups = answer?.groups ?? [];
  const records = groups
    .flatMap((group, at) => recordGroup(group, at === 0 ? mostOfBest : mostOfOthers, scope))
    .slice(0, mostKinds);
  const found = matchingActions(actions, text);
  const named = actionGroup(found, text === '');
  const all = allGroup(text, answer, records);
  const hints = suggestionGroup(answer);
  if (isActionMeant(text, found, answer)) return [...named, ...records, ...all, ...hints];
  // While a value is typed behind an operator, the values are what is wanted.
  const isNarrowing = answer?.suggestions.some((each) => !each.words.endsWith(':')) ?? false;
  return isNarrowing
    ? [...hints, ...records, ...all, ...named]
    : [...records, ...all, ...named, ...hints];
}

/**
 * Who types the whole name of an action means it, whatever records hold the same words; who types its beginning means it
 * unless a record begins so, too.
 */
function isActionMeant(
  text: string,
  actions: readonly PaletteAction[],
  answer: SearchAnswer | null,
): boolean {
  const wanted = text.trim().toLowerCase();
  if (actions.some(({ words }) => words.toLowerCase() === wanted)) return true;
  if (wanted.length < leastBeginning) return false;
  const begins = (words: string): boolean => words.toLowerCase().startsWith(wanted);
  const isRecord = answer?.groups.some(({ hits }) => hits.some(({ name }) => begins(name)));
  return isRecord !== true && actions.some(({ words }) => begins(words));
}

function recordGroup({ kind, total, hits }: SearchGroup, most: number, scope: ScopeActions) {
  const choices = hits.flatMap((hit): Choice[] => {
    const run = destinationOf(hit, scope);
    if (run === null) return [];
    const said = hit.excerpt === null ? [] : [hit.excerpt];
    const about = hit.about.map(formatIfDay);
    const aside = [...(hit.isSimilar ? ['similar'] : []), ...about, ...said].join(' · ');
    return [{ id: `${kind} ${hit.id}`, words: hit.name, aside, keys: null, run }];
  });
  if (choices.length === 0) return [];
  return [{ label: kindOf(kind).plural, total, choices: choices.slice(0, most) }];
}

/** The way to everything that was found, where the palette shows a part. */
function allGroup(
  text: string,
  answer: SearchAnswer | null,
  records: readonly ChoiceGroup[],
): readonly ChoiceGroup[] {
  const shown = records.reduce((sum, { choices }) => sum + choices.length, 0);
  if (answer === null || answer.total <= shown) return [];
  const words = `Show all ${formatCounted(answer.total, 'result', 'results')}`;
  const run = (): void => goToSearch(text);
  return [
    { label: 'Search', total: 1, choices: [{ id: 'all', words, aside: '', keys: null, run }] },
  ];
}

function suggestionGroup(answer: SearchAnswer | null): readonly ChoiceGroup[] {
  const choices = (answer?.suggestions ?? []).map(({ text, words, aside }): Choice => ({
    id: `suggestion ${words}`,
    words,
    aside: formatIfDay(aside),
    keys: null,
    run: text,
  }));
  return choices.length === 0
    ? []
    : [{ label: 'Narrow the search', total: choices.length, choices }];
}

function actionGroup(actions: readonly PaletteAction[], isAll: boolean): readonly ChoiceGroup[] {
  if (actions.length === 0) return [];
  const shown = isAll ? actions : actions.slice(0, mostActions);
  const choices = shown.map(({ id, words, group, keys, run }): Choice => ({
    id: `action ${id}`,
    words,
    aside: group,
    keys,
    run,
  }));
  return [{ label: 'Actions', total: choices.length, choices }];
}

/** The records that were opened last. */
export function recentGroup(
  records: readonly DeskRecord[],
  scope: ScopeActions,
): readonly ChoiceGroup[] {
  const choices = records.flatMap((record): Choice[] => {
    const { kind, id } = record;
    const { label, nameField } = kindOf(kind);
    const about = (field: string): string | null => textOf(record, field);
    const run = destinationOf(
      {
        kind,
        id,
        client: about('client'),
        program: about('program'),
        partner: null,
        parent: null,
        screen: about('screen'),
      },
      scope,
    );
    const words = textOf(record, nameField) ?? label;
    return run === null ? [] : [{ id: `recent ${id}`, words, aside: label, keys: null, run }];
  });
  return choices.length === 0 ? [] : [{ label: 'Opened last', total: choices.length, choices }];
}

/** The heading of a group, with how many more there are. */
export function groupHeading({ label, total, choices }: ChoiceGroup): string {
  const shown = choices.length;
  return total > shown ? `${label} · ${formatCount(shown)} of ${formatCount(total)}` : label;
}
