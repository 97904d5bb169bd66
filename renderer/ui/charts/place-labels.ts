/** Moves labels apart so that none covers another and all stay between two edges; keeps their order. Places are centres in px. */
export function placeLabels(
  wanted: readonly number[],
  height: number,
  edges: { readonly top: number; readonly bottom: number },
): number[] {
  const order = wanted.map((place, index) => ({ place, index })).sort((a, b) => a.place - b.place);
  const first = edges.top + height / 2;
  let before = -Infinity;
  for (const label of order) {
    label.place = Math.max(label.place, before + height, first);
    before = label.place;
  }
  let after = Infinity;
  for (const label of [...order].reverse()) {
    label.place = Math.min(label.place, after - height, edges.bottom - height / 2);
    after = label.place;
  }
  const placed = [...wanted];
  for (const { place, index } of order) placed[index] = place;
  return placed;
}
