import { BrokenBody, RefusedBody } from '../connector';
import { isRawRow, idOf, integerOf, textOf, type RawRow } from '../raw-values';

/** One page of a PartnerStack list. */
export interface ListPage {
  readonly items: readonly unknown[];
  /** Key of the last item that has one, from which the next page starts; null on the last page. */
  readonly nextAfter: string | null;
}

/**
 * Opens `{"data":{"items":[…],"has_more":…},"message":…,"status":200}`. A body without it is broken, never empty: a
 * proxy or a portal that answers 200 must not read as 'the vendor has nothing'.
 */
export function openList(body: unknown): ListPage {
  const data = isRawRow(body) ? body['data'] : undefined;
  if (!isRawRow(data)) {
    if (isRawRow(body)) throwIfError(body);
    throw new BrokenBody('The answer lacks the envelope of a list.');
  }
  const { items, has_more: hasMore } = data;
  if (!Array.isArray(items) || typeof hasMore !== 'boolean') {
    throw new BrokenBody('The answer lacks its items or whether there are more.');
  }
  const list: readonly unknown[] = items;
  if (list.length > 0 && !list.some((item) => isRawRow(item) && 'key' in item)) {
    throw new BrokenBody('No item of the list has a key.');
  }
  if (!hasMore) return { items: list, nextAfter: null };
  const nextAfter = list.reduceRight<string | null>((found, item) => found ?? keyOf(item), null);
  if (nextAfter === null)
    throw new BrokenBody('More items are announced, but none says after what.');
  return { items: list, nextAfter };
}

/** An error keeps its envelope `{"message":…,"status":401}` also where a proxy has made its status a 200. */
function throwIfError(body: RawRow): void {
  const status = integerOf(body['status']);
  if (status === null || status < 400 || status > 599) return;
  const message = `The answer is an error (${status}): ${textOf(body['message'])}`;
  const isRefusal = status < 500 && status !== 408 && status !== 429;
  throw isRefusal ? new RefusedBody(status, message) : new BrokenBody(message);
}

/** Key of an item or of a nested object such as `{"customer":{"key":…}}`. */
export function keyOf(item: unknown): string | null {
  return isRawRow(item) ? idOf(item['key']) : null;
}

/** Key of a nested object, else the flat field beside it, else empty. */
export function nestedKey(row: RawRow, object: string, flat: string): string {
  return keyOf(row[object]) ?? idOf(row[flat]) ?? '';
}
