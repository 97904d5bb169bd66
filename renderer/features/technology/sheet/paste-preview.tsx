import { Button, Modal, Table } from '@mantine/core';
import { formatCount, formatCounted } from '../../../ui/format';
import { refusalOf, type CellError, type EditPlan } from './sheet-model';

interface PastePreviewProps {
  /** Null while nothing was pasted. */
  readonly plan: EditPlan | null;
  readonly onWrite: () => void;
  readonly onClose: () => void;
}

const errorsShown = 50;

/** What a pasted table would do, before it does: what is new, what changes, and every cell that can't be read. */
export function PastePreview({ plan, onWrite, onClose }: PastePreviewProps) {
  const errors = plan?.errors ?? [];
  const refusal = plan === null ? null : refusalOf(plan);
  const isBad = errors.length > 0 || refusal !== null;
  const nothing = plan !== null && plan.changes.length === 0;
  return (
    <Modal
      opened={plan !== null}
      onClose={onClose}
      title={isBad ? 'This table can’t be taken as it is' : 'Take this table?'}
      size="lg"
      centered
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {plan === null ? null : (
        <div
          className="paste-preview"
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || isBad) return;
            // The button that has the focus would be pressed as well, and write a second time.
            event.preventDefault();
            onWrite();
          }}
        >
          {errors.length > 0 ? (
            <ErrorTable errors={errors} />
          ) : refusal !== null ? (
            <p role="alert">{refusal}</p>
          ) : (
            <dl className="facts">
              <dt>New</dt>
              <dd>{formatCounted(plan.filled, 'cell', 'cells')}</dd>
              <dt>Changed</dt>
              <dd>{formatCounted(plan.changed, 'cell', 'cells')}</dd>
              <dt>The same already</dt>
              <dd>{formatCounted(plan.same, 'cell', 'cells')}</dd>
            </dl>
          )}
          <div className="page-actions">
            {isBad ? (
              <Button data-autofocus onClick={onClose}>
                Back to the table
              </Button>
            ) : (
              <>
                <Button data-autofocus onClick={onWrite}>
                  {nothing ? 'Done' : `Write ${formatCount(plan.filled + plan.changed)}`}
                </Button>
                <Button variant="default" onClick={onClose}>
                  Cancel
                </Button>
              </>
            )}
          </div>
        </div>
      )}
    </Modal>
  );
}

function ErrorTable({ errors }: { readonly errors: readonly CellError[] }) {
  return (
    <>
      <p role="alert">
        {formatCounted(errors.length, 'cell', 'cells')} can’t be read. Nothing was written; correct
        the table and paste it again.
      </p>
      <div
        className="paste-errors"
        tabIndex={0}
        role="region"
        aria-label="Cells that can’t be read"
      >
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>Row</Table.Th>
              <Table.Th>Field</Table.Th>
              <Table.Th>Value</Table.Th>
              <Table.Th>Why</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {errors.slice(0, errorsShown).map(({ row, field, value, why }, index) => (
              <Table.Tr key={index}>
                <Table.Td>{row}</Table.Td>
                <Table.Td>{field}</Table.Td>
                <Table.Td className="mono">{value}</Table.Td>
                <Table.Td>{why}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      </div>
      {errors.length > errorsShown ? (
        <p className="quiet">and {formatCount(errors.length - errorsShown)} more</p>
      ) : null}
    </>
  );
}
