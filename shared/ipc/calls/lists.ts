import { z } from 'zod';
import { clientHealthQuestionSchema, type ClientHealth } from '../../domain/client-health';
import { dueQuestionSchema, type DueLine } from '../../domain/due';
import { teamLoadQuestionSchema, type PersonLoad } from '../../domain/team-load';
import {
  comparedDaysSchema,
  partnerQuestionSchema,
  type PartnerSlice,
  type PartnerWords,
} from '../../domain/partner-list';
import type { PartnerPage } from '../../domain/partner-page';
import {
  recordQuestionSchema,
  type ColumnWord,
  type PlaceInList,
  type RecordBoard,
  type RecordSlice,
} from '../../domain/record-list';

/** Lists that are filtered and sorted in the worker, pages of partners, and what is due for whom. */
export const listArguments = {
  /** What is open and due by a day, of whatever kind. */
  'team.due': dueQuestionSchema,
  /** What everybody on the team has to do. */
  'team.load': teamLoadQuestionSchema,
  /** How clients stand, with the signs that say so. */
  'team.clients': clientHealthQuestionSchema,
  /** A window of the list of a kind's records: filtered, sorted and grouped in the worker. */
  'lists.records': z.strictObject({
    question: recordQuestionSchema,
    offset: z.number().int().nonnegative(),
    limit: z.number().int().min(0).max(10_000),
  }),
  /** The ids of all records that pass search and filters, in order. */
  'lists.recordKeys': z.strictObject({ question: recordQuestionSchema }),
  /** Where a record stands in a list, with its neighbors. */
  'lists.recordPlace': z.strictObject({ question: recordQuestionSchema, id: z.string() }),
  /** The words by which a column can be filtered. */
  'lists.recordWords': z.strictObject({ question: recordQuestionSchema, column: z.string() }),
  /** The records in columns by the words of one field; `states` are the columns that are there in any case. */
  'lists.board': z.strictObject({
    question: recordQuestionSchema,
    column: z.string(),
    states: z.array(z.string()).max(200),
  }),
  /** A window of the partner list, filtered and sorted in the worker. */
  'lists.partners': z.strictObject({
    question: partnerQuestionSchema,
    offset: z.number().int().nonnegative(),
    limit: z.number().int().min(0).max(10_000),
  }),
  /** The keys of all lines that pass search and filters, in order. */
  'lists.partnerKeys': z.strictObject({ question: partnerQuestionSchema }),
  /** Where the page of a partner stands in the list, with its neighbors. */
  'lists.partnerPlace': z.strictObject({ question: partnerQuestionSchema, id: z.string() }),
  /** The words by which its columns can be filtered. */
  'lists.partnerWords': z.strictObject({ question: partnerQuestionSchema }),
  /** One partner with its accounts, programs and what happened; NOT_FOUND is an error. */
  'partners.page': z.strictObject({ id: z.string().min(1).max(600), days: comparedDaysSchema }),
  /** Makes a partner of a publisher of whom only an identity key is known. */
  'partners.adopt': z.strictObject({
    key: z.string().min(1).max(600),
    name: z.string().min(1).max(300),
  }),
} as const;

export interface ListValues {
  readonly 'team.due': readonly DueLine[];
  readonly 'team.load': readonly PersonLoad[];
  readonly 'team.clients': readonly ClientHealth[];
  readonly 'lists.records': RecordSlice;
  readonly 'lists.recordKeys': readonly string[];
  readonly 'lists.recordPlace': PlaceInList;
  readonly 'lists.recordWords': readonly ColumnWord[];
  readonly 'lists.board': RecordBoard;
  readonly 'lists.partners': PartnerSlice;
  readonly 'lists.partnerKeys': readonly string[];
  readonly 'lists.partnerPlace': PlaceInList;
  readonly 'lists.partnerWords': PartnerWords;
  readonly 'partners.page': PartnerPage;
  readonly 'partners.adopt': { readonly partner: string };
}
