import { Button, Checkbox, SegmentedControl } from '@mantine/core';
import { useEffect, useState } from 'react';
import {
  importOutcomes,
  type FieldChoice,
  type ImportOutcome,
  type ImportPlan,
  type PlannedRows,
} from '../../../../shared/ipc/imports';
import { useDesk } from '../../../app/desk';
import { formatCount } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { outcomeLabels, rowsWords } from './import-words';
import { PlannedFigures } from './planned-figures';
import { PlannedTable } from './planned-table';

interface DryRunProps {
  readonly id: string;
  readonly plan: ImportPlan;
  readonly headers: readonly string[];
  /** What the fields are called. */
  readonly labels: ReadonlyMap<string, string>;
  readonly disabled: boolean;
  readonly onDecide: (row: number | null, field: string | null, choice: FieldChoice | null) => void;
  readonly onWrite: (withoutRejected: boolean) => void;
  readonly onBack: () => void;
}

const rowsPerPage = 50;
const order = Object.keys(outcomeLabels).flatMap(
  (word) => importOutcomes.find((outcome) => outcome === word) ?? [],
);

/** What will happen, row by row, before anything is written. */
export function DryRun({
  id,
  plan,
  headers,
  labels,
  disabled,
  onDecide,
  onWrite,
  onBack,
}: DryRunProps) {
  const { counts } = plan;
  const [outcome, setOutcome] = useState<ImportOutcome>(
    () =>
      order.find((each) => (each === 'conflict' || each === 'reject') && counts[each] > 0) ??
      order.find((each) => counts[each] > 0) ??
      'create',
  );
  const [page, setPage] = useState(0);
  const [withoutRejected, setWithoutRejected] = useState(false);
  const rows = usePlannedRows(id, outcome, page, plan);
  const written = counts.create + counts.update;
  const isBlocked = counts.reject > 0 && !withoutRejected;
  return (
    <section className="dry-run" aria-label="What will happen">
      <div className="dry-run-head">
        <SegmentedControl
          size="xs"
          aria-label="Rows"
          value={outcome}
          data={shownOutcomes(plan).map((each) => ({
            value: each,
            label: `${wordOf(plan, each)} ${formatCount(counts[each])}`,
          }))}
          onChange={(value) => {
            setOutcome(importOutcomes.find((each) => each === value) ?? 'create');
            setPage(0);
          }}
        />
        {counts.conflict > 0 ? (
          <div className="dry-run-all">
            <span className="quiet">For all that are to decide:</span>
            <Button size="xs" variant="default" onClick={() => onDecide(null, null, 'mine')}>
              Keep ours
            </Button>
            <Button size="xs" variant="default" onClick={() => onDecide(null, null, 'theirs')}>
              Take the file’s
            </Button>
          </div>
        ) : null}
      </div>
      {plan.figures === null ? null : <PlannedFigures figures={plan.figures} />}
      {plan.totals.length > 0 ? <Totals totals={plan.totals} /> : null}
      {rows === null ? null : (
        <PlannedTable headers={headers} rows={rows.rows} labels={labels} onDecide={onDecide} />
      )}
      {rows !== null && rows.total > rowsPerPage ? (
        <div className="dry-run-pages">
          <Button
            size="xs"
            variant="default"
            disabled={page === 0}
            onClick={() => setPage(page - 1)}
          >
            Before
          </Button>
          <span className="quiet">
            {formatCount(page * rowsPerPage + 1)} to{' '}
            {formatCount(Math.min(rows.total, (page + 1) * rowsPerPage))} of{' '}
            {formatCount(rows.total)}
          </span>
          <Button
            size="xs"
            variant="default"
            disabled={(page + 1) * rowsPerPage >= rows.total}
            onClick={() => setPage(page + 1)}
          >
            Next
          </Button>
        </div>
      ) : null}
      <div className="dry-run-foot">
        {plan.question === null ? null : <p role="alert">{plan.question} Say it above.</p>}
        {counts.reject > 0 ? (
          <Checkbox
            label={`Leave the rejected ${rowsWords(counts.reject)} out`}
            checked={withoutRejected}
            onChange={(event) => setWithoutRejected(event.currentTarget.checked)}
          />
        ) : null}
        {counts.conflict > 0 ? (
          <p className="quiet">
            {rowsWords(counts.conflict)} that nobody decided will be left out.
          </p>
        ) : null}
        <Button variant="default" disabled={disabled} onClick={onBack}>
          Back to the columns
        </Button>
        <Button
          disabled={disabled || isBlocked || written === 0 || plan.question !== null}
          onClick={() => onWrite(withoutRejected)}
        >
          {written === 0 ? 'Nothing to bring in' : `Bring in ${rowsWords(written)}`}
        </Button>
      </div>
    </section>
  );
}

/** Rows of figures change no record and contradict none. */
function shownOutcomes({ figures }: ImportPlan): readonly ImportOutcome[] {
  return figures === null
    ? order
    : order.filter((each) => each !== 'update' && each !== 'conflict');
}

function wordOf({ figures }: ImportPlan, outcome: ImportOutcome): string {
  if (figures === null) return outcomeLabels[outcome];
  return outcome === 'create' ? 'Rows' : outcome === 'skip' ? 'Twice' : outcomeLabels[outcome];
}

function usePlannedRows(
  id: string,
  outcome: ImportOutcome,
  page: number,
  plan: ImportPlan,
): PlannedRows | null {
  const { data } = useDesk();
  const [rows, setRows] = useState<PlannedRows | null>(null);
  useEffect(() => {
    let isWanted = true;
    const asked = { id, outcome, offset: page * rowsPerPage, limit: rowsPerPage };
    data.call('imports.page', asked).then((answer) => {
      if (isWanted) setRows(answer);
    }, showFailure);
    return () => {
      isWanted = false;
    };
    // A decision changes the plan, and with it the rows.
  }, [data, id, outcome, page, plan]);
  return rows;
}

function Totals({ totals }: { readonly totals: ImportPlan['totals'] }) {
  const wrong = totals.filter(({ agrees }) => !agrees);
  return (
    <p
      className={wrong.length === 0 ? 'quiet' : 'dry-run-wrong'}
      role={wrong.length === 0 ? undefined : 'alert'}
    >
      {wrong.length === 0
        ? `The rows add up to the file’s own totals in ${totals.map(({ header }) => header).join(', ')}.`
        : wrong
            .map(
              ({ header, file, read }) =>
                `'${header}': the rows add up to ${read}, the file’s own total is ${file}.`,
            )
            .join(' ')}
    </p>
  );
}
