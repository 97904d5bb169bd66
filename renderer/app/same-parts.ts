/** A whole document has more parts than this; comparing them would take longer than drawing what is seen of it. */
const mostParts = 10_000;

interface Budget {
  left: number;
}

/**
 * The newer of two values of plain data, with every part that says the same as before taken from the older one. What did
 * not change is the same object, so nothing is drawn or counted again for it. Of a very large value only the first parts
 * are compared.
 */
export function sameParts<Value>(before: unknown, now: Value): Value {
  return shared(before, now, { left: mostParts }) as Value;
}

function shared(before: unknown, now: unknown, budget: Budget): unknown {
  if (Object.is(before, now)) return before;
  budget.left -= 1;
  if (budget.left < 0) return now;
  if (Array.isArray(before) && Array.isArray(now)) return sharedList(before, now, budget);
  return isPlain(before) && isPlain(now) ? sharedObject(before, now, budget) : now;
}

function sharedList(
  before: readonly unknown[],
  now: readonly unknown[],
  budget: Budget,
): readonly unknown[] {
  const parts = now.map((part, at) => shared(before[at], part, budget));
  const isSame =
    parts.length === before.length && parts.every((part, at) => Object.is(part, before[at]));
  return isSame ? before : parts;
}

type Plain = Readonly<Record<string, unknown>>;

function sharedObject(before: Plain, now: Plain, budget: Budget): Plain {
  const parts = Object.entries(now).map(([name, part]): [string, unknown] => [
    name,
    Object.hasOwn(before, name) ? shared(before[name], part, budget) : part,
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
