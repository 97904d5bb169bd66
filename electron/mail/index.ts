export { buildDraft } from './draft';
