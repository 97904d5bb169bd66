import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PartnerEvent } from '../../../../shared/domain/partner-page';
import { millisecondsPerDay, parseDay, utcDay } from '../../../../shared/kernel/days';
import { formatDayInWords } from '../../../ui/times';
import { textOf, type PartnerView } from './use-partner';

const shownAtFirst = 12;

interface TimelineEntry {
  readonly key: string;
  /** ms UTC; only its day is shown. */
  readonly at: number;
  readonly what: string;
  readonly words: string;
}

/** Everything that happened, newest first: what was written, promised, changed, and what the networks' rows show. */
export function TimelineSection({ view }: { readonly view: PartnerView }) {
  const [isWhole, setWhole] = useState(false);
  const entries = timelineOf(view);
  if (entries.length === 0) return <p className="quiet">Nothing has happened yet.</p>;
  const shown = isWhole ? entries : entries.slice(0, shownAtFirst);
  return (
    <>
      <ol className="timeline" aria-label="Timeline">
        {shown.map(({ key, at, what, words }) => (
          <li key={key}>
            <span className="quiet timeline-day">{formatDayInWords(utcDay(at))}</span>
            <span className="timeline-what">{what}</span>
            <span className="timeline-words">{words}</span>
          </li>
        ))}
      </ol>
      {entries.length > shown.length ? (
        <Button variant="subtle" size="xs" onClick={() => setWhole(true)}>
          Show all {entries.length}
        </Button>
      ) : null}
    </>
  );
}

/** The entries of a partner's timeline, newest first. */
export function timelineOf({ page, notes, commitments }: PartnerView): readonly TimelineEntry[] {
  const entries: TimelineEntry[] = page.events.map((event, at) => ({
    key: `event ${at}`,
    at: event.at,
    ...eventWords(event),
  }));
  const addDay = (key: string, day: string, what: string, words: string): void => {
    const parsed = parseDay(day);
    if (parsed !== null) entries.push({ key, at: parsed * millisecondsPerDay, what, words });
  };
  for (const note of notes) {
    addDay(note.id, textOf(note, 'writtenOn'), 'Note', textOf(note, 'text'));
  }
  for (const record of commitments) {
    const promise = textOf(record, 'promise');
    addDay(`${record.id} promised`, textOf(record, 'promisedOn'), 'Promised', promise);
    addDay(`${record.id} judged`, textOf(record, 'judgedOn'), 'Promise judged', promise);
  }
  return entries.sort((one, other) => other.at - one.at);
}

const eventNames: Readonly<Record<PartnerEvent['kind'], string>> = {
  joined: 'Joined',
  listed: 'First listed',
  left: 'Left',
  'first-click': 'First click',
  'first-sale': 'First sale',
  'last-sale': 'Last sale',
  changed: 'Changed',
};

function eventWords({
  kind,
  program,
  field,
  from,
  to,
}: PartnerEvent): Omit<TimelineEntry, 'key' | 'at'> {
  const what = eventNames[kind];
  if (kind !== 'changed') return { what, words: program ?? '' };
  const [before, after] = [from ?? '', to ?? ''];
  const change =
    before === '' ? `set to ${after}` : after === '' ? `${before} removed` : `${before} → ${after}`;
  return { what, words: `${field ?? ''}: ${change}` };
}
