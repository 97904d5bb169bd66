/**
 * The newer of two values of plain data, with every part that says the same as before taken from the older one. What did
 * not change is the same object, so nothing is drawn or counted again for it.
 */
export function sameParts<Value>(before: unknown, now: Value): Value {
  return shared(before, now) as Value;
}

function shared(before: unknown, now: unknown): unknown {
  if (Object.is(before, now)) return before;
  if (Array.isArray(before) && Array.isArray(now)) return sharedList(before, now);
  return isPlain(before) && isPlain(now) ? sharedObject(before, now) : now;
}

function sharedList(before: readonly unknown[], now: readonly unknown[]): readonly unknown[] {
  const parts = now.map((part, at) => shared(before[at], part));
  const isSame =
    parts.length === before.length && parts.every((part, at) => Object.is(part, before[at]));
  return isSame ? before : parts;
}

type Plain = Readonly<Record<string, unknown>>;

function sharedObject(before: Plain, now: Plain): Plain {
  const parts = Object.entries(now).map(([name, part]): [string, unknown] => [
    name,
    Object.hasOwn(before, name) ? shared(before[name], part) : part,
  ]);
  const isSame =
    parts.length === Object.keys(before).length &&
    parts.every(([name, part]) => Object.hasOwn(before, name) && Object.is(part, before[name]));
  return isSame ? before : Object.fromEntries(parts);
}

function isPlain(value: unknown): value is Plain {
  return (
    typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
  );
}
