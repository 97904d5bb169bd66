import type { Stamp } from '../../../shared/kernel/hlc';
import { asMembers } from './record-draft';
import type { JournalChange, JournalEntry } from './stored';

/** A field of a record, or one member of a set. */
export interface Place {
  readonly id: string;
  readonly field: string;
  readonly member?: string;
}

/**
 * Is a place still as this entry left it? `later` holds the entries after it, oldest first. What was changed later and
 * taken back again is as if it had not been changed, so a person can go back step by step; what was taken back and done
 * again counts. `clock` is the place's own: a change that the journal does not hold makes it differ.
 */
export function standsAsLeft(
  entry: JournalEntry,
  later: readonly JournalEntry[],
  place: Place,
  clock: Stamp | undefined,
): boolean {
  const standing = [entry.id];
  const takenBackBy = new Map<string, string>();
  const doneAgainBy = new Map<string, string>();
  let last = entry.hlc;
  for (const each of later) {
    if (!each.changes.some((change) => concerns(change, place))) continue;
    last = each.hlc;
    const undone = each.undoes === null ? null : (doneAgainBy.get(each.undoes) ?? each.undoes);
    const doneAgain = undone === null ? undefined : takenBackBy.get(undone);
    if (undone !== null && undone === standing.at(-1)) {
      standing.pop();
      takenBackBy.set(each.id, undone);
    } else if (doneAgain !== undefined) {
      standing.push(doneAgain);
      doneAgainBy.set(each.id, doneAgain);
    } else {
      standing.push(each.id);
    }
  }
  return standing.at(-1) === entry.id && clock === last;
}

function concerns(change: JournalChange, { id, field, member }: Place): boolean {
  if (change.id !== id || change.field !== field) return false;
  if (member === undefined) return true;
  return asMembers(change.from).includes(member) || asMembers(change.to).includes(member);
}
