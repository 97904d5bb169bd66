import { Button } from '@mantine/core';
import { useMemo, useRef, useState } from 'react';
import type {
  DraftText,
  LiveFigure,
  SlotOutline,
} from '../../../../../shared/documents/review/draft';
import { figuresOf, textOfPieces } from './draft-text';
import { FigurePicker } from './figure-picker';
import { FigureText, type FigureTextHandle } from './figure-text';

interface SlotEditorProps {
  readonly slot: SlotOutline;
  /** As it stands on the screen; null while nobody wrote anything. */
  readonly own: DraftText | null;
  readonly figures: readonly LiveFigure[];
  readonly byKey: ReadonlyMap<string, LiveFigure>;
  readonly onWrite: (text: DraftText | null) => void;
  readonly onLeave: (how: 'left' | 'finished') => void;
}

/** One place for text: what is printed, its figures explained, and what stood there last quarter. */
export function SlotEditor({ slot, own, figures, byKey, onWrite, onLeave }: SlotEditorProps) {
  const text = useRef<FigureTextHandle>(null);
  const [picking, setPicking] = useState(false);
  const value = useMemo(() => own ?? slot.drafted ?? [], [own, slot.drafted]);
  const named = useMemo(() => figuresOf(value), [value]);
  return (
    <section className="slot" aria-label={slot.name}>
      <h3>{slot.name}</h3>
      <p className="slot-state quiet">
        {own !== null
          ? 'Your text'
          : slot.drafted === null
            ? 'Nothing is printed until you write.'
            : 'Drafted from the figures. Change it, or leave it.'}
      </p>
      <FigureText
        ref={text}
        label={slot.name}
        value={value}
        figures={byKey}
        onChange={onWrite}
        onAskFigure={() => setPicking(true)}
        onLeave={onLeave}
      />
      <div className="slot-actions">
        <FigurePicker
          figures={figures}
          opened={picking}
          onOpen={() => setPicking(true)}
          onClose={(figure) => {
            setPicking(false);
            if (figure === undefined) text.current?.focus();
            else text.current?.insert(figure);
          }}
        />
        {own === null ? null : (
          <Button variant="default" size="xs" onClick={() => onWrite(null)}>
            {slot.drafted === null ? 'Clear' : 'Use the draft'}
          </Button>
        )}
      </div>
      {slot.unknown.length > 0 ? (
        <p className="bad" role="alert">
          {slot.unknown.length === 1 ? 'A figure' : `${slot.unknown.length} figures`} of this text
          {slot.unknown.length === 1 ? ' is' : ' are'} not in this review. Take it out or choose
          another.
        </p>
      ) : null}
      <FiguresOfText keys={named} byKey={byKey} />
      {slot.lastQuarter === null ? null : (
        <LastQuarter
          paragraphs={slot.lastQuarter}
          onTake={() => {
            if (slot.lastQuarter !== null) onWrite(textOfPieces(slot.lastQuarter));
          }}
        />
      )}
    </section>
  );
}

interface FiguresOfTextProps {
  readonly keys: readonly string[];
  readonly byKey: ReadonlyMap<string, LiveFigure>;
}

/** What stands behind each figure of the text. */
function FiguresOfText({ keys, byKey }: FiguresOfTextProps) {
  const known = keys.flatMap((key) => byKey.get(key) ?? []);
  if (known.length === 0) return null;
  return (
    <details className="slot-figures">
      <summary>
        {known.length === 1
          ? 'The figure in this text'
          : `The ${known.length} figures in this text`}
      </summary>
      <dl>
        {known.map(({ key, name, words, definition, source }) => (
          <div key={key}>
            <dt>
              {name} <strong>{words}</strong>
            </dt>
            <dd className="quiet">
              {[definition, source].filter((part) => part !== '').join(' ')}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

interface LastQuarterProps {
  readonly paragraphs: NonNullable<SlotOutline['lastQuarter']>;
  readonly onTake: () => void;
}

function LastQuarter({ paragraphs, onTake }: LastQuarterProps) {
  return (
    <div className="slot-last">
      <div className="slot-last-head">
        <h4>Last quarter</h4>
        <Button variant="subtle" size="xs" onClick={onTake}>
          Take it over
        </Button>
      </div>
      {paragraphs.map((pieces, index) => (
        <p key={index}>{pieces.map(({ words }) => words).join('')}</p>
      ))}
    </div>
  );
}
