import type { RecordLine } from '../../../../shared/domain/record-list';
import type { FieldValue } from '../../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../../shared/records/definition';
import { useDeskQuery } from '../../../app/desk';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { cellOf, type Names } from '../cell';
import { formGroups } from './record-fields';
import { insideKinds, type RelatedKind } from './relations';
import { Section } from './section';

/** As many parts of a record as are read at a glance. */
const mostParts = 200;

interface PastRecordProps {
  readonly definition: KindDefinition;
  readonly id: string;
  /** `2026-06-30`: the record as it was at the end of that day. */
  readonly day: string;
}

/** A record as it was at the end of a day, with what lived inside it; to read only. */
export function PastRecord({ definition, id, day }: PastRecordProps) {
  const { kind, label } = definition;
  const { value, failure, retry } = useDeskQuery('records.asOf', { kind, id, day });
  if (failure) {
    return <FailureState title="That day can’t be shown" failure={failure} onRetry={retry} />;
  }
  if (value === undefined) return <TableSkeleton rows={8} />;
  const { record, names } = value;
  if (record === null) {
    return (
      <EmptyState title="It was not there then">
        This {label.toLowerCase()} was made later, or it had been deleted by then.
      </EmptyState>
    );
  }
  return (
    <div className="partner-content record-content as-panel">
      {formGroups(definition).map((group) => (
        <Section key={group.label} title={group.label}>
          <PastFields
            definition={definition}
            fields={group.fields}
            values={record.values}
            names={names}
            day={day}
          />
        </Section>
      ))}
      {insideKinds(kind).map((part) => (
        <PastParts key={part.kind} part={part} parent={id} day={day} />
      ))}
    </div>
  );
}

interface PastFieldsProps {
  readonly definition: KindDefinition;
  readonly fields: readonly string[];
  readonly values: Readonly<Record<string, FieldValue>>;
  readonly names: Names;
  readonly day: string;
}

function PastFields({ definition, fields, values, names, day }: PastFieldsProps) {
  return (
    <dl className="facts past-fields">
      {fields.map((field) => [
        <dt key={`${field} label`}>{definition.fields[field]?.label ?? field}</dt>,
        <dd key={field} className="past-value">
          {cellOf(field, values, { definition, names, today: day }) ?? '–'}
        </dd>,
      ])}
    </dl>
  );
}

interface PastPartsProps {
  readonly part: RelatedKind;
  readonly parent: string;
  readonly day: string;
}

function PastParts({ part: { definition, by }, parent, day }: PastPartsProps) {
  const { kind, sort, columns, nameField, label, plural } = definition;
  const { value } = useDeskQuery('lists.records', {
    question: {
      kind,
      scope: null,
      search: '',
      filters: [{ op: 'is', column: by, words: [parent] }],
      sort: { column: sort.field, direction: sort.direction },
      group: null,
      folded: [],
      today: day,
      asOf: day,
    },
    offset: 0,
    limit: mostParts,
  });
  const lines = (value?.window ?? []).filter((line): line is RecordLine => line.type === 'record');
  if (lines.length === 0) return null;
  const context = { definition, names: value?.names ?? {}, today: day };
  const facts = columns.filter((column) => column !== by && column !== nameField);
  return (
    <Section title={plural} count={value?.matched ?? 0}>
      <ul className="entries" aria-label={plural}>
        {lines.map(({ id, values }) => (
          <li key={id}>
            {cellOf(nameField, values, context) ?? label}
            <p className="entry-text quiet entry-facts">
              {facts.map((column) => {
                const cell = cellOf(column, values, context);
                return cell === null ? null : <span key={column}>{cell}</span>;
              })}
            </p>
          </li>
        ))}
      </ul>
    </Section>
  );
}
