import type { DueLine, DueQuestion } from '../../../shared/domain/due';
import type { KindDefinition } from '../../../shared/records/definition';
import { kinds, kindOf } from '../../../shared/records/index';
import { currentCore } from '../core/current';
import { inScope } from '../lists/records/pick';
import { recordTable, type RecordTable } from '../lists/records/table';
import { textIn } from '../kept-records';

/** As many as a person can take in; the lists of the kinds have the rest. */
const mostLines = 500;
/** The state that one tick leads to. */
const done = 'done';

/**
 * Everything that is open and due by a day, of whatever kind: a kind whose definition names the day and the person is among
 * it. What is late comes first.
 */
export async function dueRecords(
  { person, scope, through }: DueQuestion,
  most = mostLines,
): Promise<DueLine[]> {
  const core = currentCore();
  const dated = kinds.filter(({ due, owner }) => due !== undefined && owner === 'person');
  const lines: DueLine[] = [];
  for (const { kind } of dated) {
    const table = await recordTable(core, kind);
    for (const at of inScope(table, scope)) {
      const line = lineOf(table, at, person, through);
      if (line !== null) lines.push(line);
    }
  }
  lines.sort((one, other) =>
    one.day === other.day ? compareNames(one, other) : one.day < other.day ? -1 : 1,
  );
  return lines.slice(0, most);
}

function compareNames(one: DueLine, other: DueLine): number {
  return one.name.localeCompare(other.name);
}

function lineOf(
  { definition, ids, values: all, names }: RecordTable,
  at: number,
  person: string | null,
  through: string,
): DueLine | null {
  const values = all[at] ?? {};
  const { kind, due = '', responsible, state, nameField, label, home } = definition;
  const day = textIn(values, due);
  if (day === null || day > through) return null;
  const stands = state === undefined ? null : textIn(values, state.field);
  if (stands !== null && state?.closed.includes(stands) === true) return null;
  const whose = responsible === undefined ? null : textIn(values, responsible);
  if (person !== null && whose !== person) return null;
  const parent = typeof home === 'string' ? null : textIn(values, home.by);
  return {
    kind,
    id: ids[at] ?? '',
    name: textIn(values, nameField) ?? label,
    day,
    person: whose === null ? null : names('team-member', whose).name,
    responsible: whose,
    about: aboutOf(definition, values, names),
    parent: parent === null || typeof home === 'string' ? null : { kind: home.inside, id: parent },
    done: closingOf(definition),
  };
}

function aboutOf(
  { fields }: KindDefinition,
  values: RecordTable['values'][number],
  names: RecordTable['names'],
): readonly string[] {
  return ['client', 'program', 'partner', 'prospect'].flatMap((to) => {
    const found = Object.entries(fields).find(
      ([, field]) => field.to === to && field.type === 'reference',
    );
    const id = found === undefined ? null : textIn(values, found[0]);
    return id === null ? [] : [names(to, id).name];
  });
}

/** What one tick writes: only kinds that can simply be done have it. */
function closingOf(definition: KindDefinition): Readonly<Record<string, string>> | null {
  const { state, fields } = kindOf(definition.kind);
  if (state === undefined || fields[state.field]?.choices?.includes(done) !== true) return null;
  return { [state.field]: done };
}
