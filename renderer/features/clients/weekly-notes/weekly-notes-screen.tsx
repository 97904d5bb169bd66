import { ActionIcon, Button, Tabs } from '@mantine/core';
import { notifications } from '@mantine/notifications';
import { IconChevronLeft, IconChevronRight } from '@tabler/icons-react';
import { useRef, useState } from 'react';
import { wordingOf } from '../../../../shared/documents/review/wording';
import { weekName } from '../../../../shared/documents/weekly-note/week';
import type { WeeklyNoteState } from '../../../../shared/ipc/weekly-notes';
import { formatDay, parseDay } from '../../../../shared/kernel/days';
import { cancelWork, runWork } from '../../../app/activity';
import { useActivity, useDesk, useDeskQuery } from '../../../app/desk';
import { goTo } from '../../../app/routes';
import { useScope } from '../../../app/scope';
import { notifyUndo } from '../../../app/undo';
import { formatCounted } from '../../../ui/format';
import { showFailure } from '../../../ui/notify';
import { useRowKeys } from '../../../app/row-keys';
import { EmptyState, FailureState, TableSkeleton } from '../../../ui/states';
import { WorkProgress } from '../../../ui/work-progress';
import { SlideView } from '../reviews/slide-view';
import { MailView } from './mail-view';
import { NoteList } from './note-list';
import { NotePanel } from './note-panel';
import { isSaved, nextUnread } from './note-words';

/** The weekly notes of all clients in one run: each is read before its mail draft can be written. */
export function WeeklyNotesScreen() {
  const { data, shell, activity } = useDesk();
  const { client: scoped, today } = useScope();
  const [day, setDay] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  // From client to client one goes on reading the same: mails or pages.
  const [view, setView] = useState<string | null>('mail');
  const answer = useDeskQuery('weeklyNotes.run', { day });
  const making = useActivity(({ running }) => running.notes);
  const failure = useActivity(({ failures }) => failures.notes);
  const list = useRowKeys();
  const root = useRef<HTMLDivElement>(null);

  if (answer.value === undefined) {
    return (
      <div className="page">
        {answer.failure ? (
          <FailureState
            alone
            title="The weekly notes could not be put together"
            failure={answer.failure}
            onRetry={answer.retry}
          />
        ) : (
          <TableSkeleton rows={10} />
        )}
      </div>
    );
  }
  const notes = answer.value.notes.filter(({ client }) => scoped === null || client === scoped);
  const selected = notes.find(({ client }) => client === chosen) ?? notes[0];
  if (selected === undefined) return <NoClient />;
  const ready = notes.filter((note) => note.state === 'read' && !isSaved(note));

  const mark = async (note: WeeklyNoteState): Promise<void> => {
    try {
      const { client, week, hash } = note;
      const { entry } = await data.call('weeklyNotes.mark', { client, week, hash });
      answer.retry();
      notifyUndo(`Read: ${note.clientName}`, entry);
      const next = nextUnread(notes, client);
      if (next === null) return;
      setChosen(next.client);
      root.current
        ?.querySelector<HTMLElement>(`[data-client="${CSS.escape(next.client)}"]`)
        ?.focus();
    } catch (thrown) {
      showFailure(thrown);
    }
  };
  const save = async (asked: readonly WeeklyNoteState[]): Promise<void> => {
    const made = await runWork(activity, shell, 'notes', () =>
      shell.call('weeklyNotes.saveDrafts', {
        notes: asked.map(({ client, week }) => ({ client, week })),
      }),
    );
    answer.retry();
    if (made === null || made.place === null) return;
    notifications.show({
      message: `${formatCounted(made.files.length, 'mail draft', 'mail drafts')} written: ${made.place}`,
    });
  };
  const shift = (weeks: number): void => {
    const first = parseDay(selected.week);
    if (first !== null) setDay(formatDay(first + weeks * 7));
  };
  const end = (parseDay(selected.week) ?? 0) + 6;
  const read = notes.filter(({ state }) => state === 'read').length;

  return (
    <div className="editor" ref={root}>
      <header className="editor-head">
        <div className="page-head">
          <div>
            <h1>Weekly notes</h1>
            <p className="quiet">
              {read} of {formatCounted(notes.length, 'note', 'notes')} read. A note leaves as a mail
              draft, after somebody has read it as it is.
            </p>
          </div>
          <div className="page-actions">
            <ActionIcon
              variant="default"
              size={32}
              aria-label="The week before"
              onClick={() => shift(-1)}
            >
              <IconChevronLeft size={16} />
            </ActionIcon>
            <span className="note-week">
              {weekName(wordingOf('en-GB'), { from: selected.week, to: formatDay(end) })}
            </span>
            <ActionIcon
              variant="default"
              size={32}
              aria-label="The week after"
              disabled={end + 7 >= today}
              onClick={() => shift(1)}
            >
              <IconChevronRight size={16} />
            </ActionIcon>
            <Button
              disabled={ready.length === 0 || making !== undefined}
              onClick={() => void save(ready)}
            >
              {ready.length === 0
                ? 'Write mail drafts…'
                : `Write ${formatCounted(ready.length, 'mail draft', 'mail drafts')}…`}
            </Button>
          </div>
        </div>
        {making ? (
          <WorkProgress
            title="Writing the mail drafts"
            unit="drafts"
            words={making.step?.words ?? ''}
            done={making.step?.done ?? 0}
            total={making.step?.total ?? null}
            cancelling={making.cancelling}
            onCancel={() => cancelWork(activity, shell, 'notes')}
          />
        ) : failure ? (
          <p className="bad form-failure" role="alert">
            {failure.message} <span className="mono">{failure.code}</span>
          </p>
        ) : null}
      </header>
      <div className="editor-body notes">
        <nav className="editor-sections" aria-label="Notes" ref={list}>
          <NoteList notes={notes} selected={selected.client} onSelect={setChosen} />
        </nav>
        <section className="editor-preview" aria-label="Note" tabIndex={0} key={selected.client}>
          <NoteView note={selected} view={view} onView={setView} />
        </section>
        <aside className="editor-side" aria-label="Texts and recipients">
          {selected.note === null ? null : (
            <NotePanel
              key={`${selected.client} ${selected.week}`}
              note={selected}
              busy={making !== undefined}
              onChanged={answer.retry}
              onRead={() => void mark(selected)}
              onSave={() => void save([selected])}
            />
          )}
        </aside>
      </div>
    </div>
  );
}

interface NoteViewProps {
  readonly note: WeeklyNoteState;
  /** `mail` or `page`. */
  readonly view: string | null;
  readonly onView: (view: string | null) => void;
}

function NoteView({ note, view, onView }: NoteViewProps) {
  if (note.note === null || note.page === null) {
    return (
      <EmptyState title={`Nothing to tell about ${note.clientName}`}>
        {note.failure?.message ?? ''}
      </EmptyState>
    );
  }
  const [page] = note.page.slides;
  const to = note.people
    .filter(({ email }) => !note.leftOut.includes(email))
    .map(({ name, email }) => `${name} <${email}>`)
    .join(', ');
  return (
    <Tabs value={view} onChange={onView} keepMounted={false}>
      <Tabs.List>
        <Tabs.Tab value="mail">Mail</Tabs.Tab>
        <Tabs.Tab value="page">Page</Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="mail" className="note-view">
        <MailView note={note.note} to={to} />
      </Tabs.Panel>
      <Tabs.Panel value="page" className="note-view">
        {page === undefined ? null : <SlideView model={note.page} slide={page} page={1} />}
      </Tabs.Panel>
    </Tabs>
  );
}

function NoClient() {
  return (
    <div className="page">
      <header className="page-head">
        <h1>Weekly notes</h1>
      </header>
      <EmptyState
        title="No client to write to yet"
        action={
          <Button onClick={() => goTo({ area: 'connect', connection: null })}>
            Connect a network
          </Button>
        }
      >
        A weekly note is one page and a mail for each client: the week against last week and last
        year, pace, who rose and who fell, what was done and what is needed. Connect a client’s
        first program to begin.
      </EmptyState>
    </div>
  );
}
