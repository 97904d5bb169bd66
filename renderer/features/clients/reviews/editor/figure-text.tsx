import {
  useEffect,
  useImperativeHandle,
  useLayoutEffect,
  useRef,
  type KeyboardEvent,
  type Ref,
} from 'react';
import type { DraftText, LiveFigure } from '../../../../../shared/documents/review/draft';
import { unknownMark } from '../../../../ui/format';
import { explained } from '../figures-context';
import { figureAttribute, readText, sameText } from './draft-text';

/** What a button beside the text can do to it. */
export interface FigureTextHandle {
  /** Puts a figure where the caret was last, and the caret behind it. */
  readonly insert: (figure: LiveFigure) => void;
  readonly focus: () => void;
}

interface FigureTextProps {
  readonly ref: Ref<FigureTextHandle>;
  readonly label: string;
  readonly value: DraftText;
  readonly figures: ReadonlyMap<string, LiveFigure>;
  readonly onChange: (text: DraftText) => void;
  /** The person asks for a figure by typing {. */
  readonly onAskFigure: () => void;
  /** Esc leaves the text, Ctrl/Cmd+Enter finishes it. */
  readonly onLeave: (how: 'left' | 'finished') => void;
}

/**
 * A text with figures in it as chips. The browser edits it, and what stands there after each key is read; it is only
 * written anew when somebody else changed it, so that no key and no caret is lost.
 */
export function FigureText(props: FigureTextProps) {
  const { ref, label, value, figures, onChange, onAskFigure, onLeave } = props;
  const root = useRef<HTMLDivElement>(null);
  const shown = useRef<DraftText | null>(null);
  const caret = useRef<Range | null>(null);

  useLayoutEffect(() => {
    if (root.current === null || sameText(shown.current, value)) return;
    root.current.replaceChildren(...nodesOf(value, figures));
    shown.current = value;
    caret.current = null;
  }, [value, figures]);

  // Figures follow a sync while the words around them stay as they are.
  useEffect(() => {
    for (const chip of root.current?.querySelectorAll<HTMLElement>(`[${figureAttribute}]`) ?? []) {
      paintChip(chip, figures);
    }
  }, [figures]);

  const tell = (): void => {
    if (root.current === null) return;
    const text = readText(root.current);
    if (sameText(shown.current, text)) return;
    shown.current = text;
    onChange(text);
  };

  const rememberCaret = (): void => {
    const selection = document.getSelection();
    if (!selection || selection.rangeCount === 0) return;
    const range = selection.getRangeAt(0);
    if (root.current?.contains(range.commonAncestorContainer)) caret.current = range.cloneRange();
  };

  useImperativeHandle(ref, () => ({
    focus: () => {
      root.current?.focus();
      if (caret.current !== null) putCaret(caret.current);
    },
    insert: (figure) => {
      const editor = root.current;
      if (editor === null) return;
      editor.focus();
      const range = caret.current ?? endOf(editor);
      range.deleteContents();
      const chip = chipOf(figure.key, figures);
      range.insertNode(chip);
      // The next word's space, which also gives the caret a place where the chip is the last thing of all.
      const next = chip.nextSibling;
      const space = new Text(' ');
      const followed = next instanceof Text && /^[\s.,;:!?)]/.test(next.data);
      if (!followed) chip.after(space);
      const behind = document.createRange();
      if (followed) behind.setStart(next, 0);
      else behind.setStart(space, 1);
      behind.collapse(true);
      putCaret(behind);
      caret.current = behind.cloneRange();
      tell();
    },
  }));

  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === '{') {
      event.preventDefault();
      rememberCaret();
      onAskFigure();
    } else if (event.key === 'Escape') {
      event.preventDefault();
      event.stopPropagation();
      onLeave('left');
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      onLeave('finished');
    }
  };

  return (
    <div
      ref={root}
      className="figure-text"
      role="textbox"
      aria-multiline="true"
      aria-label={label}
      tabIndex={0}
      contentEditable="plaintext-only"
      suppressContentEditableWarning
      spellCheck
      onInput={tell}
      onBlur={rememberCaret}
      onKeyDown={onKeyDown}
      onKeyUp={rememberCaret}
      onMouseUp={rememberCaret}
    />
  );
}

function putCaret(range: Range): void {
  const selection = document.getSelection();
  selection?.removeAllRanges();
  selection?.addRange(range);
}

function endOf(editor: HTMLElement): Range {
  const range = document.createRange();
  range.selectNodeContents(editor);
  range.collapse(false);
  return range;
}

function nodesOf(text: DraftText, figures: ReadonlyMap<string, LiveFigure>): Node[] {
  const nodes = text.map((piece) =>
    'figure' in piece ? chipOf(piece.figure, figures) : new Text(piece.words),
  );
  const last = text.at(-1);
  return last !== undefined && 'figure' in last ? [...nodes, new Text(' ')] : nodes;
}

function chipOf(key: string, figures: ReadonlyMap<string, LiveFigure>): HTMLElement {
  const chip = document.createElement('span');
  chip.className = 'figure-chip';
  chip.contentEditable = 'false';
  chip.setAttribute(figureAttribute, key);
  paintChip(chip, figures);
  return chip;
}

function paintChip(chip: HTMLElement, figures: ReadonlyMap<string, LiveFigure>): void {
  const key = chip.getAttribute(figureAttribute) ?? '';
  const figure = figures.get(key);
  chip.textContent = figure?.words ?? unknownMark;
  chip.title = figure === undefined ? `No such figure: ${key}` : explained(figure);
  chip.classList.toggle('unknown', figure === undefined);
}
