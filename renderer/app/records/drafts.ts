import { useStore } from 'zustand';
import { z } from 'zod';
import { createKeptStore } from '../kept-state';

const draftsSchema = z.object({ texts: z.record(z.string(), z.string()) });

/** Text that was typed and is in no record yet, because it isn't valid or not saved: it survives leaving and a restart. */
const drafts = createKeptStore('drafts', draftsSchema, { texts: {} });

/** What was typed at this place and is not in the record; undefined when the record has it all. */
export function useDraft(place: string): string | undefined {
  return useStore(drafts, ({ texts }) => texts[place]);
}

/** The same, for code outside a component. */
export function readDraft(place: string): string | undefined {
  return drafts.getState().texts[place];
}

/** Keeps what was typed; undefined when the record has it. */
export function keepDraft(place: string, text: string | undefined): void {
  const { texts } = drafts.getState();
  if (texts[place] === text) return;
  if (text !== undefined) drafts.setState({ texts: { ...texts, [place]: text } });
  else
    drafts.setState({
      texts: Object.fromEntries(Object.entries(texts).filter(([key]) => key !== place)),
    });
}
