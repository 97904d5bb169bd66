import { Button, Checkbox } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { useState } from 'react';
import type { PersonQuestion, PersonRecord, PersonReport } from '../../../../shared/ipc/privacy';
import { kinds } from '../../../../shared/records/index';
import { useDesk } from '../../../app/desk';
import { formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { EmptyState } from '../../../ui/states';
import { TableHead } from '../../../ui/table-head';
import { ErasePerson } from './erase-person';

interface PersonFoundProps {
  readonly question: PersonQuestion;
  readonly report: PersonReport;
  /** Asks anew, with more that the person is known by or with records that are them. */
  readonly onAsk: (question: PersonQuestion) => void;
}

/** What is held of a person, before anything is done with it. */
export function PersonFound({ question, report, onAsk }: PersonFoundProps) {
  const { shell } = useDesk();
  const [isErasing, setErasing] = useState(false);
  const { records, changes, outbox, alsoKnownAs } = report;
  const rows = report.networkRows + report.setAside + report.figures;
  const isNobody = records.length + changes + outbox + rows === 0;
  const toggle = (id: string): void => {
    const known = question.records.includes(id);
    const next = known ? question.records.filter((each) => each !== id) : [...question.records, id];
    onAsk({ ...question, records: next });
  };
  const save = (): void => {
    shell.call('privacy.saveFile', question).then(({ file }) => {
      if (file !== null)
        notifications.show({ message: `Saved as ${file}, with a text beside it.` });
    }, showFailure);
  };
  if (isNobody) {
    return (
      <>
        <EmptyState
          title="Nothing is held"
          action={
            <Button variant="default" onClick={() => setErasing(true)}>
              Keep them out from now on…
            </Button>
          }
        >
          Nobody of that name, address, handle or number is on this desk.
        </EmptyState>
        {isErasing ? <ErasePerson question={question} onClose={() => setErasing(false)} /> : null}
      </>
    );
  }
  return (
    <>
      <div className="person-sum">
        <p>
          {formatCounted(records.length, 'record', 'records')},{' '}
          {formatCounted(changes, 'change', 'changes')} in the journal,{' '}
          {formatCounted(outbox, 'thing', 'things')} to be sent,{' '}
          {formatCounted(rows, 'row', 'rows')} of networks and files.
        </p>
        <Button size="xs" variant="default" onClick={save}>
          Save what is held…
        </Button>
        <Button size="xs" variant="default" onClick={() => setErasing(true)}>
          Erase…
        </Button>
      </div>
      {alsoKnownAs.length === 0 ? null : (
        <p className="person-also">
          Also known as{' '}
          {alsoKnownAs.map((term) => (
            <Button
              key={term}
              variant="default"
              size="compact-xs"
              onClick={() => onAsk({ ...question, terms: [...question.terms, term] })}
            >
              Look for {term}, too
            </Button>
          ))}
        </p>
      )}
      <div className="grid-scroll whole-page">
        <table className="grid flat trash-table">
          <caption className="visually-hidden">Records that name the person</caption>
          <TableHead columns={['Is the person', 'Record', 'What it says']} />
          <tbody>
            {records.map((record) => (
              <FoundRecord
                key={record.id}
                record={record}
                isPerson={question.records.includes(record.id)}
                onToggle={() => toggle(record.id)}
              />
            ))}
          </tbody>
        </table>
      </div>
      {isErasing ? <ErasePerson question={question} onClose={() => setErasing(false)} /> : null}
    </>
  );
}

interface FoundRecordProps {
  readonly record: PersonRecord;
  readonly isPerson: boolean;
  readonly onToggle: () => void;
}

function FoundRecord({ record, isPerson, onToggle }: FoundRecordProps) {
  const { kind, name, deleted, couldBe, isFrozen, fields } = record;
  return (
    <tr>
      <td>
        {couldBe || isPerson ? (
          <Checkbox
            size="xs"
            aria-label={`${name} is the person`}
            checked={isPerson}
            onChange={onToggle}
          />
        ) : null}
      </td>
      <th scope="row">
        {name}
        <br />
        <span className="quiet">
          {kinds.find((each) => each.kind === kind)?.label ?? kind}
          {deleted ? ' · in the trash' : ''}
        </span>
        {isFrozen ? (
          <>
            <br />
            <span className="caution">
              {kind === 'attachment'
                ? 'The file itself names them: delete it if it must go.'
                : 'A finished document: it is not altered.'}
            </span>
          </>
        ) : null}
      </th>
      <td>
        {fields.map(({ label, text }) => (
          <div key={label}>
            <span className="quiet">{label}: </span>
            {text}
          </div>
        ))}
      </td>
    </tr>
  );
}
