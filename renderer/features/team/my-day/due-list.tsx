import { Checkbox } from '@mantine/core';
import type { DueLine } from '../../../../shared/domain/due';
import { parseDay } from '../../../../shared/kernel/days';
import { kindOf } from '../../../../shared/records/index';
import { useDesk } from '../../../app/desk';
import { hrefOf, pageOf } from '../../../app/routes';
import { notifyUndo } from '../../../app/undo';
import { formatCount } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { useRowKeys } from '../../../app/row-keys';
import { EmptyState } from '../../../ui/states';
import { formatDayInWords } from '../../../ui/times';

interface DueListProps {
  readonly lines: readonly DueLine[];
  /** `2026-11-22`. */
  readonly today: string;
  readonly showPeople: boolean;
}

/** What is due, in the order in which it presses: late, today, the days to come. */
export function DueList({ lines, today, showPeople }: DueListProps) {
  const rows = useRowKeys();
  const parts = [
    { title: 'Late', lines: lines.filter(({ day }) => day < today) },
    { title: 'Today', lines: lines.filter(({ day }) => day === today) },
    { title: 'The next seven days', lines: lines.filter(({ day }) => day > today) },
  ].filter((part) => part.lines.length > 0);
  if (parts.length === 0) {
    return (
      <EmptyState title="Nothing is due">
        Tasks, follow-ups, meetings, promises and deadlines of the next seven days stand here, from
        all programs, such as “Call Trail Notes about the winter rates · today”.
      </EmptyState>
    );
  }
  return (
    <div className="due" ref={rows}>
      {parts.map((part) => (
        <section key={part.title} className="partner-section" aria-label={part.title}>
          <h2>
            {part.title} <small className="quiet">{formatCount(part.lines.length)}</small>
          </h2>
          <ul className="entries" aria-label={part.title}>
            {part.lines.map((line) => (
              <Due
                key={line.id}
                line={line}
                showDay={part.title !== 'Today'}
                isLate={line.day < today}
                showPerson={showPeople}
              />
            ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

interface DueProps {
  readonly line: DueLine;
  readonly showDay: boolean;
  readonly isLate: boolean;
  readonly showPerson: boolean;
}

function Due({ line, showDay, isLate, showPerson }: DueProps) {
  const { data } = useDesk();
  const { label } = kindOf(line.kind);
  const day = parseDay(line.day);
  const about = [
    label,
    ...line.about,
    ...(showPerson && line.person !== null ? [line.person] : []),
  ].join(' · ');
  // What lives inside another is shown on its parent's page.
  const place = line.parent ?? line;
  const finish = (): void => {
    if (line.done === null) return;
    data
      .call('records.write', {
        changes: [{ op: 'set', kind: line.kind, id: line.id, values: { ...line.done } }],
        origin: 'person',
        reason: `${label} done`,
      })
      .then(({ entry }) => notifyUndo(`${label} done.`, entry))
      .catch(showFailure);
  };
  return (
    <li className="due-line">
      {line.done === null ? (
        <span className="due-mark" aria-hidden="true" />
      ) : (
        <Checkbox size="xs" checked={false} aria-label={`Done: ${line.name}`} onChange={finish} />
      )}
      <a
        data-row
        href={hrefOf(pageOf(place.kind, place.id))}
        className="one-line"
        title={line.name}
      >
        {line.name}
      </a>
      <span className="quiet one-line" title={about}>
        {about}
      </span>
      <span className={isLate ? 'bad due-day' : 'quiet due-day'}>
        {showDay && day !== null ? formatDayInWords(day) : ''}
      </span>
    </li>
  );
}
