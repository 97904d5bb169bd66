import type { FieldValue } from '../../../shared/ipc/desk-records';
import { eraseIn } from '../../../shared/privacy/erase-rows';
import { erasedWord, withSigns, type ErasedKeys } from '../../../shared/privacy/mentions';
import type { RosterRow } from '../../../shared/sync/batch';

/** What a network says of an account, without erased people; the same object when it names none. */
export function withoutErased(values: RosterRow['values'], keys: ErasedKeys): RosterRow['values'] {
  const erased: Record<string, RosterRow['values'][string]> = {};
  let isSame = true;
  for (const [field, value] of Object.entries(values)) {
    // Files of figures know partners by their names.
    const isName = field === 'name' && typeof value === 'string';
    const left: FieldValue = isName ? withSigns(value, keys) : eraseIn(value, keys);
    // What held nothing else is unknown now.
    erased[field] = left === erasedWord ? null : typeof left === 'object' ? value : left;
    if (erased[field] !== value) isSame = false;
  }
  return isSame ? values : erased;
}
