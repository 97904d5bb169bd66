import { Button } from '@mantine/core';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { textOf } from '../../../shared/ipc/record-values';
import { kindOf } from '../../../shared/records/index';
import { EmptyState, FailureState, TableSkeleton } from '../../ui/states';
import { useDesk, useDeskQuery } from '../desk';
import { usePlaceName } from '../place-name';
import { deleteRecord } from '../records/record-editor';
import { goTo, hrefOf, pageOf } from '../routes';
import { attachedFileOf } from './attached-file';
import { AttachmentContent } from './attachment-content';

/** One attached file as a page. */
export function AttachmentScreen({ id }: { readonly id: string }) {
  const { value, failure, retry } = useDeskQuery('records.get', { kind: 'attachment', id });
  usePlaceName(value ? attachedFileOf(value).name : null);
  if (failure !== undefined) {
    return (
      <div className="page">
        <FailureState alone title="This file can’t be shown" failure={failure} onRetry={retry} />
      </div>
    );
  }
  if (value === undefined) {
    return (
      <div className="page">
        <TableSkeleton rows={8} />
      </div>
    );
  }
  if (value === null || value.deleted) {
    return (
      <div className="page">
        <EmptyState
          alone
          title="It is no longer here"
          action={<Button onClick={() => goTo({ area: 'portfolio' })}>To the portfolio</Button>}
        >
          This file was deleted, alone or with what it belonged to. Undo brings it back.
        </EmptyState>
      </div>
    );
  }
  return <AttachmentPage attachment={value} />;
}

function AttachmentPage({ attachment }: { readonly attachment: DeskRecord }) {
  const { data } = useDesk();
  const { name, record } = attachedFileOf(attachment);
  const [parent] = useDeskQuery('records.named', { ids: [record] }).value ?? [];
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>{name}</h1>
          <p className="quiet">
            {parent === undefined ? (
              'Attachment'
            ) : (
              <>
                {kindOf(parent.kind).label}{' '}
                <a href={hrefOf(pageOf(parent.kind, parent.id))}>
                  {textOf(parent, kindOf(parent.kind).nameField) ?? kindOf(parent.kind).label}
                </a>
              </>
            )}
          </p>
        </div>
        <div className="page-actions">
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              void deleteRecord(data, attachment);
              if (parent !== undefined) goTo(pageOf(parent.kind, parent.id));
            }}
          >
            Delete
          </Button>
        </div>
      </header>
      <AttachmentContent attachment={attachment} />
    </div>
  );
}
