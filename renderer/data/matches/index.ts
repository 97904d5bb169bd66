/** Records that look alike: suggestions, decisions, grouping and its way back. */
export { listMatches } from './find';
export { assignCertain, decideMatch } from './decide';
export { compareRecords, groupCertain, groupRecords, ungroup } from './group';
export { listGroups } from './groups';
