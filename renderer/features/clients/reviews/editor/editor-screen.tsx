import { Button, Tabs } from '@mantine/core';
import { memo, useRef, useState } from 'react';
import { z } from 'zod';
import type {
  Finding,
  LiveFigure,
  SectionId,
  SectionOutline,
} from '../../../../../shared/documents/review/draft';
import { quarterName } from '../../../../../shared/domain/period';
import { useDeskQuery } from '../../../../app/desk';
import { usePlaceName } from '../../../../app/place-name';
import { goTo } from '../../../../app/routes';
import { Sign } from '../../../../ui/figure';
import { EmptyState, FailureState, TableSkeleton } from '../../../../ui/states';
import { useSteady } from '../../../../ui/use-steady';
import { calendarOf, daysOf, stateWords, wordsOf } from '../review-rows';
import { CheckPanel } from './check-panel';
import { CommitmentsPanel } from './commitments-panel';
import type { ComposedReview } from './composed-review';
import { FinishButton, FinishProgress } from './finish';
import { LookPanel } from './look-panel';
import { Preview } from './preview';
import { SectionList } from './section-list';
import { SlotEditor } from './slot-editor';
import { useDraft, type DraftDesk } from './use-draft';

const panelSchema = z.enum(['text', 'commitments', 'look', 'check']);
type Panel = z.infer<typeof panelSchema>;

/** A review while it is written: sections, pages as they will be printed, and what a person can say about them. */
export function ReviewEditorScreen({ id }: { readonly id: string }) {
  const draft = useDraft(id);
  if (draft.record === null || draft.record?.deleted === true) {
    return (
      <div className="page">
        <EmptyState
          alone
          title="This draft is not here"
          action={<Button onClick={() => goTo({ area: 'reviews' })}>All reviews</Button>}
        >
          It may have been deleted, or begun on another computer.
        </EmptyState>
      </div>
    );
  }
  if (draft.composed === undefined || draft.record === undefined) {
    return (
      <div className="page">
        {draft.failure ? (
          <FailureState
            alone
            title="The draft could not be put together"
            failure={draft.failure}
            onRetry={draft.retry}
          />
        ) : (
          <TableSkeleton rows={12} />
        )}
      </div>
    );
  }
  return <Editor id={id} draft={draft} composed={draft.composed} />;
}

interface EditorProps {
  readonly id: string;
  readonly draft: DraftDesk;
  readonly composed: ComposedReview;
}

function Editor({ id, draft, composed }: EditorProps) {
  const { sections, figures, byKey, model } = composed;
  const [chosen, setChosen] = useState<SectionId>('summary');
  const [panel, setPanel] = useState<Panel>('text');
  const side = useRef<HTMLElement>(null);
  const root = useRef<HTMLDivElement>(null);
  // Looking a draft over asks every figure anew, which nobody who types should wait for.
  const checks = useDeskQuery('reviews.preflight', panel === 'check' ? { draft: id } : null);
  const client = useDeskQuery('records.get', { kind: 'client', id: composed.client });
  const judging = useDeskQuery('reviews.commitments', { draft: id });
  const selected = sections.find((section) => section.id === chosen) ?? sections[0];
  const findings = checks.value?.findings;
  const unjudged = judging.value?.filter(({ verdict }) => verdict === null).length ?? 0;

  const edit = (section: SectionId): void => {
    setChosen(section);
    setPanel(section === 'commitments' ? 'commitments' : 'text');
    // The panel is drawn first; then its first field takes the keyboard.
    requestAnimationFrame(() => {
      side.current?.querySelector<HTMLElement>('[role="textbox"], input, textarea')?.focus();
    });
  };
  // A key in a text draws that text and its page, not the rest of the window.
  const startEditing = useSteady(edit);
  const move = useSteady(draft.move);
  const moveBefore = useSteady(draft.moveBefore);
  const hide = useSteady((section: SectionOutline, hidden: boolean) =>
    draft.setHidden(section.id, section.name, hidden),
  );
  const showChecks = useSteady(() => setPanel('check'));
  if (selected === undefined) return null;

  const focusSection = (section: SectionId): void => {
    root.current?.querySelector<HTMLElement>(`[data-section="${section}"]`)?.focus();
  };
  const leave = (how: 'left' | 'finished'): void => {
    const at = sections.indexOf(selected);
    const next = how === 'finished' ? (sections[at + 1] ?? selected) : selected;
    setChosen(next.id);
    focusSection(next.id);
  };
  const jump = (finding: Finding): void => edit(finding.section);

  return (
    <div className="editor" ref={root}>
      <EditorHead
        id={id}
        client={composed.client}
        label={composed.period.label}
        pages={model.slides.length}
        state={draft.state}
        unsaved={draft.unsaved}
        review={draft.record ? wordsOf(draft.record, 'review') : ''}
        onRefused={showChecks}
      />
      <div className="editor-body">
        <SectionList
          sections={sections}
          selected={selected.id}
          onSelect={setChosen}
          onEdit={startEditing}
          onMove={move}
          onMoveBefore={moveBefore}
          onHide={hide}
        />
        <Preview
          model={model}
          sections={sections}
          figures={byKey}
          selected={selected.id}
          onSelect={setChosen}
        />
        <aside className="editor-side" aria-label="Section and checks" ref={side}>
          <Tabs
            value={panel}
            onChange={(value) => setPanel(panelSchema.safeParse(value).data ?? 'text')}
            keepMounted={false}
          >
            <Tabs.List>
              <Tabs.Tab value="text">Text</Tabs.Tab>
              <Tabs.Tab value="commitments">
                {unjudged === 0 ? 'Commitments' : `Commitments (${unjudged})`}
              </Tabs.Tab>
              <Tabs.Tab value="look">Look</Tabs.Tab>
              <Tabs.Tab value="check">
                {findings === undefined || findings.length === 0
                  ? 'Check'
                  : `Check (${findings.length})`}
              </Tabs.Tab>
            </Tabs.List>
            <Tabs.Panel value="text">
              <SectionText
                section={selected}
                draft={draft}
                figures={figures}
                byKey={byKey}
                onLeave={leave}
              />
            </Tabs.Panel>
            <Tabs.Panel value="commitments">
              <CommitmentsPanel
                lines={judging.value}
                failure={judging.failure}
                onChanged={() => {
                  judging.retry();
                  draft.retry();
                }}
              />
            </Tabs.Panel>
            <Tabs.Panel value="look">
              {client.value ? <LookPanel client={client.value} onChanged={client.retry} /> : null}
            </Tabs.Panel>
            <Tabs.Panel value="check">
              <CheckPanel
                findings={findings}
                failure={checks.failure}
                checked={draft.state === 'checked'}
                onRetry={checks.retry}
                onJump={jump}
                onChecked={(checked) =>
                  void draft.setState(
                    checked ? 'checked' : 'draft',
                    checked ? 'Marked as checked' : 'No longer marked as checked',
                  )
                }
              />
            </Tabs.Panel>
          </Tabs>
        </aside>
      </div>
    </div>
  );
}

interface EditorHeadProps {
  readonly id: string;
  readonly client: string;
  /** Of the period. */
  readonly label: string;
  readonly pages: number;
  readonly state: DraftDesk['state'];
  readonly unsaved: DraftDesk['unsaved'];
  /** The review that was made of it; empty while it is not finished. */
  readonly review: string;
  readonly onRefused: () => void;
}

const EditorHead = memo((props: EditorHeadProps) => {
  const { id, client, label, pages, state, unsaved, review, onRefused } = props;
  const record = useDeskQuery('records.get', { kind: 'client', id: client }).value;
  const name = record ? wordsOf(record, 'name') : '';
  const days = daysOf(label, calendarOf(record ?? undefined));
  const title = `${name}, ${quarterName(label) ?? days}`;
  usePlaceName(title);
  return (
    <header className="editor-head">
      <div className="page-head">
        <div>
          <h1>{title}</h1>
          <p className="quiet">
            <Sign tone={state === 'finished' ? 'good' : 'caution'} words={stateWords[state]} /> ·{' '}
            {days} · {pages} pages · {unsaved === undefined ? 'saved as you type' : 'not saved yet'}
          </p>
        </div>
        <div className="page-actions">
          {review === '' ? null : (
            <Button variant="default" onClick={() => goTo({ area: 'review', id: review })}>
              Open the finished review
            </Button>
          )}
          <FinishButton draft={id} client={client} period={label} onRefused={onRefused} />
        </div>
      </div>
      {unsaved === undefined ? null : (
        <p className="bad form-failure" role="alert">
          What you typed last is not stored yet: {unsaved.message}{' '}
          <span className="mono">{unsaved.code}</span>
        </p>
      )}
      <FinishProgress />
    </header>
  );
});

interface SectionTextProps {
  readonly section: SectionOutline;
  readonly draft: DraftDesk;
  readonly figures: readonly LiveFigure[];
  readonly byKey: ReadonlyMap<string, LiveFigure>;
  readonly onLeave: (how: 'left' | 'finished') => void;
}

function SectionText({ section, draft, figures, byKey, onLeave }: SectionTextProps) {
  const texts = section.slots.filter(({ kind }) => kind === 'text');
  const titles = section.slots.filter(({ kind }) => kind === 'title');
  const editor = (slot: SectionOutline['slots'][number]) => (
    <SlotEditor
      key={slot.slot}
      slot={slot}
      own={draft.texts[slot.slot] ?? null}
      figures={figures}
      byKey={byKey}
      onWrite={(text) => draft.write(slot.slot, text)}
      onLeave={onLeave}
    />
  );
  return (
    <div className="slots">
      {section.state === 'hidden' ? (
        <p className="caution">This section is hidden: it is not in the document.</p>
      ) : null}
      {section.state === 'nothing' ? (
        <p className="quiet">Not in the document: {section.reason}</p>
      ) : null}
      {texts.length === 0 && section.state !== 'nothing' ? (
        <p className="quiet">
          This section is made of figures alone. What there is to say about them belongs into the
          summary.
        </p>
      ) : null}
      {texts.map(editor)}
      {titles.length === 0 ? null : (
        <details
          className="slot-titles"
          key={section.id}
          open={texts.length === 0 || titles.some(({ own }) => own !== null)}
        >
          <summary>
            {titles.length === 1 ? 'Title of its slide' : `Titles of its ${titles.length} slides`}
          </summary>
          {titles.map(editor)}
        </details>
      )}
    </div>
  );
}
