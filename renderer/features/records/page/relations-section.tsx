import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { textOf } from '../../../../shared/ipc/record-values';
import { linksOf } from '../../../../shared/records/validation';
import { hrefOf, pageOf } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { formatCount } from '../../../ui/format';
import { cellOf, dayText } from '../cell';
import { useNames } from './names';
import type { RelatedKind } from './relations';
import { Section } from './section';

/** As many as are read at a glance. */
const shownFirst = 8;

interface RelationsSectionProps {
  readonly record: DeskRecord;
  readonly related: readonly RelatedKind[];
  readonly linked: readonly DeskRecord[];
}

/** What refers to a record, kind by kind; kinds of which nothing does are left out. */
export function RelationsSection({ record, related, linked }: RelationsSectionProps) {
  return related.map((relation) => {
    const { kind, definition } = relation;
    const records = linked.filter(
      (each) =>
        each.kind === kind &&
        Object.entries(definition.fields).some(([name, field]) =>
          linksOf(field, each.values[name]).includes(record.id),
        ),
    );
    return records.length === 0 ? null : (
      <Section key={kind} title={definition.plural} count={records.length}>
        <RelatedList relation={relation} records={records} />
      </Section>
    );
  });
}

interface RelatedListProps {
  readonly relation: RelatedKind;
  readonly records: readonly DeskRecord[];
}

function RelatedList({ relation, records }: RelatedListProps) {
  const { definition, by } = relation;
  const { today } = useScope();
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? records : records.slice(0, shownFirst);
  const names = useNames(definition, shown);
  const columns = definition.columns
    .filter((column) => column !== by && column !== definition.nameField)
    .filter((column) => definition.fields[column]?.type !== 'long-text')
    .slice(0, 3);
  const context = { definition, names, today: dayText(today) };
  return (
    <>
      <ul className="entries" aria-label={definition.plural}>
        {shown.map((each) => (
          <li key={each.id} className="related">
            <a href={hrefOf(pageOf(each.kind, each.id))}>
              {textOf(each, definition.nameField) ?? definition.label}
            </a>
            <span className="quiet entry-facts">
              {columns.map((column) => {
                const cell = cellOf(column, each.values, context);
                return cell === null ? null : <span key={column}>{cell}</span>;
              })}
            </span>
          </li>
        ))}
      </ul>
      {records.length > shown.length ? (
        <Button variant="subtle" size="compact-xs" onClick={() => setWhole(true)}>
          Show all {formatCount(records.length)}
        </Button>
      ) : null}
    </>
  );
}
