import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import {
  draftTextsSchema,
  orderedSections,
  reviewDraftSchema,
  type DraftText,
  type ReviewDraft,
  type SectionId,
} from '../../../../../shared/documents/review/draft';
import type { RecordChange } from '../../../../../shared/ipc/data-contract';
import type { DeskRecord } from '../../../../../shared/ipc/desk-records';
import { toFailure, type DeskFailure } from '../../../../../shared/kernel/result';
import { useDesk, useDeskQuery } from '../../../../app/desk';
import { notifyUndo } from '../../../../app/undo';
import { showFailure } from '../../../../ui/notify';
import { lastChange, TypedValue } from '../../typed-value';
import { ComposedLine } from './composed-line';
import type { ComposedReview } from './composed-review';

type Texts = ReviewDraft['texts'];

/** A draft that nobody has checked as it is now. */
const withoutMark = { state: 'draft', checkedBy: null, checkedAt: null } as const;

/** A draft under the hands of a person. */
export interface DraftDesk {
  readonly record: DeskRecord | null | undefined;
  readonly composed: ComposedReview | undefined;
  readonly failure: DeskFailure | undefined;
  readonly retry: () => void;
  readonly state: ReviewDraft['state'];
  readonly texts: Texts;
  /** Why the last keys are not stored yet; undefined while all is well. */
  readonly unsaved: DeskFailure | undefined;
  /** Shown at once, stored as fast as the store takes it; null goes back to what the rules drafted. */
  readonly write: (slot: string, text: DraftText | null) => void;
  readonly move: (id: SectionId, places: number) => Promise<void>;
  readonly moveBefore: (id: SectionId, other: SectionId) => Promise<void>;
  readonly setHidden: (id: SectionId, name: string, hidden: boolean) => Promise<void>;
  readonly setState: (state: ReviewDraft['state'], words: string) => Promise<void>;
}

/** Reads a draft, composes it again after every change, and stores what a person decides. */
export function useDraft(id: string): DraftDesk {
  const { data } = useDesk();
  const stored = useDeskQuery('records.get', { kind: 'review-draft', id });
  const line = useMemo(() => new ComposedLine(data, id), [data, id]);
  const { composed, failure } = useSyncExternalStore(line.subscribe, line.state);
  const person = useDeskQuery('person.get', {}).value?.member?.id;
  const record = stored.value;
  useFollowed(record, line);
  const draft = reviewDraftSchema.safeParse(record?.values ?? {}).data;
  const order = composed?.sections.map((section) => section.id) ?? [];
  const state = draft?.state ?? 'draft';
  const { texts, write, unsaved } = useTexts(record, state, line);

  const change = async (changes: RecordChange[], reason: string): Promise<void> => {
    try {
      const { entry } = await data.call('records.write', { changes, origin: 'person', reason });
      void line.ask();
      notifyUndo(reason, entry);
    } catch (thrown) {
      showFailure(thrown);
    }
  };
  // Who changes a checked or finished draft makes it a draft again: the mark was given to other words.
  const unchecked = state === 'draft' ? {} : withoutMark;
  const reorder = (next: readonly SectionId[]): Promise<void> =>
    change(
      [
        {
          op: 'set',
          kind: 'review-draft',
          id,
          values: { order: orderedSections(next), ...unchecked },
        },
      ],
      'Sections reordered',
    );

  return {
    record,
    composed,
    failure: stored.failure ?? failure,
    retry: () => {
      stored.retry();
      void line.ask();
    },
    state,
    texts,
    unsaved,
    write,
    move: async (section, places) => {
      const at = order.indexOf(section);
      const to = at + places;
      // The cover stays first and the appendix last.
      if (at < 1 || to < 1 || to > order.length - 2 || at === order.length - 1) return;
      const next = order.filter((each) => each !== section);
      next.splice(to, 0, section);
      await reorder(next);
    },
    moveBefore: async (section, other) => {
      if (section === other) return;
      const next = order.filter((each) => each !== section);
      next.splice(Math.max(1, next.indexOf(other)), 0, section);
      await reorder(next);
    },
    setHidden: (section, name, hidden) =>
      change(
        [
          {
            op: hidden ? 'add' : 'remove',
            kind: 'review-draft',
            id,
            field: 'hidden',
            members: [section],
          },
          ...(state !== 'draft'
            ? [{ op: 'set' as const, kind: 'review-draft', id, values: unchecked }]
            : []),
        ],
        hidden ? `${name} hidden` : `${name} shown`,
      ),
    setState: (next, words) =>
      change(
        [
          {
            op: 'set',
            kind: 'review-draft',
            id,
            values:
              next === 'checked'
                ? { state: next, checkedAt: Date.now(), checkedBy: person ?? null }
                : { ...withoutMark, state: next },
          },
        ],
        words,
      ),
  };
}

/** Composes again when the draft's record tells of a change beside its texts and marks, such as an undo of an order. */
function useFollowed(record: DeskRecord | null | undefined, line: ComposedLine): void {
  const {
    texts: _texts,
    state: _state,
    checkedBy: _by,
    checkedAt: _at,
    ...rest
  } = record?.values ?? {};
  const shape = record ? JSON.stringify(rest) : null;
  const followed = useRef(shape);
  useEffect(() => {
    const before = followed.current;
    followed.current = shape;
    if (before !== null && shape !== null && before !== shape) void line.ask();
  }, [line, shape]);
}

/** Typed texts wait this long for their preview before they are stored, ms. */
const longestPreview = 100;

function pause(milliseconds: number): Promise<void> {
  return new Promise((resolve) => {
    setTimeout(resolve, milliseconds);
  });
}

interface TextsDesk {
  readonly texts: Texts;
  readonly unsaved: DeskFailure | undefined;
  readonly write: (slot: string, text: DraftText | null) => void;
}

/** The texts as they stand on the screen. */
function useTexts(
  record: DeskRecord | null | undefined,
  state: ReviewDraft['state'],
  line: ComposedLine,
): TextsDesk {
  const { data } = useDesk();
  const id = record?.id;
  const [typed] = useState(() => new TypedValue<Texts>({ value: {}, at: 0 }));
  const stateNow = useRef(state);
  const texts = useSyncExternalStore(typed.subscribe, typed.read);
  const [unsaved, setUnsaved] = useState<DeskFailure>();

  useEffect(() => {
    stateNow.current = state;
  }, [state]);

  const hasHeard = useRef(false);
  useEffect(() => {
    if (!record) return;
    const value = draftTextsSchema.safeParse(record.values['texts']).data ?? {};
    const before = typed.read();
    typed.hear({ value, at: record.updatedAt });
    // Somebody else, such as an undo, made other texts of it.
    if (hasHeard.current && typed.read() !== before) void line.show(undefined);
    hasHeard.current = true;
  }, [typed, line, record]);

  const write = useCallback(
    (slot: string, text: DraftText | null): void => {
      if (id === undefined) return;
      const { [slot]: _before, ...others } = typed.read();
      const next = text === null ? others : { ...others, [slot]: text };
      const store = async (value: Texts): Promise<number> => {
        // It is seen first and stored right after: while the store syncs to the disk nobody can read it.
        await Promise.race([line.show(value), pause(longestPreview)]);
        const unmarked = stateNow.current === 'draft' ? {} : withoutMark;
        const { records } = await data.call('records.write', {
          origin: 'person',
          reason: 'Text of a review',
          batch: `review-text ${id} ${slot}`,
          changes: [{ op: 'set', kind: 'review-draft', id, values: { texts: value, ...unmarked } }],
        });
        return lastChange(records);
      };
      typed.type(next, store).then(
        () => setUnsaved(undefined),
        (thrown: unknown) => setUnsaved(toFailure(thrown)),
      );
    },
    [data, id, line, typed],
  );

  return { texts, unsaved, write };
}
