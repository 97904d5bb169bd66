import { Button, Tabs } from '@mantine/core';
import { useRef, useState } from 'react';
import { z } from 'zod';
import type {
  Finding,
  SectionId,
  SectionOutline,
} from '../../../../../shared/documents/review/draft';
import { useDeskQuery } from '../../../../app/desk';
import { goTo } from '../../../../app/routes';
import { EmptyState, FailureState, TableSkeleton } from '../../../../ui/states';
import { useSteady } from '../../../../ui/use-steady';
import { wordsOf } from '../review-rows';
import { CheckPanel } from './check-panel';
import { CommitmentsPanel } from './commitments-panel';
import type { ComposedReview } from './composed-review';
import { EditorHead } from './editor-head';
import { LookPanel } from './look-panel';
import { Preview } from './preview';
import { SectionList } from './section-list';
import { SectionText } from './section-text';
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
