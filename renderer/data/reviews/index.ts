/**
 * The door of the reviews: `composeReview` gathers a client's figures and records and composes the document model;
 * `freezeReview` records the exported file with its hash and the model that it was made from.
 */
export { composeReview } from './compose';
export { freezeReview } from './freeze';
