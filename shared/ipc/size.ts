/**
 * Counts roughly how many bytes a structured value takes, and stops early: the answer is exact only up to `cap`.
 * Cycles count once.
 */
export function approximateSize(value: unknown, cap: number): number {
  const seen = new Set<object>();
  const waiting: unknown[] = [value];
  let size = 0;
  while (waiting.length > 0 && size <= cap) {
    const item = waiting.pop();
    if (typeof item === 'string') size += item.length * 2;
    else if (item instanceof ArrayBuffer || ArrayBuffer.isView(item)) size += item.byteLength;
    else if (typeof item === 'object' && item !== null) {
      if (seen.has(item)) continue;
      seen.add(item);
      size += 16;
      if (item instanceof Map) {
        for (const [key, entry] of item) waiting.push(key, entry);
      } else if (item instanceof Set) waiting.push(...(item as Set<unknown>));
      else for (const [key, entry] of Object.entries(item)) waiting.push(key, entry);
    } else size += 8;
  }
  return size;
}
