import type { KeyBinding, KeyLayer } from './key-layers';

/** Layers of one group together, the newest group first; of two bindings for a key the one that gets it. */
export function groupsOf(layers: readonly KeyLayer[]): readonly KeyLayer[] {
  const taken = new Set<string>();
  const groups = new Map<string, KeyBinding[]>();
  for (const { group, bindings } of [...layers].reverse()) {
    const list = groups.get(group) ?? [];
    for (const binding of bindings) {
      if (!taken.has(binding.keys)) list.push(binding);
      taken.add(binding.keys);
    }
    groups.set(group, list);
  }
  return [...groups].flatMap(([group, bindings]) =>
    bindings.length === 0 ? [] : [{ group, bindings }],
  );
}
