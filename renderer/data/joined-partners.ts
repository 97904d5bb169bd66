/** A chain of joins this long was made by mistake, in a circle. */
const longestChain = 20;

/**
 * The partner as part of which this one is shown: a person may join two by hand, and that one again to a third. Partners
 * that were joined in a circle stay themselves.
 */
export function joinedInto(partner: string, sameAs: ReadonlyMap<string, string>): string {
  let at = partner;
  for (let step = 0; step < longestChain; step += 1) {
    const next = sameAs.get(at);
    if (next === undefined) return at;
    if (next === partner) return partner;
    at = next;
  }
  return partner;
}
