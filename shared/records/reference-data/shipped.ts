import type { FieldValue } from '../../ipc/desk-records';

/** A record that comes with the product, under an id that every copy of it has. */
export interface ShippedRecord {
  readonly kind: string;
  readonly id: string;
  readonly values: Readonly<Record<string, FieldValue>>;
}

/** The key of a place in a list of at most a hundred, between whose neighbors there is always room. */
export function orderKey(place: number): string {
  return `b${String(place).padStart(2, '0')}`;
}

/** `Review site` → `review-site`. */
export function slug(words: string): string {
  return words
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '');
}

/** Records of one kind in their order; `name` says what each is called in its id. */
export function shipped(
  kind: string,
  rows: readonly (Readonly<Record<string, FieldValue>> & { readonly id: string })[],
): readonly ShippedRecord[] {
  return rows.map(({ id, ...values }, place) => ({
    kind,
    id: `${kind}:${id}`,
    values: { ...values, order: orderKey(place) },
  }));
}
