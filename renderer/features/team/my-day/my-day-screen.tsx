import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { textOf } from '../../../../shared/ipc/record-values';
import { teamRoleSchema, type TeamRole } from '../../../../shared/domain/vocabulary';
import { formatDay } from '../../../../shared/kernel/days';
import { useDeskQuery } from '../../../app/desk';
import { hrefOf } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { formatDayInWords } from '../../../ui/times';
import { roleName } from '../../../ui/words';
import { FailureState, TableSkeleton } from '../../../ui/states';
import { ShortList } from '../../records';
import { DueList } from './due-list';
import { ClientHealthPart } from './client-health';
import { DataHealthPart } from './data-health';
import { anybodysHome, homes, type HomePanel, type HomePart } from './panels';
import { PipelinePart } from './pipeline';
import { TeamLoadPart } from './team-load';

const daysAhead = 7;

type Whose = 'mine' | 'everybody';

/** The day of the person at the desk: what is due over all programs, and what their role turns around. */
export function MyDayScreen() {
  const { today, programs, client } = useScope();
  const person = useDeskQuery('person.get', {});
  const [asked, setWhose] = useState<Whose>('mine');
  const member = person.value?.member ?? null;
  const whose = member === null ? 'everybody' : asked;
  const due = useDeskQuery(
    'team.due',
    person.value === undefined
      ? null
      : {
          person: whose === 'mine' ? (member?.id ?? null) : null,
          scope:
            programs === undefined ? null : { clients: client === null ? [] : [client], programs },
          through: formatDay(today + daysAhead),
        },
  );
  const role = teamRoleSchema.safeParse(member?.values['role']).data;
  const home = role === undefined ? anybodysHome : homes[role];
  const own = whose === 'mine' ? (member?.id ?? null) : null;
  const partsOf = (parts: readonly HomePart[]) =>
    parts.map((part) => <Part key={part} part={part} person={own} role={role} />);
  return (
    <div className="page">
      <header className="page-head">
        <div>
          <h1>My day</h1>
          <p className="quiet">
            {formatDayInWords(today)}
            {member === null
              ? ''
              : ` · ${textOf(member, 'name') ?? ''}${role === undefined ? '' : `, ${roleName(role)}`}`}
          </p>
        </div>
        <div className="page-actions">
          {member === null ? (
            <Button component="a" variant="default" size="xs" href={hrefOf({ area: 'settings' })}>
              Say who works here
            </Button>
          ) : (
            <SegmentedControl<Whose>
              aria-label="Whose"
              size="xs"
              data={[
                { value: 'mine', label: 'Mine' },
                { value: 'everybody', label: 'Everybody’s' },
              ]}
              value={whose}
              onChange={setWhose}
            />
          )}
        </div>
      </header>
      <div className="partner-columns">
        <div className="home-main">
          {partsOf(home.before)}
          {due.failure !== undefined ? (
            <FailureState
              title="What is due can’t be shown"
              failure={due.failure}
              onRetry={due.retry}
            />
          ) : due.value === undefined ? (
            <TableSkeleton rows={10} />
          ) : (
            <DueList
              lines={due.value}
              today={formatDay(today)}
              showPeople={whose === 'everybody'}
            />
          )}
          {partsOf(home.after)}
        </div>
        <div>
          {home.panels.map((panel) => (
            <ShortList key={panel.title} {...listOf(panel, member?.id ?? null)} />
          ))}
        </div>
      </div>
    </div>
  );
}

interface PartProps {
  readonly part: HomePart;
  /** Whose work is shown; null for everybody's. */
  readonly person: string | null;
  readonly role: TeamRole | undefined;
}

function Part({ part, person, role }: PartProps) {
  switch (part) {
    case 'clients':
      // Who directs the agency answers for every client.
      return <ClientHealthPart person={role === 'director' ? null : person} />;
    case 'team':
      return <TeamLoadPart />;
    case 'pipeline':
      return <PipelinePart person={person} />;
    case 'data':
      return <DataHealthPart />;
  }
}

function listOf({ mine, filters, ...panel }: HomePanel, person: string | null) {
  return {
    ...panel,
    filters:
      mine === undefined || person === null
        ? filters
        : [...filters, { op: 'is' as const, column: mine, words: [person] }],
  };
}
