import { parseDay, type Day } from '../../shared/kernel/days';
import type { StoredRecord } from './core/stored';

export interface NamedProgram {
  readonly programId: string;
  readonly program: string;
}

/** Days on which something counts, both inclusive; ±Infinity where nothing bounds them. */
export interface CountedDays {
  readonly from: Day;
  readonly to: Day;
}

/** How a program stands to those that follow each other with it. Without any it has none. */
export interface Succession {
  /** Under which program its figures stand: the last that follows it, or itself. */
  readonly countsAs: NamedProgram;
  /** Its own days: from the day on which it follows another one, until another one follows it. */
  readonly counted: CountedDays;
  /** Those that it follows, the nearest first. */
  readonly before: readonly (NamedProgram & { readonly counted: CountedDays })[];
  readonly followedBy: NamedProgram | null;
}

interface Step {
  readonly program: string;
  readonly follows: string;
  readonly from: Day;
}

/**
 * Who follows whom, for each program that follows or is followed. A program follows one of the same client and the same
 * model from a day on; where two follow one, the earlier does. A circle is no succession.
 */
export function successionsOf(programs: readonly StoredRecord[]): ReadonlyMap<string, Succession> {
  const byId = new Map(programs.map((program) => [program.id, program]));
  const stepTo = new Map<string, Step>();
  const stepFrom = new Map<string, Step>();
  const steps = programs.flatMap((program) => stepOf(program, byId));
  steps.sort((one, other) => one.from - other.from || (one.program < other.program ? -1 : 1));
  for (const step of steps) {
    if (stepFrom.has(step.follows) || isBefore(stepTo, step.program, step.follows)) continue;
    stepFrom.set(step.follows, step);
    stepTo.set(step.program, step);
  }
  const named = (id: string): NamedProgram => ({
    programId: id,
    program: textOf(byId.get(id), 'name'),
  });
  const countedOf = (id: string): CountedDays => {
    // Whoever follows later in the chain, but from an earlier day, ends it too.
    let to = Infinity;
    for (let next = stepFrom.get(id); next !== undefined; next = stepFrom.get(next.program)) {
      to = Math.min(to, next.from - 1);
    }
    return { from: stepTo.get(id)?.from ?? -Infinity, to };
  };
  const found = new Map<string, Succession>();
  for (const id of new Set([...stepTo.keys(), ...stepFrom.keys()])) {
    let last = id;
    for (let next = stepFrom.get(last); next !== undefined; next = stepFrom.get(last)) {
      last = next.program;
    }
    const before: string[] = [];
    for (let step = stepTo.get(id); step !== undefined; step = stepTo.get(step.follows)) {
      before.push(step.follows);
    }
    const next = stepFrom.get(id);
    found.set(id, {
      countsAs: named(last),
      counted: countedOf(id),
      before: before.map((each) => ({ ...named(each), counted: countedOf(each) })),
      followedBy: next === undefined ? null : named(next.program),
    });
  }
  return found;
}

function stepOf(program: StoredRecord, byId: ReadonlyMap<string, StoredRecord>): Step[] {
  const other = byId.get(textOf(program, 'follows'));
  const from = parseDay(textOf(program, 'followsFrom'));
  const isAlike = ['client', 'model'].every(
    (field) => textOf(program, field) === textOf(other, field),
  );
  return other === undefined || from === null || !isAlike
    ? []
    : [{ program: program.id, follows: other.id, from }];
}

/** Does a program come before another one, or is it the same? */
function isBefore(stepTo: ReadonlyMap<string, Step>, program: string, other: string): boolean {
  let at: string | undefined = other;
  while (at !== undefined) {
    if (at === program) return true;
    at = stepTo.get(at)?.follows;
  }
  return false;
}

function textOf(record: StoredRecord | undefined, field: string): string {
  const value = record?.values[field];
  return typeof value === 'string' ? value : '';
}
