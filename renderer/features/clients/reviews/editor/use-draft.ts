import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import {
  draftTextsSchema,
  orderedSections,
  reviewDraftSchema,
  type DraftText,
  type ReviewDraft,
  type SectionId,
} from '../../../../../shared/documents/review/draft';
import type { ComposedDraft, RecordChange } from '../../../../../shared/ipc/data-contract';
import type { DeskRecord } from '../../../../../shared/ipc/desk-records';
import { toFailure, type DeskFailure } from '../../../../../shared/kernel/result';
import { useDesk, useDeskQuery } from '../../../../app/desk';
import { notifyUndo } from '../../../../app/undo';
import { showFailure } from '../../../../ui/notify';
import { lastChange, TypedValue } from '../../typed-value';
import { readComposed, type ComposedReview } from './composed-review';

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
  const { data, cache } = useDesk();
  const stored = useDeskQuery('records.get', { kind: 'review-draft', id });
  const answer = useDeskQuery('reviews.draft.compose', { draft: id });
  const composed = useComposed(answer.value);
  const person = useDeskQuery('person.get', {}).value?.member?.id;
  const recompose = useCallback(
    () => cache.retry('reviews.draft.compose', { draft: id }),
    [cache, id],
  );
  const record = stored.value;
  const draft = reviewDraftSchema.safeParse(record?.values ?? {}).data;
  const order = composed?.sections.map((section) => section.id) ?? [];
  const state = draft?.state ?? 'draft';
  const { texts, write, unsaved } = useTexts(record, state, recompose);

  const change = async (changes: RecordChange[], reason: string): Promise<void> => {
    try {
      const { entry } = await data.call('records.write', { changes, origin: 'person', reason });
      recompose();
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
    failure: stored.failure ?? answer.failure,
    retry: () => {
      stored.retry();
      answer.retry();
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

/** The newest answer as the editor draws it. */
function useComposed(answer: ComposedDraft | undefined): ComposedReview | undefined {
  const [held, setHeld] = useState<ComposedReview>();
  if (answer === undefined || held?.answer === answer) return held;
  const composed = readComposed(held, answer);
  setHeld(composed);
  return composed;
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
  onStored: () => void,
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

  useEffect(() => {
    if (!record) return;
    const value = draftTextsSchema.safeParse(record.values['texts']).data ?? {};
    typed.hear({ value, at: record.updatedAt });
  }, [typed, record]);

  const write = useCallback(
    (slot: string, text: DraftText | null): void => {
      if (id === undefined) return;
      const { [slot]: _before, ...others } = typed.read();
      const next = text === null ? others : { ...others, [slot]: text };
      const store = async (value: Texts): Promise<number> => {
        const unmarked = stateNow.current === 'draft' ? {} : withoutMark;
        const { records } = await data.call('records.write', {
          origin: 'person',
          reason: 'Text of a review',
          batch: `review-text ${id} ${slot}`,
          changes: [{ op: 'set', kind: 'review-draft', id, values: { texts: value, ...unmarked } }],
        });
        onStored();
        return lastChange(records);
      };
      typed.type(next, store).then(
        () => setUnsaved(undefined),
        (thrown: unknown) => setUnsaved(toFailure(thrown)),
      );
    },
    [data, id, onStored, typed],
  );

  return { texts, unsaved, write };
}
