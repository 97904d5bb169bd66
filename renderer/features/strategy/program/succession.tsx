import type { ProgramPage } from '../../../../shared/domain/program-page';
import type { DeskRecord } from '../../../../shared/ipc/desk-records';
import { parseDay } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { useRecordEditor } from '../../../app/records/record-editor';
import { RecordForm } from '../../../app/records/record-form';
import { hrefOf } from '../../../app/routes';
import { formatCounted } from '../../../ui/format';
import { PopoverButton } from '../../../ui/popover-button';
import { formatDayInWords } from '../../../ui/times';

/** Says whom a program follows, and what of a time in which both ran is counted once. */
export function SuccessionNote({ page: { succession } }: { readonly page: ProgramPage }) {
  if (succession === null) return null;
  const { follows, followedBy } = succession;
  return (
    <>
      {follows === null ? null : (
        <p className="quiet">
          Follows <a href={hrefOf({ area: 'program', id: follows.id })}>{follows.name}</a> from{' '}
          {dayWords(follows.from)}: figures run through both. {onceWords(follows)}
        </p>
      )}
      {followedBy === null ? null : (
        <p className="caution">
          <a href={hrefOf({ area: 'program', id: followedBy.id })}>{followedBy.name}</a> follows it
          from {dayWords(followedBy.from)}. Here are its own figures until then; both together stand
          there.
        </p>
      )}
    </>
  );
}

/** The program that counts in all of these days in the place of this one; null where this one does. */
export function countsInstead({ succession, coverage }: ProgramPage): string | null {
  return coverage.length > 0 ? null : (succession?.followedBy?.name ?? null);
}

/** A day as `2026-10-01` in words. */
export function dayWords(day: string): string {
  const parsed = parseDay(day);
  return parsed === null ? day : formatDayInWords(parsed);
}

/** How many orders of a parallel run don't count, so that none counts twice. */
function onceWords({
  name,
  same,
  early,
  late,
}: NonNullable<NonNullable<ProgramPage['succession']>['follows']>): string {
  const orders = (count: number): string => formatCounted(count, 'order', 'orders');
  const parts = [
    ...(late > 0 ? [`${orders(late)} that ${name} had from that day on`] : []),
    ...(early > 0 ? [`${orders(early)} that this one had before`] : []),
    ...(same > 0 ? [`${orders(same)} whose number ${name} has counted`] : []),
  ];
  return parts.length === 0 ? 'No order is in both.' : `Not counted: ${parts.join(', ')}.`;
}

/** Where one says which program this one goes on from, such as after a move to another network. */
export function SuccessionButton({ record }: { readonly record: DeskRecord | null }) {
  if (record === null) return null;
  return (
    <PopoverButton label="Follows another…" position="bottom-end" width={300}>
      {() => <SuccessionForm record={record} />}
    </PopoverButton>
  );
}

function SuccessionForm({ record }: { readonly record: DeskRecord }) {
  const editor = useRecordEditor({ kind: 'program', record });
  const programs = useDeskQuery('records.list', { kind: 'program' });
  const others = (programs.value ?? []).filter(
    ({ id, values }) =>
      id !== record.id &&
      values['client'] === record.values['client'] &&
      values['model'] === record.values['model'],
  );
  if (programs.value !== undefined && others.length === 0) {
    return (
      <p className="quiet">
        This client has no other program of this model that it could follow. After a move to another
        network both are needed: the old one with its history, the new one with what comes.
      </p>
    );
  }
  return (
    <RecordForm
      editor={editor}
      label="The program that it follows"
      fields={[{ field: 'follows', only: others.map(({ id }) => id) }, 'followsFrom']}
    >
      <p className="quiet" tabIndex={-1} data-autofocus>
        Until that day the old program counts, from then on this one. An order of both counts once.
      </p>
    </RecordForm>
  );
}
