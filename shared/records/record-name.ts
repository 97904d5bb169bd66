import type { FieldValue } from '../ipc/desk-records';
import type { KindDefinition } from './definition';

/** So many signs of a text stand for a name. */
const nameLength = 80;

/**
 * What a person calls a record: its name; where it has none, how the first thing that it says begins; else what it is.
 * The key of another record is nothing that anybody calls it by.
 */
export function recordName(
  { fields, nameField, keyedBy, label }: KindDefinition,
  values: Readonly<Record<string, FieldValue>>,
): string {
  const own = keyedBy === undefined ? textIn(values[nameField]) : null;
  if (own !== null) return own;
  for (const [field, { searched }] of Object.entries(fields)) {
    const text = searched === true && field !== nameField ? textIn(values[field]) : null;
    if (text !== null) return beginningOf(text);
  }
  return label;
}

function textIn(value: FieldValue | undefined): string | null {
  return typeof value === 'string' && value.trim() !== '' ? value : null;
}

/** The first line, up to a whole word. */
function beginningOf(text: string): string {
  const [line = ''] = text.trim().split('\n', 1);
  if (line.length <= nameLength) return line;
  const cut = line.slice(0, nameLength + 1);
  const space = cut.lastIndexOf(' ');
  return `${cut.slice(0, space > 0 ? space : nameLength)}…`;
}
