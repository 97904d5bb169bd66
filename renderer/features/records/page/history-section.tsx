import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DeskRecord, FieldValue, HistoryEntry } from '../../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../../shared/records/definition';
import { existence, linksOf } from '../../../../shared/records/validation';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { undoChange } from '../../../app/undo';
import { formatInstant } from '../../../ui/times';
import { valueText, type Names } from '../cell';
import { useNamesOf } from './names';

const shownFirst = 6;
/** As much of a long text as shows which one it was. */
const mostWords = 80;

const origins: Readonly<Record<HistoryEntry['origin'], string>> = {
  person: '',
  undo: 'undone',
  import: 'by an import',
  derived: 'by Quarterdeck',
  merge: 'from a colleague’s desk',
};

interface HistorySectionProps {
  readonly definition: KindDefinition;
  readonly record: DeskRecord;
}

/** Who changed what, and when; one's own changes can be taken back from here. */
export function HistorySection({ definition, record }: HistorySectionProps) {
  const { data } = useDesk();
  const [isWhole, setWhole] = useState(false);
  const { value = [] } = useDeskQuery('records.history', { kind: record.kind, id: record.id });
  const names = useNamesOf(idsIn(definition, value));
  const shown = isWhole ? value : value.slice(0, shownFirst);
  return (
    <>
      <ol className="entries" aria-label="History">
        {shown.map((entry) => (
          <li key={entry.entry} className="history-entry">
            <span className="quiet">
              {formatInstant(entry.at)}
              {entry.by !== null && names[entry.by] !== undefined
                ? ` · ${names[entry.by] ?? ''}`
                : ''}
              {origins[entry.origin] === '' ? '' : ` · ${origins[entry.origin]}`}
            </span>
            <ul>
              {told(entry).map((change) => (
                <li key={change.field}>{changeInWords(definition, change, names)}</li>
              ))}
            </ul>
            {entry.isUndoable ? (
              <Button
                variant="subtle"
                size="compact-xs"
                aria-label={`Undo: ${entry.reason}`}
                onClick={() => void undoChange(data, entry.entry)}
              >
                Undo
              </Button>
            ) : null}
          </li>
        ))}
      </ol>
      {value.length > shown.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setWhole(true)}>
          Show the whole history
        </Button>
      ) : null}
    </>
  );
}

/** Of a record that came to be, what it came to be with is in its form and in the changes that followed. */
function told({ changes }: HistoryEntry): HistoryEntry['changes'] {
  const existing = changes.filter(({ field }) => field === existence);
  return existing.length > 0 ? existing : changes;
}

function idsIn(definition: KindDefinition, entries: readonly HistoryEntry[]): string[] {
  const ids = new Set<string>();
  for (const { by, changes } of entries) {
    if (by !== null) ids.add(by);
    for (const { field, from, to } of changes) {
      const known = definition.fields[field];
      if (known === undefined) continue;
      for (const id of [...linksOf(known, from), ...linksOf(known, to)]) ids.add(id);
    }
  }
  return [...ids];
}

/** `State: Open → Done`, `Tags: + autumn, − summer`, `Created`. */
export function changeInWords(
  { label, fields }: KindDefinition,
  { field, from, to }: HistoryEntry['changes'][number],
  names: Names,
): string {
  if (field === existence) return to === true ? `${label} created` : `${label} deleted`;
  const known = fields[field];
  if (known === undefined) return 'A field that no longer exists changed';
  const words = (value: FieldValue): string => {
    const text = valueText(known, value, names);
    return text.length > mostWords ? `${text.slice(0, mostWords)}…` : text;
  };
  if (known.type === 'structure') return `${known.label} changed`;
  if (known.type === 'order') return 'Moved among its siblings';
  if (known.type === 'set') {
    const parts = [
      ...(isEmpty(to) ? [] : [`+ ${words(to)}`]),
      ...(isEmpty(from) ? [] : [`− ${words(from)}`]),
    ];
    return `${known.label}: ${parts.join(', ')}`;
  }
  if (isEmpty(to)) return `${known.label} cleared (was ${words(from)})`;
  return isEmpty(from)
    ? `${known.label}: ${words(to)}`
    : `${known.label}: ${words(from)} → ${words(to)}`;
}

function isEmpty(value: FieldValue): boolean {
  return value === null || (Array.isArray(value) && value.length === 0);
}
