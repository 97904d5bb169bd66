import { Button } from '@mantine/core';
import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { formatDay, parseDay } from '../../../../shared/kernel/days';
import { useDesk } from '../../../app/desk';
import { useRecordEditor } from '../../../app/records/record-editor';
import { RecordForm } from '../../../app/records/record-form';
import { useScope } from '../../../app/scope';
import { notifyUndo } from '../../../app/undo';
import { showFailure } from '../../../ui/notify';
import { formatDayInWords } from '../../../ui/times';
import { EntryHead, EntryList } from '../../../app/records/entry-list';
import { textOf, type PartnerView } from './use-partner';

const sides: Readonly<Record<string, string>> = { agency: 'Ours', client: 'The client’s' };
const verdicts: Readonly<Record<string, string>> = {
  delivered: 'Done',
  partly: 'Partly done',
  not: 'Not done',
  'not-verifiable': 'Can’t be verified',
};

/** What was promised about this partner: what is open first, the nearest day on top. */
export function CommitmentsSection({ view }: { readonly view: PartnerView }) {
  const { today } = useScope();
  const clients = clientIds(view);
  const [first] = clients;
  const open = (record: DeskRecord): number => (textOf(record, 'verdict') === '' ? 0 : 1);
  return (
    <EntryList
      label="Commitments"
      about={view.page.id}
      records={[...view.commitments].sort(
        (one, other) =>
          open(one) - open(other) || textOf(one, 'dueOn').localeCompare(textOf(other, 'dueOn')),
      )}
      fresh={{
        kind: 'commitment',
        label: 'New commitment',
        add: 'Add commitment',
        fields: [{ field: 'promise', autoFocus: true }, ...fieldsOf(clients)],
        defaults: {
          partner: view.page.id,
          side: 'agency',
          promisedOn: formatDay(today),
          ...(first === undefined ? {} : { client: first }),
        },
      }}
      draw={(record) => <Commitment key={record.id} record={record} view={view} />}
    />
  );
}

function fieldsOf(clients: readonly string[]) {
  return [
    { field: 'dueOn' },
    { field: 'side', choiceLabel: (side: string) => sides[side] ?? side },
    // A partner without an account is promised something for any client.
    { field: 'client', ...(clients.length === 0 ? {} : { only: clients }) },
    { field: 'owner' },
  ];
}

function clientIds({ page }: PartnerView): string[] {
  return [...new Set(page.programs.map(({ clientId }) => clientId))];
}

function Commitment({ record, view }: { readonly record: DeskRecord; readonly view: PartnerView }) {
  const { data } = useDesk();
  const { today } = useScope();
  const [isEdited, setEdited] = useState(false);
  const editor = useRecordEditor({ kind: 'commitment', record });
  const promise = textOf(record, 'promise');
  const verdict = textOf(record, 'verdict');
  const due = parseDay(textOf(record, 'dueOn'));
  const isLate = verdict === '' && due !== null && due < today;
  const finish = (): void => {
    data
      .call('records.write', {
        changes: [
          {
            op: 'set',
            kind: 'commitment',
            id: record.id,
            values: { verdict: 'delivered', judgedOn: formatDay(today) },
          },
        ],
        origin: 'person',
        reason: 'Commitment done',
      })
      .then(({ entry }) => notifyUndo('Commitment done.', entry))
      .catch(showFailure);
  };
  return (
    <li>
      <EntryHead
        record={record}
        name={`the commitment: ${promise}`}
        isEdited={isEdited}
        onEdit={() => setEdited((was) => !was)}
        actions={
          verdict === '' ? (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Done: ${promise}`}
              onClick={finish}
            >
              Done
            </Button>
          ) : null
        }
      >
        <span className={verdict === '' ? undefined : 'quiet'}>{promise}</span>
      </EntryHead>
      <p className="entry-text quiet">
        {sides[textOf(record, 'side')] ?? ''}
        {due === null ? '' : ` · due ${formatDayInWords(due)}`}
        {isLate ? <strong className="bad"> · overdue</strong> : null}
        {verdict === '' ? '' : ` · ${(verdicts[verdict] ?? verdict).toLowerCase()}`}
      </p>
      {isEdited ? (
        <RecordForm
          editor={editor}
          label="Commitment"
          fields={[
            'promise',
            ...fieldsOf(clientIds(view)),
            { field: 'verdict', choiceLabel: (word: string) => verdicts[word] ?? word },
            'evidence',
          ]}
          onFinish={() => setEdited(false)}
        />
      ) : null}
    </li>
  );
}
