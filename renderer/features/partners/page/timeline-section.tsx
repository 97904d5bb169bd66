import { Button } from '@mantine/core';
import { useState } from 'react';
import type { PartnerEvent } from '../../../../shared/domain/partner-page';
import { millisecondsPerDay, parseDay, utcDay } from '../../../../shared/kernel/days';
import { formatDayInWords, formatTime } from '../../../ui/times';
import { authorOf, textOf, writtenAt, type PartnerView } from './use-partner';

const shownAtFirst = 12;

interface TimelineEntry {
  readonly key: string;
  /** ms UTC. */
  readonly at: number;
  /** `14:05`, where the hour is known. */
  readonly time?: string;
  /** Who did it, where somebody said. */
  readonly who?: string | null;
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
        {shown.map(({ key, at, time, what, who, words }) => (
          <li key={key}>
            <span className="quiet timeline-day">
              {formatDayInWords(utcDay(at))}
              {time === undefined ? null : <span className="sub">{time}</span>}
            </span>
            <span className="timeline-what">
              {what}
              {who ? <span className="sub">{who}</span> : null}
            </span>
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
export function timelineOf(view: PartnerView): readonly TimelineEntry[] {
  const { page, notes, commitments } = view;
  const entries: TimelineEntry[] = page.events.map((event, at) => ({
    key: `event ${at}`,
    at: event.at,
    ...eventWords(event),
  }));
  const addDay = (
    key: string,
    day: string,
    what: string,
    words: string,
    more: Pick<TimelineEntry, 'time' | 'who'> = {},
  ): void => {
    const parsed = parseDay(day);
    if (parsed === null) return;
    entries.push({ key, at: parsed * millisecondsPerDay, what, words, ...more });
  };
  for (const note of notes) {
    const at = writtenAt(note);
    addDay(note.id, textOf(note, 'writtenOn'), 'Note', textOf(note, 'text'), {
      who: authorOf(note, view),
      ...(at === null ? {} : { time: formatTime(at) }),
    });
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
