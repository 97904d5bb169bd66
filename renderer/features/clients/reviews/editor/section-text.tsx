import type { LiveFigure, SectionOutline } from '../../../../../shared/documents/review/draft';
import { SlotEditor } from './slot-editor';
import type { DraftDesk } from './use-draft';

interface SectionTextProps {
  readonly section: SectionOutline;
  readonly draft: DraftDesk;
  readonly figures: readonly LiveFigure[];
  readonly byKey: ReadonlyMap<string, LiveFigure>;
  readonly onLeave: (how: 'left' | 'finished') => void;
}

/** What a person can say in a section: its texts, and the titles of its slides. */
export function SectionText({ section, draft, figures, byKey, onLeave }: SectionTextProps) {
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
