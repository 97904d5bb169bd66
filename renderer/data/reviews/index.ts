/**
 * The door of the reviews: `composeReview` gathers a client's figures and records and composes the document model;
 * `openDraft` and `composeDraft` serve the editor, `preflight` looks a draft over before it goes out; `freezeReview` records
 * the exported file with its hash and the model that it was made from, `compareToday` asks its figures again.
 */
export { composeReview } from './compose';
export { composeDraft, openDraft } from './drafts';
export { freezeReview } from './freeze';
export { preflight } from './preflight';
export { commitmentsToJudge } from './judging';
export { compareToday } from './compare-today';
