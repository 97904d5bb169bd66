import { ActionIcon, Button } from '@mantine/core';
import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { formatDay, parseDay } from '../../../../shared/kernel/days';
import { useDesk } from '../../../app/desk';
import { deleteRecord, useRecordEditor } from '../../../app/records/record-editor';
import { RecordForm } from '../../../app/records/record-form';
import { useScope } from '../../../app/scope';
import { notifyUndo } from '../../../app/undo';
import { showFailure } from '../../../ui/notify';
import { formatDayInWords } from '../../../ui/times';
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
  const [added, setAdded] = useState<string | null | undefined>(undefined);
  const open = (record: DeskRecord): number => (textOf(record, 'verdict') === '' ? 0 : 1);
  const commitments = [...view.commitments]
    .filter(({ id }) => id !== added)
    .sort(
      (one, other) =>
        open(one) - open(other) || textOf(one, 'dueOn').localeCompare(textOf(other, 'dueOn')),
    );
  return (
    <>
      <ul className="entries" aria-label="Commitments">
        {commitments.map((record) => (
          <Commitment key={record.id} record={record} view={view} />
        ))}
      </ul>
      {added === undefined ? (
        <Button size="xs" variant="default" onClick={() => setAdded(null)}>
          Add commitment
        </Button>
      ) : (
        <NewCommitment
          view={view}
          record={view.commitments.find(({ id }) => id === added) ?? null}
          // It may be made after one has finished; then it stands in the list already.
          onCreated={(id) => setAdded((was) => (was === undefined ? undefined : id))}
          onFinish={() => setAdded(undefined)}
        />
      )}
    </>
  );
}

interface NewCommitmentProps {
  readonly view: PartnerView;
  readonly record: DeskRecord | null;
  readonly onCreated: (id: string) => void;
  readonly onFinish: () => void;
}

function NewCommitment({ view, record, onCreated, onFinish }: NewCommitmentProps) {
  const { today } = useScope();
  const clients = clientIds(view);
  const [first] = clients;
  const editor = useRecordEditor({
    kind: 'commitment',
    record,
    place: `of ${view.page.id}`,
    defaults: {
      partner: view.page.id,
      side: 'agency',
      promisedOn: formatDay(today),
      ...(first === undefined ? {} : { client: first }),
    },
    onCreated: ({ id }) => onCreated(id),
  });
  return (
    <RecordForm
      editor={editor}
      label="New commitment"
      fields={[{ field: 'promise', autoFocus: true }, ...fieldsOf(clients)]}
      onFinish={onFinish}
    >
      <Button size="xs" variant="default" onClick={onFinish}>
        Done
      </Button>
    </RecordForm>
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
      <div className="entry-head">
        <span className={verdict === '' ? undefined : 'quiet'}>{promise}</span>
        <span className="entry-actions">
          {verdict === '' ? (
            <Button
              size="compact-xs"
              variant="default"
              aria-label={`Done: ${promise}`}
              onClick={finish}
            >
              Done
            </Button>
          ) : null}
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={`Edit the commitment: ${promise}`}
            onClick={() => setEdited((was) => !was)}
          >
            <IconPencil size={14} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            size="sm"
            aria-label={`Delete the commitment: ${promise}`}
            onClick={() => void deleteRecord(data, record)}
          >
            <IconTrash size={14} stroke={1.6} aria-hidden="true" />
          </ActionIcon>
        </span>
      </div>
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
