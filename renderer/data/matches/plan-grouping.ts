import type {
  Difference,
  FieldChoice,
  GroupedKind,
  Grouping,
} from '../../../shared/domain/matches';
import type { FieldValue } from '../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../shared/records/definition';
import { kindOf } from '../../../shared/records/index';
import { matchId } from '../../../shared/records/partners/match';
import { linksOf } from '../../../shared/records/validation';
import type { PlannedChange } from '../core/plan-write';
import { asMembers, sameValue } from '../core/record-draft';
import type { StoredRecord } from '../core/stored';

type Values = Readonly<Record<string, FieldValue>>;

/** The field by which a partner is part of another one. */
export const joinField = 'sameAs';

/**
 * The fields in which two records differ, in the definition's order. By itself the value of the one that stays stands; where
 * it has none, the other's; sets and long texts are joined.
 */
export function differencesOf(
  definition: KindDefinition,
  one: Values,
  other: Values,
): Difference[] {
  return Object.entries(definition.fields).flatMap(([field, { type }]) => {
    if (field === joinField) return [];
    const [mine, theirs] = [one[field] ?? null, other[field] ?? null];
    if (sameValue(mine, theirs)) return [];
    const hasBoth = mine !== null && theirs !== null;
    const canBeBoth = hasBoth && (type === 'set' || type === 'long-text');
    const standard = canBeBoth ? 'both' : mine === null ? 'other' : 'one';
    return [{ field, one: mine, other: theirs, standard, canBeBoth }];
  });
}

/** Two records to be grouped, with all living records that refer to the one that becomes part of the other. */
export interface GroupingPlan extends Grouping {
  readonly keepValues: Values;
  readonly partValues: Values;
  readonly referrers: readonly StoredRecord[];
  readonly choices: Readonly<Record<string, FieldChoice>>;
  /** Has anybody decided about the two before? */
  readonly isDecided: boolean;
}

/**
 * What makes two records one, as the changes of one write: chosen values, every reference, and that one is part of the
 * other. A partner that is part of another one stays, because its network ids lead to it; a company goes to the trash.
 */
export function planGrouping(plan: GroupingPlan): PlannedChange[] {
  const { kind, keep, part, referrers } = plan;
  const pair = matchId(keep, part);
  const values = chosenValues(plan);
  return [
    ...(Object.keys(values).length === 0 ? [] : [{ op: 'set' as const, kind, id: keep, values }]),
    ...referrers.flatMap((referrer) => movedReferences(referrer, plan)),
    kind === 'partner'
      ? { op: 'set', kind, id: part, values: { [joinField]: keep } }
      : { op: 'delete', kind, id: part },
    plan.isDecided
      ? { op: 'set', kind: 'match', id: pair, values: { decision: 'grouped', until: null } }
      : { op: 'create', kind: 'match', id: pair, values: { pair, decision: 'grouped' } },
  ];
}

function chosenValues({
  kind,
  keepValues,
  partValues,
  choices,
}: GroupingPlan): Record<string, FieldValue> {
  const definition = kindOf(kind);
  const values: Record<string, FieldValue> = {};
  for (const each of differencesOf(definition, keepValues, partValues)) {
    const { field, one, other, standard, canBeBoth } = each;
    const asked = choices[field] ?? standard;
    const choice = asked === 'both' && !canBeBoth ? standard : asked;
    if (choice === 'other') values[field] = other;
    if (choice === 'both') values[field] = joined(one, other);
  }
  return values;
}

/** Two sets, or two long texts. */
function joined(one: FieldValue, other: FieldValue): FieldValue {
  return typeof one === 'string' && typeof other === 'string'
    ? `${one}\n\n${other}`
    : [...new Set([...asMembers(one), ...asMembers(other)])];
}

/** What a record says of the part is said of the one that stays. */
function movedReferences(
  { id, kind: from, values }: StoredRecord,
  { kind, keep, part }: GroupingPlan,
): PlannedChange[] {
  // Neither of the two becomes part of itself.
  if (id === keep || id === part) return [];
  const moved: Record<string, FieldValue> = {};
  for (const [name, field] of Object.entries(kindOf(from).fields)) {
    if (field.to !== kind || !linksOf(field, values[name]).includes(part)) continue;
    moved[name] =
      field.type === 'set'
        ? [...new Set(asMembers(values[name]).map((member) => (member === part ? keep : member)))]
        : keep;
  }
  return Object.keys(moved).length === 0 ? [] : [{ op: 'set', kind: from, id, values: moved }];
}

/** How many records of each kind a grouping moves, the most first. */
export function relationsOf(
  referrers: readonly StoredRecord[],
  kind: GroupedKind,
  part: string,
): readonly { readonly kind: string; readonly count: number }[] {
  const counts = new Map<string, number>();
  for (const referrer of referrers) {
    const isMoved = Object.entries(kindOf(referrer.kind).fields).some(
      ([name, field]) => field.to === kind && linksOf(field, referrer.values[name]).includes(part),
    );
    if (isMoved) counts.set(referrer.kind, (counts.get(referrer.kind) ?? 0) + 1);
  }
  return Array.from(counts, ([name, count]) => ({ kind: name, count })).sort(
    (one, other) => other.count - one.count || (one.kind < other.kind ? -1 : 1),
  );
}
