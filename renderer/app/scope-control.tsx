import { Combobox, Menu, UnstyledButton, useCombobox, VisuallyHidden } from '@mantine/core';
import { IconCalendar, IconChevronDown, IconUsers } from '@tabler/icons-react';
import { useState } from 'react';
import type { ClientCalendar } from '../../shared/records/clients/client';
import { formatDayRange } from '../ui/times';
import { useDeskQuery } from './desk';
import {
  choiceLabel,
  comparisonLabels,
  comparisons,
  fiscalChoices,
  standardPeriods,
  type PeriodChoice,
} from './period';
import { useScope, useScopeActions, type ScopeSubject } from './scope';
import { matchingClients, type ScopeClient } from './scope-choices';

/** Whose figures, which days, against which: one control for every screen. */
export function ScopeControl() {
  return (
    <div className="scope" role="group" aria-label="Scope and period">
      <SubjectControl />
      <PeriodControl />
    </div>
  );
}

function SubjectControl() {
  const { subject, subjectName, known } = useScope();
  const { setSubject } = useScopeActions();
  const [search, setSearch] = useState('');
  const combobox = useCombobox({
    onDropdownOpen: () => combobox.focusSearchInput(),
    onDropdownClose: () => {
      setSearch('');
      combobox.resetSelectedOption();
      combobox.focusTarget();
    },
  });
  const choose = (value: string): void => {
    setSubject(subjectOf(value));
    combobox.closeDropdown();
  };
  const words = known ? subjectName : '…';
  return (
    <Combobox
      store={combobox}
      onOptionSubmit={choose}
      position="bottom-end"
      width={320}
      withinPortal={false}
    >
      <Combobox.Target targetType="button">
        <UnstyledButton
          className="scope-part"
          aria-label={`Scope: ${words}`}
          title={words}
          onClick={() => combobox.toggleDropdown()}
        >
          <IconUsers size={16} stroke={1.6} aria-hidden="true" />
          <span className="one-line">{words}</span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Search
          value={search}
          aria-label="Find a client or program"
          placeholder="Find a client or program"
          onChange={(event) => {
            setSearch(event.currentTarget.value);
            combobox.updateSelectedOptionIndex();
          }}
        />
        {combobox.dropdownOpened ? (
          <SubjectOptions search={search} chosen={valueOf(subject)} />
        ) : null}
      </Combobox.Dropdown>
    </Combobox>
  );
}

interface SubjectOptionsProps {
  readonly search: string;
  readonly chosen: string;
}

/** Read only once the list is open: a start doesn't need it. */
function SubjectOptions({ search, chosen }: SubjectOptionsProps) {
  const clients = useDeskQuery('records.list', { kind: 'client' });
  const programs = useDeskQuery('records.list', { kind: 'program' });
  const found = matchingClients(clients.value ?? [], programs.value ?? [], search);
  const isRead = clients.value !== undefined && programs.value !== undefined;
  return (
    <Combobox.Options className="scope-options" tabIndex={0} aria-label="Clients and programs">
      {search.trim() === '' ? (
        <SubjectOption value="all" name="All clients" chosen={chosen} />
      ) : null}
      {found.map((client) => (
        <ClientOptions key={client.id} client={client} chosen={chosen} />
      ))}
      {isRead && found.length === 0 && search.trim() !== '' ? (
        <Combobox.Empty>No client or program is called that.</Combobox.Empty>
      ) : null}
    </Combobox.Options>
  );
}

interface ClientOptionsProps {
  readonly client: ScopeClient;
  readonly chosen: string;
}

function ClientOptions({ client, chosen }: ClientOptionsProps) {
  return (
    <>
      <SubjectOption value={`client ${client.id}`} name={client.name} chosen={chosen} />
      {client.programs.map(({ id, name }) => (
        <SubjectOption key={id} value={`program ${id}`} name={name} chosen={chosen} inside />
      ))}
    </>
  );
}

interface SubjectOptionProps {
  readonly value: string;
  readonly name: string;
  readonly chosen: string;
  readonly inside?: boolean;
}

function SubjectOption({ value, name, chosen, inside = false }: SubjectOptionProps) {
  const isChosen = value === chosen;
  return (
    <Combobox.Option
      value={value}
      active={isChosen}
      className={inside ? 'scope-option inside' : 'scope-option'}
      aria-label={isChosen ? `${name}, chosen` : name}
    >
      {name}
    </Combobox.Option>
  );
}

function valueOf(subject: ScopeSubject): string {
  return subject.kind === 'all' ? 'all' : `${subject.kind} ${subject.id}`;
}

function subjectOf(value: string): ScopeSubject {
  const [kind, id] = value.split(' ');
  return (kind === 'client' || kind === 'program') && id !== undefined
    ? { kind, id }
    : { kind: 'all' };
}

function PeriodControl() {
  const { choice, period, comparison, calendar, today } = useScope();
  const { setPeriod, setComparison } = useScopeActions();
  return (
    <Menu
      position="bottom-end"
      width={300}
      withinPortal={false}
      closeOnItemClick={false}
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <UnstyledButton
          className="scope-part"
          title={formatDayRange(period.current.from, period.current.to)}
        >
          <IconCalendar size={16} stroke={1.6} aria-hidden="true" />
          <span className="one-line">
            <VisuallyHidden>Period: </VisuallyHidden>
            {period.label} <span className="quiet">vs {period.previousLabel}</span>
          </span>
          <IconChevronDown size={14} stroke={1.6} aria-hidden="true" />
        </UnstyledButton>
      </Menu.Target>
      <Menu.Dropdown aria-label="Period and comparison">
        <Menu.RadioGroup value={choice} onChange={(value) => setPeriod(value as PeriodChoice)}>
          <Menu.Label>Period</Menu.Label>
          {standardPeriods.map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {choiceLabel(value)}
            </Menu.RadioItem>
          ))}
          {calendar === null ? null : <FiscalItems calendar={calendar} today={today} />}
        </Menu.RadioGroup>
        <Menu.Divider />
        <Menu.Label>Against</Menu.Label>
        <Menu.RadioGroup
          value={comparison}
          onChange={(value) => setComparison(value as typeof comparison)}
        >
          {comparisons.map((value) => (
            <Menu.RadioItem key={value} value={value}>
              {comparisonLabels[value]}
            </Menu.RadioItem>
          ))}
        </Menu.RadioGroup>
      </Menu.Dropdown>
    </Menu>
  );
}

interface FiscalItemsProps {
  readonly calendar: ClientCalendar;
  readonly today: number;
}

function FiscalItems({ calendar, today }: FiscalItemsProps) {
  return (
    <>
      <Menu.Label>The client’s fiscal quarters</Menu.Label>
      {fiscalChoices(calendar, today).map(({ label, from, to }) => (
        <Menu.RadioItem
          key={label}
          value={label}
          rightSection={<span className="quiet">{formatDayRange(from, to)}</span>}
        >
          {choiceLabel(label as PeriodChoice)}
        </Menu.RadioItem>
      ))}
    </>
  );
}
