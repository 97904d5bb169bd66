import { Button, TextInput } from '@mantine/core';
import { IconHistory } from '@tabler/icons-react';
import { useState, type SyntheticEvent } from 'react';
import { useStore } from 'zustand';
import { createStore } from 'zustand/vanilla';
import { parseDay } from '../../../shared/kernel/days';
import { useScope } from '../../app/scope';
import { PopoverButton } from '../../ui/popover-button';
import { formatDayInWords } from '../../ui/times';
import { dayText } from './cell';

/** The day at whose end the lists and pages of records are shown; null for the present. It holds until one goes back. */
const pastDay = createStore<{ readonly day: string | null }>(() => ({ day: null }));

/** The day gone by that is looked at, `2026-06-30`; null for the present. */
export function usePastDay(): string | null {
  return useStore(pastDay, ({ day }) => day);
}

/** A day as it is read. */
function dayInWords(day: string): string {
  const known = parseDay(day);
  return known === null ? day : formatDayInWords(known);
}

/** Chooses the day at whose end everything is shown. */
export function PastDayChoice() {
  return (
    <PopoverButton label="As of…" icon={IconHistory} position="bottom-end" width={260}>
      {(close) => <PastDayForm onChosen={close} />}
    </PopoverButton>
  );
}

function PastDayForm({ onChosen }: { readonly onChosen: () => void }) {
  const { today } = useScope();
  const [text, setText] = useState('');
  const [error, setError] = useState<string | null>(null);
  const submit = (event: SyntheticEvent): void => {
    event.preventDefault();
    const isPast = parseDay(text) !== null && text <= dayText(today);
    setError(isPast ? null : 'Enter today or a day before.');
    if (!isPast) return;
    pastDay.setState({ day: text });
    onChosen();
  };
  return (
    <form className="filter-form" onSubmit={submit}>
      <TextInput
        label="At the end of"
        type="date"
        size="xs"
        max={dayText(today)}
        error={error}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <Button type="submit" size="xs">
        Show that day
      </Button>
    </form>
  );
}

/** Says that what is shown is of a day gone by, and leads back. */
export function PastDayBanner({ day }: { readonly day: string }) {
  return (
    <div className="past-day" role="status">
      <IconHistory size={16} stroke={1.6} aria-hidden="true" />
      <span>
        <strong>As of the end of {dayInWords(day)}.</strong> To read only. Figures of the networks
        are not in it: everywhere they stand as today.
      </span>
      <Button variant="default" size="compact-xs" onClick={() => pastDay.setState({ day: null })}>
        Back to today
      </Button>
    </div>
  );
}
