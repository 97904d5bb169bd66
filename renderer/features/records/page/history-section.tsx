import { Button, Select } from '@mantine/core';
import { useState } from 'react';
import type { FieldValue, HistoryEntry } from '../../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../../shared/records/definition';
import { existence } from '../../../../shared/records/validation';
import { useDesk, useDeskQuery } from '../../../app/desk';
import { undoChange } from '../../../app/undo';
import { formatCounted } from '../../../ui/format';
import { FailureState } from '../../../ui/states';
import { formatInstant } from '../../../ui/times';
import { valueText, type Names } from '../cell';

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
  readonly id: string;
  /** What the record is, where several stand together. */
  readonly label?: string;
}

/** Who changed what, and when, of all fields or one; one's own changes can be taken back from here. */
export function HistorySection({ definition, id, label = 'History' }: HistorySectionProps) {
  const { data } = useDesk();
  const [isWhole, setWhole] = useState(false);
  const [field, setField] = useState<string | null>(null);
  const { kind } = definition;
  const { value, failure, retry } = useDeskQuery('records.history', { kind, id });
  if (failure) {
    return <FailureState title="The history can’t be shown" failure={failure} onRetry={retry} />;
  }
  const { entries = [], names = {} } = value ?? {};
  const fields = fieldsIn(definition, entries);
  const matching =
    field === null
      ? entries
      : entries.filter(({ changes }) => changes.some((change) => change.field === field));
  const shown = isWhole ? matching : matching.slice(0, shownFirst);
  return (
    <>
      {fields.length < 2 ? null : (
        <Select
          aria-label={`Field of the ${label.toLowerCase()}`}
          size="xs"
          w={200}
          clearable
          placeholder="All fields"
          data={fields}
          value={field}
          onChange={setField}
        />
      )}
      <ol className="entries" aria-label={label}>
        {shown.map((entry) => (
          <li key={entry.entry} className="history-entry">
            <span className="quiet">{sourceInWords(entry, names)}</span>
            <ul>
              {told(entry, field).map((change) => (
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
      {matching.length > shown.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setWhole(true)}>
          Show the whole history
        </Button>
      ) : null}
    </>
  );
}

/** `22 Nov 2026, 14:05 · Nina Berg · by an import · with 213 other records`. */
function sourceInWords({ at, by, origin, others }: HistoryEntry, names: Names): string {
  const who = by === null ? undefined : names[by];
  const parts = [
    formatInstant(at),
    who ?? '',
    origins[origin],
    others === 0 ? '' : `with ${formatCounted(others, 'other record', 'other records')}`,
  ];
  return parts.filter((part) => part !== '').join(' · ');
}

/** Of a record that came to be, what it came to be with is in its form and in the changes that followed. */
function told({ changes }: HistoryEntry, field: string | null): HistoryEntry['changes'] {
  if (field !== null) return changes.filter((change) => change.field === field);
  const existing = changes.filter((change) => change.field === existence);
  return existing.length > 0 ? existing : changes;
}

/** The fields that ever changed, in the order of the definition. */
function fieldsIn(
  { fields }: KindDefinition,
  entries: readonly HistoryEntry[],
): { readonly value: string; readonly label: string }[] {
  const met = new Set(entries.flatMap(({ changes }) => changes.map(({ field }) => field)));
  return Object.entries(fields)
    .filter(([name, { type }]) => met.has(name) && type !== 'order')
    .map(([value, { label }]) => ({ value, label }));
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
    if (text.length > mostWords) return `${text.slice(0, mostWords)}…`;
    return known.unit === undefined || text === '' ? text : `${text} ${known.unit}`;
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
