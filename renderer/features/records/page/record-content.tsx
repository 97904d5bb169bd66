import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import type { KindDefinition } from '../../../../shared/records/definition';
import { AttachmentsSection } from '../../../app/attachments';
import { useRecordEditor } from '../../../app/records/record-editor';
import { HistorySection } from './history-section';
import { InsideSection } from './inside-section';
import { RecordFields } from './record-fields';
import { insideKinds, relatedKinds, useLinked } from './relations';
import { RelationsSection } from './relations-section';
import { Section } from './section';

interface RecordContentProps {
  readonly definition: KindDefinition;
  readonly record: DeskRecord;
  /** `page`: its form beside what refers to it; `panel`: everything in one column. */
  readonly layout: 'page' | 'panel';
}

/** All that is known of a record: its form, what lives inside it, what refers to it, and its history. */
export function RecordContent({ definition, record, layout }: RecordContentProps) {
  const editor = useRecordEditor({ kind: definition.kind, record });
  const inside = insideKinds(definition.kind);
  const related = relatedKinds(definition.kind);
  const linked = useLinked(record.id, [...inside, ...related]);
  const form = (
    <Section title="Details">
      <RecordFields definition={definition} editor={editor} />
    </Section>
  );
  const insides = inside.map((part) => {
    const records = linked.filter(
      ({ kind, values }) => kind === part.kind && values[part.by] === record.id,
    );
    return (
      <Section key={part.kind} title={part.definition.plural} count={records.length}>
        <InsideSection part={part} parent={record} records={records} />
      </Section>
    );
  });
  const relations = <RelationsSection record={record} related={related} linked={linked} />;
  const attachments = <AttachmentsSection record={record.id} />;
  const history = (
    <Section title="History">
      <HistorySection definition={definition} id={record.id} />
    </Section>
  );
  return (
    <div className={`partner-content record-content as-${layout}`}>
      {layout === 'page' ? (
        <div className="partner-columns">
          <div>
            {form}
            {insides}
            {attachments}
          </div>
          <div>
            {relations}
            {history}
          </div>
        </div>
      ) : (
        <>
          {form}
          {insides}
          {attachments}
          {relations}
          {history}
        </>
      )}
    </div>
  );
}
