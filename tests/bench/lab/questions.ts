import type { DocumentModel } from '../../../shared/documents/model';
import type { Query, QueryAnswer, QueryRow } from '../../../shared/domain/query';
import type { ComposedReview } from '../../../shared/ipc/data-contract';
import { workerCall } from '../../integration/lab/worker';

/** Two periods of one question, as the explorer compares them. */
export type Compared = readonly [Query, Query];

async function ask(query: Query): Promise<QueryAnswer> {
  const result = await workerCall('page', 'query', query);
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return result.value as QueryAnswer;
}

/** Asks the data worker over its port, as the window does; gives the milliseconds until both answers are here. */
export async function timeQuestion(compared: Compared): Promise<number> {
  const begun = performance.now();
  await Promise.all(compared.map(ask));
  return performance.now() - begun;
}

/** The rows of one answer. */
export async function answerRows(query: Query): Promise<readonly QueryRow[]> {
  return (await ask(query)).rows;
}

/** Makes the worker open its stores, without reading any fact. */
export async function openStores(): Promise<void> {
  const result = await workerCall('page', 'records.list', { kind: 'note' });
  if (!result.ok) throw new Error(result.error.message);
}

/** A client's review as the data worker composes it. */
export async function composeReview(client: string, period: string): Promise<DocumentModel> {
  const result = await workerCall('page', 'reviews.compose', { client, period });
  if (!result.ok) throw new Error(`${result.error.code}: ${result.error.message}`);
  return (result.value as ComposedReview).model;
}
