import type {
  NotePace,
  NotePromise,
  NoteTexts,
  WeeklyNoteData,
} from '../../../shared/documents/weekly-note/data';
import { noteWeeks, type NoteWeeks } from '../../../shared/documents/weekly-note/week';
import type { DeskRecord } from '../../../shared/ipc/desk-records';
import { formatDay, parseDay, type Day } from '../../../shared/kernel/days';
import { DeskError } from '../../../shared/kernel/result';
import { networkNames } from '../../../shared/domain/vocabulary';
import { clientCalendarSchema, defaultCalendar } from '../../../shared/records/clients/client';
import { onCoreChange } from '../core/changes';
import { currentCore } from '../core/current';
import { profileOf } from '../core/profile';
import { listRecords } from '../core/read';
import { loadDirectory, type ProgramEntry } from '../directory';
import { lastReadings, onFactsChanged } from '../facts';
import { lookOf } from '../reviews/look';
import { textOf } from '../../../shared/ipc/record-values';
import { gatherPaces } from './paces';
import { gatherFigures, type NoteFigures } from './figures';

/** A client's open promises are named when they are due within so many days after the week. */
const daysAhead = 14;

/**
 * Figures take many questions and change only with the facts and with who is whose partner, so they are kept while
 * somebody writes the notes.
 */
const figuresKept = new Map<string, Promise<KeptFigures>>();
onFactsChanged(() => figuresKept.clear());
onCoreChange(({ kinds, identities }) => {
  const isAboutFigures = kinds.some((kind) =>
    ['client', 'program', 'connection', 'partner', 'partnership-file', 'goal'].includes(kind),
  );
  if (identities || isAboutFigures) figuresKept.clear();
});

/** The client's week that holds a day, with its neighbors. */
export function weeksOf(client: DeskRecord, day: Day): NoteWeeks {
  return noteWeeks(calendarOf(client), day);
}

export function calendarOf(client: DeskRecord): typeof defaultCalendar {
  return clientCalendarSchema.safeParse(client.values['calendar']).data ?? defaultCalendar;
}

/** Everything that a client's note says. Throws `NO_CONNECTION` and `NOTHING_SYNCED` where there is nothing to say. */
export async function gatherNote(
  client: DeskRecord,
  weeks: NoteWeeks,
  record: DeskRecord | null,
): Promise<WeeklyNoteData> {
  const name = textOf(client, 'name') ?? client.id;
  const { programs } = await loadDirectory('programs');
  const own = programs.filter(({ clientId }) => clientId === client.id);
  if (own.length === 0) {
    throw new DeskError(
      'NO_CONNECTION',
      `No program of ${name} is connected to a network, so there is nothing to tell. Connect one first.`,
    );
  }
  const cutOff = await lastReading(name, own);
  const { parts, gaps, goals } = await keptFigures(client, own, weeks);
  const promises = (await listRecords(currentCore(), 'commitment')).filter(
    (commitment) => textOf(commitment, 'client') === client.id,
  );
  return {
    client: { id: client.id, name },
    look: lookOf(client),
    ...weeks,
    parts,
    gaps,
    goals,
    kept: keptIn(promises, weeks),
    open: openAt(promises, weeks),
    texts: textsOf(record),
    networks: [...new Set(own.map(({ network }) => networkNames[network]))],
    cutOff,
    sample: (await profileOf(currentCore())) === 'sample',
  };
}

async function lastReading(name: string, programs: readonly ProgramEntry[]): Promise<number> {
  const readings = (await lastReadings(programs)).flatMap((reading) => reading ?? []);
  if (readings.length === 0) {
    throw new DeskError(
      'NOTHING_SYNCED',
      `No program of ${name} has been synced yet, so there is nothing to tell. Sync first.`,
    );
  }
  return Math.min(...readings);
}

interface KeptFigures extends NoteFigures {
  readonly goals: readonly NotePace[];
}

async function keptFigures(
  client: DeskRecord,
  programs: readonly ProgramEntry[],
  weeks: NoteWeeks,
): Promise<KeptFigures> {
  const key = `${client.id} ${weeks.week.from}`;
  const kept = figuresKept.get(key);
  if (kept) return kept;
  const gathering = gatherFigures(programs, weeks).then(async (figures) => ({
    ...figures,
    goals: await gatherPaces(client, programs, weeks),
  }));
  figuresKept.set(key, gathering);
  // What failed is asked again next time.
  gathering.catch(() => figuresKept.delete(key));
  return gathering;
}

function keptIn(promises: readonly DeskRecord[], { week }: NoteWeeks): NotePromise[] {
  return promises
    .filter((promise) => {
      const judgedOn = textOf(promise, 'judgedOn') ?? '';
      return (
        textOf(promise, 'side') === 'agency' &&
        textOf(promise, 'verdict') === 'delivered' &&
        judgedOn >= week.from &&
        judgedOn <= week.to
      );
    })
    .map(promiseOf)
    .sort(byDue);
}

function openAt(promises: readonly DeskRecord[], { week }: NoteWeeks): NotePromise[] {
  const until = formatDay((parseDay(week.to) ?? 0) + daysAhead);
  return promises
    .filter(
      (promise) =>
        textOf(promise, 'side') === 'client' &&
        textOf(promise, 'verdict') === null &&
        (textOf(promise, 'promisedOn') ?? '') <= week.to &&
        (textOf(promise, 'dueOn') ?? '') <= until,
    )
    .map(promiseOf)
    .sort(byDue);
}

function promiseOf(record: DeskRecord): NotePromise {
  return { words: textOf(record, 'promise') ?? '', dueOn: textOf(record, 'dueOn') ?? '' };
}

function byDue(a: NotePromise, b: NotePromise): number {
  return a.dueOn < b.dueOn ? -1 : a.dueOn > b.dueOn ? 1 : a.words < b.words ? -1 : 1;
}

function textsOf(record: DeskRecord | null): NoteTexts {
  const lines = (field: string): string[] =>
    ((record && textOf(record, field)) ?? '')
      .split('\n')
      .map((line) => line.trim())
      .filter((line) => line !== '');
  return {
    opening: record && textOf(record, 'opening'),
    done: lines('done'),
    needed: lines('needed'),
  };
}
