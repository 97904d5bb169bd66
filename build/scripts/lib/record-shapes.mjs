/**
 * What the stored values of every kind look like, in words (`required text`, `reference to client`, `choice: open, done`),
 * so that a later build can tell whether it still reads them.
 */
export function shapesOf(kinds) {
  return Object.fromEntries(
    kinds.map(({ kind, version, fields }) => [
      kind,
      {
        version,
        fields: Object.fromEntries(
          Object.entries(fields).map(([name, field]) => [name, wordsOf(kind, field)]),
        ),
      },
    ]),
  );
}

function wordsOf(kind, { type, to, required, choices }) {
  // The kinds that can have fields of an agency's own become more with every kind.
  const words = choices === undefined || kind === 'custom-field' ? '' : `: ${choices.join(', ')}`;
  return `${required === true ? 'required ' : ''}${type}${to === undefined ? '' : ` to ${to}`}${words}`;
}

function shapeOf(words) {
  const [, required, type, to, choices] =
    /^(required )?([a-z-]+)(?: to ([a-z*-]+))?(?:: (.*))?$/.exec(words) ?? [];
  return { type, to, required: required !== undefined, choices: choices?.split(', ') };
}

/**
 * What makes stored values of an earlier shape invalid, as sentences: a kind, a field or a choice that is gone, a field of
 * another type, one that has become required. A kind whose version has risen brings its own upgrade step and is left out, but
 * no field of it becomes or stops being a set: the journal holds of sets what came and went. What only adds breaks nothing.
 */
export function breaks(before, now) {
  return Object.entries(before).flatMap(([kind, { version, fields }]) => {
    const present = now[kind];
    if (present === undefined) return [`${kind}: the kind is gone`];
    if (present.version < version) return [`${kind}: version ${version} is known already`];
    if (present.version > version) return setBreaks(kind, fields, present.fields);
    const names = new Set([...Object.keys(fields), ...Object.keys(present.fields)]);
    return [...names].flatMap((name) =>
      fieldBreaks(fields[name], present.fields[name]).map((why) => `${kind}.${name}: ${why}`),
    );
  });
}

function setBreaks(kind, before, now) {
  return Object.entries(before).flatMap(([name, words]) => {
    if (now[name] === undefined) return [];
    const isSame = (shapeOf(words).type === 'set') === (shapeOf(now[name]).type === 'set');
    return isSame ? [] : [`${kind}.${name}: what becomes or stops being a set gets a new name`];
  });
}

/** Kinds whose version isn't one more than the steps that lead to it, as sentences. */
export function lackingSteps(kinds) {
  return kinds.flatMap(({ kind, version, upgrades = [] }) =>
    version === upgrades.length + 1
      ? []
      : [`${kind}: version ${version} has ${upgrades.length} upgrade steps before it`],
  );
}

function fieldBreaks(beforeWords, nowWords) {
  if (nowWords === undefined) return ['the field is gone'];
  const now = shapeOf(nowWords);
  const before = beforeWords === undefined ? null : shapeOf(beforeWords);
  const required = now.required && before?.required !== true ? ['it is required now'] : [];
  if (before === null) return required;
  const lost = (before.choices ?? []).filter((choice) => now.choices?.includes(choice) === false);
  return [
    ...required,
    ...(now.type === before.type ? [] : [`it was ${before.type} and is ${now.type}`]),
    ...(now.to === before.to ? [] : [`it led to ${before.to} and leads to ${now.to}`]),
    ...(lost.length === 0 ? [] : [`${lost.join(', ')} can no longer be chosen`]),
  ];
}
